/// The smallest expressions.
extension Parser {
  /// One operand without what follows it.
  mutating func atom() throws(CypherError) -> Expression {
    switch kind {
    case .integer, .float: return try number(isNegative: false, start)
    case .string, .escapedString: return try string()
    case .dollar: return try parameter()
    case .leftParenthesis: return try parenthesised()
    case .leftBracket: return try bracketed()
    case .leftBrace: return try mapLiteral()
    case .word: return try wordAtom()
    case .quotedName: return try nameAtom()
    case .malformedNumber:
      throw mistake(
        "InvalidNumberLiteral", "'\(text(token))' is not a number", at: token.span,
        hint: "numbers look like 42, 1.5, 1e9, 0xFF or 0o17")
    default: throw unexpected("an expression")
    }
  }

  /// A pattern, or an expression in parentheses, which become part of its span.
  private mutating func parenthesised() throws(CypherError) -> Expression {
    let begin = start
    if isPatternAhead { return try patternAtom() }
    let opened = position
    advance()
    var inner = try operators(.or)
    try close(.rightParenthesis, "')'", opened: opened)
    inner.span = span(from: begin)
    return inner
  }

  /// A pattern as a condition.
  private mutating func patternAtom() throws(CypherError) -> Expression {
    let part = isShortest ? try shortest(.match) : try chain(.match)
    return Expression(.pattern(part), part.span)
  }

  private mutating func wordAtom() throws(CypherError) -> Expression {
    switch keyword {
    case .none: return try nameAtom()
    case .null: return constant(.null)
    case .true: return constant(.boolean(true))
    case .false: return constant(.boolean(false))
    case .case: return try caseExpression()
    case .exists, .count, .collect:
      if ahead(1).kind == .leftBrace, ahead(2).kind != .dot, ahead(2).kind != .rightBrace {
        return try subquery()
      }
      return try nameAtom()
    case .all, .any, .noneOf, .single: return isIteration ? try quantifier() : try nameAtom()
    case .filter, .extract: return isIteration ? try filterOrExtract() : try nameAtom()
    case .reduce where ahead(1).kind == .leftParenthesis && ahead(3).kind == .equal: return try reduce()
    case .shortestPath, .allShortestPaths: return isShortest ? try patternAtom() : try nameAtom()
    default: return try nameAtom()
    }
  }

  private mutating func constant(_ kind: ExpressionKind) -> Expression {
    let span = token.span
    height = 1
    advance()
    return Expression(kind, span)
  }

  /// A variable or a call of a function.
  private mutating func nameAtom() throws(CypherError) -> Expression {
    var offset = 1
    while ahead(offset).kind == .dot, isSchemaName(ahead(offset + 1)) { offset += 2 }
    if ahead(offset).kind == .leftParenthesis, offset > 1 || isVariable { return try functionCall() }
    guard isVariable else { throw unexpected("an expression") }
    let name = takeName()
    height = 1
    return Expression(.variable(name), name.span)
  }

  private mutating func functionCall() throws(CypherError) -> Expression {
    let begin = start
    let isCount = keyword == .count
    let takesPattern = keyword == .exists
    let name = try qualifiedName("the name of a function")
    let opened = position
    advance()
    if isCount, kind == .star, ahead(1).kind == .rightParenthesis {
      advance()
      advance()
      height = 1
      return Expression(.countStar, span(from: begin))
    }
    let outer = try enter()
    let distinct = take(.distinct)
    if name.text.lowercased() == "trim", let call = try trimCall(name, opened) {
      try leave(outer)
      return Expression(call, span(from: begin))
    }
    var arguments: [Expression] = []
    if kind != .rightParenthesis {
      repeat { arguments.append(takesPattern ? try predicate() : try expression()) } while take(.comma)
    }
    try close(.rightParenthesis, "')'", opened: opened, or: "','")
    try leave(outer)
    return Expression(.call(name, distinct: distinct, arguments), span(from: begin))
  }

  /// `trim(LEADING 'x' FROM text)` and its like; nil where the call is an ordinary one.
  private mutating func trimCall(_ name: Name, _ opened: Int) throws(CypherError) -> ExpressionKind? {
    let sides = ["LEADING": "lTrim", "TRAILING": "rTrim", "BOTH": "bTrim"]
    let isFollowed = ahead(1).kind != .rightParenthesis && ahead(1).kind != .comma
    guard kind == .word, isFollowed, let side = sides[text(token).uppercased()] else { return nil }
    advance()
    var characters: Expression?
    if keyword != .from { characters = try expression() }
    try need(.from)
    let arguments = [try expression()] + [characters].compactMap { $0 }
    try close(.rightParenthesis, "')'", opened: opened)
    return .call(Name(side, name.span), distinct: false, arguments)
  }

  /// `CASE … END` in both its forms.
  private mutating func caseExpression() throws(CypherError) -> Expression {
    let begin = start
    let outer = try enter()
    advance()
    let subject = keyword == .when ? nil : try expression()
    var branches: [(when: Expression, then: Expression)] = []
    guard keyword == .when else { throw unexpected("WHEN", near: [.when]) }
    while take(.when) {
      let condition = subject == nil ? try predicate() : try expression()
      try need(.then)
      branches.append((condition, try expression()))
    }
    let otherwise = take(.else) ? try expression() : nil
    guard take(.endCase) else { throw unexpected("WHEN, ELSE or END", near: [.when, .else, .endCase]) }
    try leave(outer)
    return Expression(
      .caseOf(subject: subject, branches: branches, otherwise: otherwise), span(from: begin))
  }
}
