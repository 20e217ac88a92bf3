/// Turns the text of one statement into its syntax tree, by recursive descent over tokens.
public struct Parser {
  let source: [UInt8]
  let tokens: [Token]
  let limits: SyntaxLimits
  /// The index of the token to read next.
  var position = 0
  /// How deep the parser itself has descended.
  var depth = 0
  /// The height of the expression that was finished last.
  var height = 0
  /// The height of the tallest expression since the innermost open construct began.
  var peak = 0
  /// How many lists are being read that a `|` ends.
  var openBars = 0
  /// How many steps the query at hand has so far, those of the queries around it included.
  var steps = 0

  init(_ text: String, _ limits: SyntaxLimits) throws(CypherError) {
    self.limits = limits
    source = Array(text.utf8)
    guard source.count <= min(limits.textLength, Int(Int32.max) - 1) else {
      throw CypherError(
        .limitExceeded, .compileTime, "TextTooLong",
        "the statement is longer than \(limits.textLength) bytes",
        hint: "split it, or raise the limit")
    }
    tokens = Lexer.tokens(of: source)
  }

  /// Parses one statement, with or without a semicolon at its end.
  ///
  /// - Throws: A SyntaxError at compile time, or LimitExceeded for a text that is too long or nested too deeply.
  /// - Complexity: O(n) in the length of the text.
  public static func parse(_ text: String, limits: SyntaxLimits = .init()) throws(CypherError) -> Query {
    var parser = try Parser(text, limits)
    return try parser.statement()
  }

  /// Parses one expression and nothing else.
  ///
  /// - Throws: As `parse`.
  public static func parseExpression(
    _ text: String, limits: SyntaxLimits = .init()
  ) throws(CypherError) -> Expression {
    var parser = try Parser(text, limits)
    let expression = try parser.expression()
    guard parser.kind == .end else { throw parser.unexpected("an operator or the end of the expression") }
    return expression
  }
}

/// Reading tokens.
extension Parser {
  /// The token to read next.
  @inline(__always) var token: Token { tokens[position] }
  /// Its kind.
  @inline(__always) var kind: TokenKind { tokens[position].kind }
  /// The keyword it spells.
  @inline(__always) var keyword: Keyword? { tokens[position].keyword }
  /// Where it begins.
  @inline(__always) var start: Int { Int(tokens[position].start) }
  /// Where the token before it ended.
  var lastEnd: Int { position > 0 ? Int(tokens[position - 1].end) : 0 }

  /// The token at an offset from the next; the end where there is none.
  func ahead(_ offset: Int) -> Token { tokens[min(position + offset, tokens.count - 1)] }

  /// From a byte to the end of the token read last.
  func span(from start: Int) -> Span { Span(start, max(start, lastEnd)) }

  /// Goes to the next token; the end is never passed.
  @inline(__always)
  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  /// Reads a token of this kind, if it is the next.
  @inline(__always)
  mutating func take(_ wanted: TokenKind) -> Bool {
    guard kind == wanted else { return false }
    advance()
    return true
  }

  /// Reads this keyword, if it is the next.
  @inline(__always)
  mutating func take(_ wanted: Keyword) -> Bool {
    guard keyword == wanted else { return false }
    advance()
    return true
  }

  /// Reads two keywords, if they are the next.
  mutating func take(_ first: Keyword, _ second: Keyword) -> Bool {
    guard keyword == first, ahead(1).keyword == second else { return false }
    advance()
    advance()
    return true
  }

  /// Reads a token that must come here.
  mutating func need(_ wanted: TokenKind, _ what: String) throws(CypherError) {
    guard take(wanted) else { throw unexpected(what) }
  }

  /// Reads a keyword that must come here.
  mutating func need(_ wanted: Keyword) throws(CypherError) {
    guard take(wanted) else { throw unexpected(wanted.text, near: [wanted]) }
  }

  /// Reads the bracket that closes the one at a token's index.
  mutating func close(_ wanted: TokenKind, _ sign: String, opened: Int, or others: String = "")
    throws(CypherError)
  {
    guard take(wanted) else {
      throw unexpected(others.isEmpty ? sign : "\(sign) or \(others)", open: tokens[opened])
    }
  }

  /// Counts clauses and parts of patterns.
  mutating func step(_ count: Int = 1) throws(CypherError) {
    steps += count
    guard steps <= limits.steps else { throw tooManySteps() }
  }

  /// Opens a construct that holds expressions; pass the result to `leave`.
  mutating func enter() throws(CypherError) -> Int {
    depth += 1
    guard depth <= limits.depth else { throw tooDeep() }
    defer { peak = 0 }
    return peak
  }

  /// Closes a construct, one higher than the tallest expression in it.
  mutating func leave(_ outer: Int) throws(CypherError) {
    depth -= 1
    height = peak + 1
    peak = max(outer, height)
    guard height <= limits.depth else { throw tooDeep() }
  }
}
