import CypherEngine
import CypherSyntax
import PropertyGraph

/// Variables, which are the parameters of queries.
extension Session {
  /// The parameters that are there without having been set: the last answer and the day.
  static let standingVariables: Set<String> = ["_", "today"]

  /// The parameters of a text: the variables, and `$_` and `$today` where the text speaks of them.
  func parameters(of text: String) -> [String: Value] { parameters { Self.mentions($0, in: text) } }

  /// The parameters of a query, which knows what it speaks of.
  func parameters(of query: PreparedQuery) -> [String: Value] {
    parameters { query.parameters.contains($0) }
  }

  private func parameters(where isNamed: (String) -> Bool) -> [String: Value] {
    var parameters = variables
    if isNamed("_") { parameters["_"] = lastAnswer?.value ?? .null }
    if isNamed("today") { parameters["today"] = .date(today) }
    return parameters
  }

  /// Binds a variable.
  ///
  /// - Throws: a value other than a date for `today`, which commands take for the day.
  func bind(_ name: String, to value: Value, at span: Span?) throws(ShellError) {
    if name == "today" {
      guard case .date = value else {
        throw .other("$today is the day of every command", hint: "let today = date('2026-11-20')", at: span)
      }
    }
    variables[name] = value
  }

  /// Whether a parameter stands in a text, as a whole name; what it holds is only made then.
  private static func mentions(_ name: String, in text: String) -> Bool {
    let bytes = text.utf8
    var rest = bytes[...]
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      rest = rest[bytes.index(after: dollar)...]
      let word = rest.prefix(while: FirstWord.isWordByte)
      if word.elementsEqual(name.utf8) { return true }
    }
    return false
  }

  /// What `$name` or `$name.key` holds, as a command line would spell it; nothing for null.
  func variableText(_ path: String, at span: Span) throws(ShellError) -> String {
    let name = String(path.dropFirst().prefix { $0 != "." })
    guard Self.standingVariables.contains(name) || variables[name] != nil else {
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
