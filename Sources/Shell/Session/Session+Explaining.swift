import CypherSyntax

/// What a session adds to the engine's errors: what it knows of commands and variables.
extension Session {
  /// The error in the terms of the shell.
  func explained(_ error: CypherError, in text: String) -> ShellError {
    switch error.kind {
    case .interrupted: ShellError(.interrupted)
    case .syntaxError: missingSemicolon(error, in: text) ?? commandMeant(error, in: text) ?? ShellError(error)
    case .parameterMissing:
      error.span.map { unknownVariable(name(at: $0, in: text), in: text) } ?? ShellError(error)
    default: ShellError(error)
    }
  }

  /// Where a query breaks off on a line that begins with a verb, it is its `;` that is missing.
  private func missingSemicolon(_ error: CypherError, in text: String) -> ShellError? {
    guard error.phase == .compileTime, let span = error.span else { return nil }
    let bytes = Array(text.utf8)
    let place = min(max(0, span.start), bytes.count)
    guard let newline = bytes[..<place].lastIndex(of: 0x0A) else { return nil }
    var start = newline + 1
    while start < bytes.count, bytes[start] != 0x0A, FirstWord.isBlank(bytes[start]) { start += 1 }
    let word = FirstWord.word(in: bytes[start...])
    guard registry.command(word) != nil else { return nil }
    return ShellError(.missingSemicolon(before: word), at: Span(start, start + word.utf8.count))
  }

  /// `call Ivan` and `show clients` are queries by their first word, and meant as commands.
  private func commandMeant(_ error: CypherError, in text: String) -> ShellError? {
    let words = text.prefix { !$0.isNewline }.split(separator: " ", maxSplits: 2)
      .map { String($0.prefix { $0.isLetter }) }
    guard words.count > 1, !words[1].isEmpty else { return nil }
    let meant =
      switch words[0].lowercased() {
      case "call": "log call with PERSON"
      case "show": registry.near(words[1]).first { $0.hasPrefix("list ") } ?? "card NAME"
      default: ""
      }
    guard !meant.isEmpty else { return nil }
    var error = error
    error.hint = (error.hint.map { $0 + "; " } ?? "") + "as a command it is '\(meant)'"
    return ShellError(error)
  }

  /// The name of the parameter at a place.
  private func name(at span: Span, in text: String) -> String {
    let bytes = Array(text.utf8)
    guard span.start >= 0, span.start < span.end, span.end <= bytes.count else { return "" }
    return String(decoding: bytes[span.start..<span.end].drop { $0 == UInt8(ascii: "$") }, as: UTF8.self)
  }

  /// Says that a variable was never bound, and marks it in the text.
  func unknownVariable(_ name: String, in text: String) -> ShellError {
    let near = NearNames.of(name, among: variables.keys.sorted())
    return ShellError(.unknownVariable(name, near: near), at: place(of: "$" + name, in: text))
  }

  /// Where a word stands in a text for the first time, as a whole.
  private func place(of word: String, in text: String) -> Span? {
    let bytes = Array(text.utf8)
    let wanted = Array(word.utf8)
    return bytes.indices.first { start in
      let end = start + wanted.count
      return bytes[start...].starts(with: wanted) && (end == bytes.count || !FirstWord.isWordByte(bytes[end]))
    }.map { Span($0, $0 + wanted.count) }
  }
}
