import CypherSyntax
import PropertyGraph

/// Turns values into the text that people read: in Cypher's own form, nodes and relationships with what they hold.
struct ValueText {
  /// The graph whose nodes and relationships the values mean.
  let graph: Graph

  /// The text of a value by itself: texts without quotes, unless they could be taken for no value or nothing.
  func cell(_ value: Value) -> String {
    guard case .string(let text) = value else { return literal(value) }
    return text.isEmpty || text == "null" ? "'\(text)'" : text
  }

  /// The text of a value for programs: texts as they are, null as nothing.
  func plain(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    default: literal(value)
    }
  }

  /// The text of a value inside another: as one would write it in a query.
  func literal(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .string(let text): Self.quoted(text)
    case .list(let values): "[\(values.map(literal).joined(separator: ", "))]"
    case .map(let map):
      "{\(zip(map.keys, map.values).map { "\(Self.name($0)): \(literal($1))" }.joined(separator: ", "))}"
    case .node(let node): self.node(node)
    case .relationship(let relationship): self.relationship(relationship)
    case .path(let path): self.path(path)
    case .float(let number): number.cypherText
    case .date(let date): date.text
    case .localTime(let time): time.text
    case .time(let time): time.text
    case .localDateTime(let dateTime): dateTime.text
    case .dateTime(let dateTime): dateTime.text
    case .duration(let duration): duration.text
    }
  }

  /// A value without graph elements as an expression that gives it: temporal ones by their functions.
  func expression(_ value: Value) -> String {
    switch value {
    case .date: "date('\(literal(value))')"
    case .localTime: "localtime('\(literal(value))')"
    case .time: "time('\(literal(value))')"
    case .localDateTime: "localdatetime('\(literal(value))')"
    case .dateTime: "datetime('\(literal(value))')"
    case .duration: "duration('\(literal(value))')"
    case .list(let values): "[\(values.map(expression).joined(separator: ", "))]"
    default: literal(value)
    }
  }

  /// `(:Client {name: 'Acme'})`.
  func node(_ node: NodeID) -> String {
    guard graph.contains(node) else { return "(deleted node \(node.rawValue))" }
    return self.node(graph.labels(of: node), graph.properties(of: node))
  }

  /// A node of its labels and properties, which may be gone from the graph.
  func node(_ labels: [LabelID], _ properties: [Property]) -> String {
    "(\(text(labels))\(text(properties, after: labels.isEmpty)))"
  }

  /// `[:KNOWS {strength: 3}]`.
  func relationship(_ relationship: RelationshipID) -> String {
    guard graph.contains(relationship) else { return "[deleted relationship \(relationship.rawValue)]" }
    return self.relationship(graph.type(of: relationship), graph.properties(of: relationship))
  }

  /// A relationship of its type and properties, which may be gone from the graph.
  func relationship(_ type: TypeID, _ properties: [Property]) -> String {
    "[:\(Self.name(graph.name(of: type)))\(text(properties, after: false))]"
  }

  /// `(:Person {name: 'Ivan'})-[:KNOWS {strength: 3}]->(…)`, the nodes by their names.
  private func path(_ path: Path) -> String {
    guard var last = path.nodes.first else { return "()" }
    var text = shortNode(last)
    for (next, relationship) in zip(path.nodes.dropFirst(), path.relationships) {
      let middle = self.relationship(relationship)
      let isForward = !graph.contains(relationship) || graph.start(of: relationship) == last
      text += isForward ? "-\(middle)->" : "<-\(middle)-"
      text += shortNode(next)
      last = next
    }
    return text
  }

  /// A node by its name, where it has one.
  func shortNode(_ node: NodeID) -> String {
    guard graph.contains(node), let key = graph.key("name") else { return self.node(node) }
    let name = graph.value(key, of: node)
    return name.isNull ? self.node(node) : "(\(text(graph.labels(of: node))) {name: \(literal(name))})"
  }

  private func text(_ labels: [LabelID]) -> String {
    labels.map { ":" + Self.name(graph.name(of: $0)) }.joined()
  }

  private func text(_ properties: [Property], after nothing: Bool) -> String {
    guard !properties.isEmpty else { return "" }
    let entries = properties.map { "\(Self.name(graph.name(of: $0.key))): \(literal($0.value))" }
    return "\(nothing ? "" : " "){\(entries.joined(separator: ", "))}"
  }

  /// A name as it stands in a query: in back quotes where it is no plain word.
  private static func name(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)
    }
    return isPlain ? name : CypherKeywords.quoted(name)
  }

  /// A text in single quotes, with the escapes of Cypher.
  static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": result += "\\'"
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}
