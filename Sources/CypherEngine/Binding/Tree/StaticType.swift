/// What is known of a value's type before the query runs.
///
/// Every type but `null` admits null as well: openCypher's types are nullable.
indirect enum StaticType: Hashable, Sendable {
  /// Nothing is known.
  case any
  /// The literal null.
  case null
  case boolean, integer, float, string
  /// An integer or a float.
  case number
  case date, localTime, time, localDateTime, dateTime, duration
  case map, node, relationship, path
  /// A list and what is known of its elements.
  case list(StaticType)

  /// Whether the type belongs to the graph rather than to plain values.
  var isEntity: Bool {
    switch self {
    case .node, .relationship, .path: true
    default: false
    }
  }

  /// Whether values of the type are numbers, or may be.
  var isNumeric: Bool {
    switch self {
    case .integer, .float, .number: true
    default: false
    }
  }

  /// Whether the type is one of points or spans of time.
  var isTemporal: Bool {
    switch self {
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration: true
    default: false
    }
  }

  /// Whether nothing can be refused on the strength of this type.
  var isOpen: Bool { self == .any || self == .null }

  /// The narrowest type here that admits the values of both.
  func union(_ other: StaticType) -> StaticType {
    if self == other || other == .null { return self }
    if self == .null { return other }
    if isNumeric && other.isNumeric { return .number }
    if case .list(let a) = self, case .list(let b) = other { return .list(a.union(b)) }
    return .any
  }

  /// The type's name in messages.
  var name: String {
    switch self {
    case .any: "any value"
    case .null: "null"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .float: "a float"
    case .string: "a string"
    case .number: "a number"
    case .date: "a date"
    case .localTime: "a local time"
    case .time: "a time"
    case .localDateTime: "a local date-time"
    case .dateTime: "a date-time"
    case .duration: "a duration"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    case .list(.relationship): "a list of relationships"
    case .list: "a list"
    }
  }
}
