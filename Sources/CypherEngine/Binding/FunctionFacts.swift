import CypherSyntax

/// What the binder must know of a function.
struct FunctionFacts: Sendable {
  /// The registry's own spelling.
  var name: String
  /// The least number of arguments.
  var minimum: Int
  /// The greatest number of arguments.
  var maximum: Int
  /// What is known of the result.
  var result: StaticType = .any
  /// Whether it gives one value for a group of rows.
  var isAggregate = false

  /// `count(*)`.
  static let count = FunctionFacts(
    name: "count", minimum: 0, maximum: 1, result: .integer, isAggregate: true)

  /// Whether a name, in any case, is that of an aggregating function.
  static func isAggregate(_ name: String) -> Bool { find(name)?.isAggregate == true }

  /// What is known of a function, its name in any case.
  static func find(_ name: String) -> FunctionFacts? {
    if let facts = table[name] { return facts }
    return table[name.lowercased()]
  }

  /// All names, for suggestions.
  static var names: [String] { table.values.map(\.name) }

  /// What is known of the result for given arguments.
  func resultType(_ arguments: [BoundExpression]) -> StaticType {
    let first = arguments.first?.type ?? .any
    switch name {
    case "collect": return .list(first == .null ? .any : first)
    case "head", "last": return first.element
    case "min", "max": return first
    case "sum", "abs": return first.isNumeric ? first : .any
    case "tail": if case .list = first { return first }
    case "reverse": return first
    case "coalesce":
      let all = arguments.dropFirst().reduce(first) { $0.union($1.type) }
      return all == .null ? .any : all
    default: break
    }
    return result
  }

  /// Refuses arguments whose type can never do.
  func check(_ arguments: [BoundExpression]) throws(CypherError) {
    guard let argument = arguments.first, !argument.type.isOpen else { return }
    let type = argument.type
    let fits: Bool
    let wanted: String
    switch name {
    case "type": (fits, wanted) = (type == .relationship, "a relationship")
    case "startNode", "endNode": (fits, wanted) = (type == .relationship, "a relationship")
    case "labels": (fits, wanted) = (type == .node, "a node")
    case "nodes", "relationships", "length": (fits, wanted) = (type == .path, "a path")
    case "id", "elementId":
      (fits, wanted) = (type == .node || type == .relationship, "a node or a relationship")
    case "properties", "keys":
      fits = type == .node || type == .relationship || type == .map
      wanted = "a node, a relationship or a map"
    case "size":
      if case .list = type { return }
      (fits, wanted) = (type == .string, "a list or a string")
    case "head", "last", "tail":
      if case .list = type { return }
      (fits, wanted) = (false, "a list")
    default: return
    }
    if !fits { throw Binder.invalidType(argument, name, wants: wanted) }
  }
}
