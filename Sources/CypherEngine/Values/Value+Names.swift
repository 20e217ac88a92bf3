import PropertyGraph

extension Value {
  /// The type's name in messages: `an integer`.
  var typeName: String {
    if case .list = self { return StaticType.list(.any).name }
    return StaticType(of: self).name
  }

  /// The text of a scalar as `toString` gives it; nil for null and everything that holds other values.
  var scalarText: String? {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .float(let value): value.cypherText
    case .string(let value): value
    case .null, .date, .localTime, .time, .localDateTime, .dateTime, .duration, .list, .map, .node,
      .relationship, .path:
      nil
    }
  }
}
