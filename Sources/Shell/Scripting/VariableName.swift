import CypherSyntax

/// The names of variables, which are those of query parameters.
enum VariableName {
  /// Whether a text can be the name of a variable: a letter, then letters, digits and `_`.
  static func isValid(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first.properties.isXIDStart else { return false }
    return name.unicodeScalars.allSatisfy(\.properties.isXIDContinue)
  }

  /// Reads the name that stands in a range, without blanks around it; a `$` before it is forgiven.
  static func read(_ bytes: [UInt8], _ range: Span) throws(ShellError) -> String {
    var span = range
    while span.start < span.end, FirstWord.isBlank(bytes[span.start]) { span.start += 1 }
    while span.start < span.end, FirstWord.isBlank(bytes[span.end - 1]) { span.end -= 1 }
    var name = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    if name.first == "$" { name.removeFirst() }
    guard isValid(name) else {
      let hint = "a name begins with a letter and goes on with letters, digits and '_'"
      throw .other("'\(name)' is no name of a variable", hint: hint, at: span)
    }
    return name
  }
}
