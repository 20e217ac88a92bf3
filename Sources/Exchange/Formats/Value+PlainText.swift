internal import Persistence
internal import PropertyGraph

extension Value {
  /// The value as other programs' text: numbers, truth values and temporal values as they are written, lists and the
  /// like as JSON, null as nothing.
  func plainText(_ graph: Graph) -> String {
    switch self {
    case .null: return ""
    case .boolean(let value): return value ? "true" : "false"
    case .integer(let value): return String(value)
    case .float(let value): return value.cypherText
    case .string(let text): return text
    case .date(let value): return value.text
    case .localTime(let value): return value.text
    case .time(let value): return value.text
    case .localDateTime(let value): return value.text
    case .dateTime(let value): return value.text
    case .duration(let value): return value.text
    case .list, .map, .node, .relationship, .path:
      var json = JSONWriter()
      ValueCoding.write(self, graph: graph, into: &json)
      return json.text
    }
  }
}
