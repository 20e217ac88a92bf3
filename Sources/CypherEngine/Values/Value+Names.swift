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
    case .date(let value): value.text
    case .localTime(let value): value.text
    case .time(let value): value.text
    case .localDateTime(let value): value.text
    case .dateTime(let value): value.text
    case .duration(let value): value.text
    case .null, .list, .map, .node, .relationship, .path: nil
    }
  }
}
