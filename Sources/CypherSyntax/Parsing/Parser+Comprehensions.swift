/// Lists, comprehensions, quantifiers, reduce, and subqueries in braces.
extension Parser {
  /// A list, a list comprehension or a pattern comprehension.
  mutating func bracketed() throws(CypherError) -> Expression {
    let begin = start
    let opened = position
    let outer = try enter()
    advance()
    let kind: ExpressionKind
    if isVariable, ahead(1).keyword == .in, isComprehensionAhead {
      kind = try listComprehension()
    } else if isPatternComprehensionAhead {
      kind = try patternComprehension()
    } else {
      var items: [Expression] = []
      if self.kind != .rightBracket {
        repeat { items.append(try expression()) } while take(.comma)
      }
      kind = .list(items)
    }
    try close(.rightBracket, "']'", opened: opened, or: "','")
    try leave(outer)
    return Expression(kind, span(from: begin))
  }

  /// `x IN list WHERE predicate | projection`.
  private mutating func listComprehension() throws(CypherError) -> ExpressionKind {
    let name = takeName()
    advance()
    openBars += 1
    let list = try expression()
    let predicate = try whereClause()
    openBars -= 1
    let projection = take(.bar) ? try expression() : nil
    return .listComprehension(name, in: list, predicate: predicate, projection: projection)
  }

  /// `p = (a)-->(b) WHERE predicate | projection`.
  private mutating func patternComprehension() throws(CypherError) -> ExpressionKind {
    var name: Name?
    let begin = start
    if ahead(1).kind == .equal {
      name = takeName()
      advance()
    }
    var part = isShortest ? try shortest(.match) : try chain(.match)
    part.variable = name
    part.span = span(from: begin)
    openBars += 1
    let predicate = try whereClause()
    openBars -= 1
    try need(.bar, "'|' and an expression")
    return .patternComprehension(part, predicate: predicate, projection: try expression())
  }

  /// Whether `( x IN` follows the word here.
  var isIteration: Bool {
    let name = ahead(2)
    return ahead(1).kind == .leftParenthesis && isSchemaName(name) && name.keyword?.isReserved != true
      && ahead(3).keyword == .in
  }

  /// `all(x IN list WHERE predicate)` and its kin.
  mutating func quantifier() throws(CypherError) -> Expression {
    let begin = start
    let quantifier: Quantifier =
      switch keyword {
      case .all: .all
      case .any: .any
      case .noneOf: .none
      default: .single
      }
    let outer = try enter()
    let (name, list, predicate) = try iteration()
    try leave(outer)
    return Expression(.quantifier(quantifier, name, in: list, predicate: predicate), span(from: begin))
  }

  /// `filter(x IN list WHERE p)` and `extract(x IN list | e)`, the older forms of a list comprehension.
  mutating func filterOrExtract() throws(CypherError) -> Expression {
    let begin = start
    let outer = try enter()
    let opened = position + 1
    advance()
    advance()
    let kind = try listComprehension()
    try close(.rightParenthesis, "')'", opened: opened)
    try leave(outer)
    return Expression(kind, span(from: begin))
  }

  private mutating func iteration() throws(CypherError) -> (Name, Expression, Expression?) {
    let opened = position + 1
    advance()
    advance()
    let name = takeName()
    advance()
    let list = try expression()
    let predicate = try whereClause()
    try close(.rightParenthesis, "')'", opened: opened, or: "WHERE")
    return (name, list, predicate)
  }

  /// `reduce(total = 0, x IN list | total + x)`.
  mutating func reduce() throws(CypherError) -> Expression {
    let begin = start
    let outer = try enter()
    let opened = position + 1
    advance()
    advance()
    let accumulator = try variable()
    try need(.equal, "'='")
    let initial = try expression()
    try need(.comma, "','")
    let name = try variable()
    try need(.in)
    openBars += 1
    let list = try expression()
    openBars -= 1
    try need(.bar, "'|' and an expression")
    let body = try expression()
    try close(.rightParenthesis, "')'", opened: opened)
    try leave(outer)
    return Expression(
      .reduce(accumulator: accumulator, initial: initial, name, in: list, body), span(from: begin))
  }

  /// `EXISTS { … }`, `COUNT { … }` or `COLLECT { … }`.
  mutating func subquery() throws(CypherError) -> Expression {
    let begin = start
    let place: Place = keyword == .exists ? .exists : keyword == .count ? .count : .collect
    advance()
    if place == .collect {
      let query = try bracedQuery(.collect)
      return Expression(.collectSubquery(query), span(from: begin))
    }
    let body = try subqueryBody(place)
    return Expression(place == .exists ? .existsSubquery(body) : .countSubquery(body), span(from: begin))
  }

  private mutating func subqueryBody(_ place: Place) throws(CypherError) -> SubqueryBody {
    if ahead(1).keyword?.startsClause == true, ahead(2).kind != .equal {
      let query = try bracedQuery(place)
      // A single MATCH says the same as its bare pattern.
      if query.parts.count == 1, query.parts[0].clauses.count == 1,
        case .match(false, let pattern, let predicate) = query.parts[0].clauses[0].kind
      {
        return .pattern(pattern, predicate: predicate)
      }
      return .query(query)
    }
    let opened = position
    let outer = try enter()
    advance()
    let pattern = try self.pattern(.match)
    let predicate = try whereClause()
    try close(.rightBrace, "'}'", opened: opened, or: "WHERE")
    try leave(outer)
    return .pattern(pattern, predicate: predicate)
  }
}
