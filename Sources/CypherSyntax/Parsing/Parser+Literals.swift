/// Numbers, strings, parameters, maps.
extension Parser {
  /// A number with the minus sign before it, as one literal, unless something binds it more tightly.
  mutating func negativeNumber(_ begin: Int) throws(CypherError) -> Expression? {
    guard kind == .integer || kind == .float else { return nil }
    switch ahead(1).kind {
    case .leftBracket, .dot, .colon: return nil
    default: break
    }
    return try number(isNegative: true, begin)
  }

  /// A number.
  mutating func number(isNegative: Bool, _ begin: Int) throws(CypherError) -> Expression {
    let bytes = source[start..<Int(token.end)]
    let isFloat = kind == .float
    advance()
    height = 1
    let span = span(from: begin)
    if isFloat {
      guard let value = NumberLiteral.double(bytes), value.isFinite else {
        throw mistake("FloatingPointOverflow", "the number is out of the range of a float", at: span)
      }
      return Expression(.float(isNegative ? -value : value), span)
    }
    if bytes.count > 1, bytes[bytes.startIndex] == 0x30, Lexer.isDigit(bytes[bytes.startIndex + 1]) {
      throw mistake(
        "InvalidNumberLiteral", "a whole number does not begin with 0", at: span,
        hint: "leave the zeros out, or write 0o for an octal number")
    }
    guard let magnitude = NumberLiteral.magnitude(bytes),
      magnitude <= UInt64(Int64.max) + (isNegative ? 1 : 0)
    else {
      throw mistake(
        "IntegerOverflow", "the number is out of the range of an integer", at: span,
        hint: "integers go from -9223372036854775808 to 9223372036854775807; for a float, write a point")
    }
    let value = Int64(bitPattern: magnitude)
    return Expression(.integer(isNegative ? 0 &- value : value), span)
  }

  /// A string.
  mutating func string() throws(CypherError) -> Expression {
    let token = token
    let inner = Int(token.start) + 1..<Int(token.end) - 1
    height = 1
    advance()
    guard token.kind == .escapedString else {
      return Expression(.string(String(decoding: source[inner], as: UTF8.self)), token.span)
    }
    do {
      return Expression(.string(try StringLiteral.unescape(source, inner)), token.span)
    } catch {
      throw mistake(
        error.detail, error.message, at: error.span,
        hint: error.detail == "UnexpectedSyntax"
          ? #"write \\ for a backslash; escapes are \n \t \r \b \f \' \" \\ \uXXXX"# : nil)
    }
  }

  /// `$name` or `$0`.
  mutating func parameter() throws(CypherError) -> Expression {
    let begin = start
    advance()
    guard start == lastEnd, isSchemaName(token) || kind == .integer else {
      throw unexpected("the name of a parameter right behind '$'")
    }
    height = 1
    var name = takeName()
    name.span.start = begin
    return Expression(.parameter(name), name.span)
  }

  /// `{key: value, …}`.
  mutating func mapLiteral() throws(CypherError) -> Expression {
    let begin = start
    let opened = position
    let outer = try enter()
    advance()
    var entries: [(key: Name, value: Expression)] = []
    if kind != .rightBrace {
      repeat {
        let key = try schemaName("a property key")
        try need(.colon, "':' and a value after the key '\(key.text)'")
        entries.append((key, try expression()))
      } while take(.comma)
    }
    try close(.rightBrace, "'}'", opened: opened, or: "','")
    try leave(outer)
    return Expression(.map(entries), span(from: begin))
  }
}
