import CypherSyntax
import PropertyGraph

extension Binder {
  /// Binds `subject.key`.
  mutating func bindProperty(
    _ subject: Expression, _ key: Name, _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let subject = try bind(subject)
    var type = StaticType.any
    switch subject.type {
    case .node, .relationship: checkKey(key)
    case .map, .any, .null: break
    case .duration: type = .integer
    case let temporal where temporal.isTemporal: break
    case .path: throw Self.invalidType(subject, "a property", wants: "a node, a relationship or a map")
    default:
      throw Self.invalidType(
        subject, "a property", wants: "a node, a relationship or a map", kind: .typeError)
    }
    if case .constant(.map(let map)) = subject.kind, let value = map[key.text] {
      type = StaticType(of: value)
    }
    return BoundExpression(.property(subject, key: key.text), type, span)
  }

  /// Binds `subject[index]`.
  mutating func bindElement(
    _ subject: Expression, _ index: Expression, _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let subject = try bind(subject)
    let index = try bind(index)
    var type = StaticType.any
    switch subject.type {
    case .list(let element):
      type = element
      switch index.type {
      case .integer, .number, .any, .null: break
      default: throw Self.invalidType(index, "a list's index", wants: "an integer", kind: .typeError)
      }
    case .map, .node, .relationship, .any, .null: break
    default: throw Self.invalidType(subject, "[…]", wants: "a list or a map", kind: .typeError)
    }
    return BoundExpression(.element(subject, index), type, span)
  }

  /// Binds `subject[from..to]`.
  mutating func bindSlice(
    _ subject: Expression, _ from: Expression?, _ to: Expression?, _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let subject = try bind(subject)
    let from = try bindOptional(from)
    let to = try bindOptional(to)
    switch subject.type {
    case .list, .any, .null: break
    default: throw Self.invalidType(subject, "[..]", wants: "a list", kind: .typeError)
    }
    let type: StaticType = if case .list = subject.type { subject.type } else { .list(.any) }
    return BoundExpression(.slice(subject, from: from, to: to), type, span)
  }

  /// Binds `subject:A:B`.
  mutating func bindLabels(
    _ subject: Expression, _ labels: [Name], _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let subject = try bind(subject)
    switch subject.type {
    case .node: checkLabels(labels)
    case .relationship: checkTypes(labels)
    case .any, .null: break
    default: throw Self.invalidType(subject, "a label", wants: "a node or a relationship")
    }
    return BoundExpression(.hasLabels(subject, labels.map(\.text)), .boolean, span)
  }
}

extension StaticType {
  /// The type of a list's elements; any where it is not known to be a list.
  var element: StaticType {
    if case .list(let element) = self { return element }
    return .any
  }

  /// The type of a constant.
  init(of value: Value) {
    switch value {
    case .null: self = .null
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .float: self = .float
    case .string: self = .string
    case .date: self = .date
    case .localTime: self = .localTime
    case .time: self = .time
    case .localDateTime: self = .localDateTime
    case .dateTime: self = .dateTime
    case .duration: self = .duration
    case .list(let values):
      let element = values.dropFirst().reduce(values.first.map { StaticType(of: $0) } ?? .any) {
        $0.union(StaticType(of: $1))
      }
      self = .list(element == .null ? .any : element)
    case .map: self = .map
    case .node: self = .node
    case .relationship: self = .relationship
    case .path: self = .path
    }
  }
}
