/// Errors that say what was found, what belongs there, and what may have been meant.
extension Parser {
  /// An error at the next token.
  ///
  /// - Parameters:
  ///   - expected: What belongs here, as it goes after "expected".
  ///   - near: The keywords that a misspelt word here may stand for.
  ///   - open: A bracket that is still open.
  ///   - hint: Advice that comes before any other.
  func unexpected(
    _ expected: String, near: [Keyword] = [], open: Token? = nil, hint: String? = nil
  ) -> CypherError {
    if let mistake = lexicalMistake() { return mistake }
    var hint = hint
    if hint == nil, kind == .word, let near = didYouMean(text(token), among: near.map(\.text)),
      near != text(token).uppercased()
    {
      hint = "did you mean \(near)?"
    }
    if hint == nil, let open {
      let place = SourcePosition(of: Int(open.start), in: source)
      hint = "the '\(text(open))' at line \(place.line), column \(place.column) is still open"
    }
    if hint == nil, keyword?.isReserved == true, expected.hasPrefix("a ") || expected.hasPrefix("an ") {
      hint = "\(text(token)) is a keyword; to use it as a name, write `\(text(token))`"
    }
    return CypherError(
      .syntaxError, .compileTime, "UnexpectedSyntax", "expected \(expected), but found \(found)",
      at: token.span, hint: hint)
  }

  /// A syntax error of some other detail.
  func mistake(_ detail: String, _ message: String, at span: Span, hint: String? = nil) -> CypherError {
    CypherError(.syntaxError, .compileTime, detail, message, at: span, hint: hint)
  }

  /// The error for too much nesting.
  func tooDeep() -> CypherError {
    CypherError(
      .limitExceeded, .compileTime, "NestingTooDeep",
      "the expression is nested too deeply (more than \(limits.depth) levels)",
      at: kind == .end ? span(from: lastEnd) : token.span, hint: "split it with WITH, or raise the limit")
  }

  /// The error for too many clauses and parts of patterns.
  func tooManySteps() -> CypherError {
    CypherError(
      .limitExceeded, .compileTime, "TooManySteps",
      "the query has more than \(limits.steps) clauses and parts of patterns",
      at: kind == .end ? span(from: lastEnd) : token.span,
      hint: "split it into several statements; one CREATE takes any number of patterns")
  }

  /// The error for a pattern that is too large to plan.
  func tooLarge(_ pattern: Pattern) -> CypherError {
    CypherError(
      .limitExceeded, .compileTime, "TooManySteps", "the pattern has more than \(limits.patternNodes) nodes",
      at: pattern.span, hint: "split it into several MATCH clauses")
  }

  /// The next token in words.
  var found: String {
    switch kind {
    case .end: "the end of the text"
    case .string, .escapedString: "a string"
    case .integer, .float, .malformedNumber: "the number \(short(token))"
    case .word: keyword?.isReserved == true ? text(token).uppercased() : "'\(short(token))'"
    default: "'\(short(token))'"
    }
  }

  /// The source of a token.
  func text(_ token: Token) -> String {
    String(decoding: source[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// The source of a token, cut where it is long.
  private func short(_ token: Token) -> String {
    let text = text(token)
    return text.count > 30 ? text.prefix(29) + "…" : text
  }

  /// The error for a next token that is none, whatever belongs here.
  private func lexicalMistake() -> CypherError? {
    let first = Span(start, min(start + 1, Int(token.end)))
    switch kind {
    case .unclosedString:
      return mistake(
        "UnexpectedSyntax", "the string that begins here is not closed", at: first,
        hint: "close it with \(String(decoding: source[start..<start + 1], as: UTF8.self))")
    case .unclosedName:
      return mistake(
        "UnexpectedSyntax", "the name in back quotes that begins here is not closed", at: first,
        hint: "close it with `")
    case .unclosedComment:
      return mistake(
        "UnexpectedSyntax", "the comment that begins here is not closed", at: Span(start, start + 2),
        hint: "close it with */")
    case .unicodeDash:
      return mistake(
        "InvalidUnicodeCharacter", "'\(text(token))' is no minus sign", at: token.span, hint: "write -")
    case .unicodeLeft, .unicodeRight:
      return mistake(
        "InvalidUnicodeCharacter", "'\(text(token))' stands in patterns only", at: token.span,
        hint: kind == .unicodeLeft ? "write <" : "write >")
    case .unknown: return unknownCharacter()
    default: return nil
    }
  }

  private func unknownCharacter() -> CypherError {
    let character = text(token)
    let hint: String? =
      switch character {
      case "!=": "write <> for \"is not equal\""
      case "‘", "’", "“", "”", "„", "«", "»", "‚": "strings stand between ' or \""
      case "&": "write AND"
      case "!": "write NOT"
      default: nil
      }
    return mistake(
      source[start] < 0x80 || hint != nil ? "UnexpectedSyntax" : "InvalidUnicodeCharacter",
      "'\(character)' has no meaning here", at: token.span, hint: hint)
  }
}
