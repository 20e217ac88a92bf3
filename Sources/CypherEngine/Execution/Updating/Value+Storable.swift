import CypherSyntax
import PropertyGraph

extension Value {
  /// The value, where a property can hold it: scalars, temporal values, and lists of these; null removes.
  ///
  /// - Throws: TypeError InvalidPropertyType.
  func storable(at span: Span) throws(CypherError) -> Value {
    let offender: Value
    switch self {
    case .map, .node, .relationship, .path: offender = self
    case .list(let values):
      guard let element = values.first(where: { !$0.isListElement }) else { return self }
      offender = element
    default: return self
    }
    let name = offender.typeName
    throw CypherError(
      .typeError, .runtime, "InvalidPropertyType",
      isList ? "a property cannot hold a list with \(name) in it" : "a property cannot hold \(name)",
      at: span, hint: "properties hold numbers, strings, booleans, temporal values, and lists of these")
  }

  private var isList: Bool {
    if case .list = self { true } else { false }
  }

  private var isListElement: Bool {
    switch self {
    case .null, .list, .map, .node, .relationship, .path: false
    default: true
    }
  }
}
