import CypherSyntax
import PropertyGraph

/// Variables, which are the parameters of queries.
extension Session {
  /// What `$name` or `$name.key` holds, as a command line would spell it; nothing for null.
  func variableText(_ path: String, at span: Span) throws(ShellError) -> String {
    let name = String(path.dropFirst().prefix { $0 != "." })
    guard variables[name] != nil else {
      throw ShellError(
        .unknownVariable(name, near: NearNames.of(name, among: variables.keys.sorted())), at: span)
    }
    switch try evaluate(path) {
    case .null: return ""
    case .string(let text): return text
    case .integer(let number): return String(number)
    case .float(let number): return String(number)
    case .boolean(let flag): return String(flag)
    case .date(let date): return date.text
    case .localTime, .time, .localDateTime, .dateTime, .duration, .list, .map, .node, .relationship, .path:
      throw .other("$\(name) is neither a text, a number nor a date", at: span)
    }
  }
}
