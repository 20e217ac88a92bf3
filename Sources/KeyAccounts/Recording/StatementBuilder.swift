import PropertyGraph

/// Writes one Cypher statement clause by clause, every value as a parameter with a telling name.
struct StatementBuilder {
  private var lines: [String] = []
  private var parameters: [String: Value] = [:]

  /// Adds a clause as it stands.
  mutating func clause(_ text: String) { lines.append(text) }

  /// Adds the MATCH that finds a referenced node and binds it to a variable.
  mutating func match(_ reference: NodeReference, as variable: String) {
    if reference.isUnique {
      let name = parameter(variable, .string(reference.name))
      lines.append("MATCH (\(variable):\(reference.label) {name: \(name)})")
    } else {
      let id = parameter("\(variable)Id", .integer(Int64(reference.node.rawValue)))
      lines.append("MATCH (\(variable):\(reference.label)) WHERE id(\(variable)) = \(id)")
    }
  }

  /// Adds a parameter and gives its mention; a name in use gets a number.
  mutating func parameter(_ name: String, _ value: Value) -> String {
    var unique = name
    var number = 2
    while parameters[unique] != nil {
      unique = "\(name)\(number)"
      number += 1
    }
    parameters[unique] = value
    return "$\(unique)"
  }

  /// A map literal of parameters, with a blank before it; empty for no properties.
  mutating func map(_ properties: [(key: String, value: Value)]) -> String {
    guard !properties.isEmpty else { return "" }
    let entries = properties.map { "\(quoted($0.key)): \(parameter($0.key, $0.value))" }
    return " {\(entries.joined(separator: ", "))}"
  }

  /// A `SET` for each property of a variable.
  mutating func set(_ variable: String, _ properties: [(key: String, value: Value)]) {
    guard !properties.isEmpty else { return }
    let items = properties.map {
      "\(variable).\(quoted($0.key)) = \(parameter($0.key, $0.value))"
    }
    lines.append("SET \(items.joined(separator: ", "))")
  }

  /// The statement so far.
  var statement: DomainStatement {
    DomainStatement(lines.joined(separator: "\n"), parameters)
  }

  /// A key as it may stand in a map literal.
  private func quoted(_ key: String) -> String {
    let plain = key.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "_" }
    return plain ? key : "`\(key)`"
  }
}
