import CypherSyntax
import PropertyGraph

/// Variables, which are the parameters of queries.
extension Session {
  /// The parameters of a text: the variables, and `$_` where the text speaks of it.
  func parameters(of text: String) -> [String: Value] {
    guard Self.mentionsLastAnswer(text) else { return variables }
    var parameters = variables
    parameters["_"] = lastAnswer?.value ?? .null
    return parameters
  }

  /// Whether `$_` stands in a text, as a whole name; the list that it means is only made then.
  private static func mentionsLastAnswer(_ text: String) -> Bool {
    var before: UInt8 = 0
    var isNear = false
    for byte in text.utf8 {
      if isNear, !FirstWord.isWordByte(byte) { return true }
      isNear = before == UInt8(ascii: "$") && byte == UInt8(ascii: "_")
      before = byte
    }
    return isNear
  }

  /// What `$name` or `$name.key` holds, as a command line would spell it; nothing for null.
  func variableText(_ path: String, at span: Span) throws(ShellError) -> String {
    let name = String(path.dropFirst().prefix { $0 != "." })
    guard name == "_" || variables[name] != nil else {
      throw ShellError(
        .unknownVariable(name, near: NearNames.of(name, among: variables.keys.sorted())), at: span)
    }
    switch try evaluate(path) {
    case .node, .relationship, .path, .list, .map:
      throw .other("\(path) is neither a text, a number nor a date", at: span)
    case let value: return ValueText(graph: graph).plain(value)
    }
  }
}
