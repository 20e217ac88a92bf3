/// Statements and the order of their clauses.
extension Parser {
  /// What a query is part of, which decides how it may end and what it may do.
  enum Place { case statement, call, exists, count, collect }

  /// The whole statement up to the end of the text.
  mutating func statement() throws(CypherError) -> Query {
    let begin = start
    var mode = Query.Mode.run
    if take(.explain) { mode = .explain } else if take(.profile) { mode = .profile }
    guard kind != .end, kind != .semicolon else { throw unexpected("a clause such as MATCH or RETURN") }
    var query = try self.query(.statement)
    query.mode = mode
    query.span.start = begin
    _ = take(.semicolon)
    guard kind == .end else { throw unexpected("the end of the text", hint: "run one statement at a time") }
    return query
  }

  /// Single queries joined by UNION.
  mutating func query(_ place: Place) throws(CypherError) -> Query {
    let begin = start
    var parts = [try singleQuery(place)]
    var unionAll: [Bool] = []
    while keyword == .union {
      let union = token
      advance()
      unionAll.append(take(.all))
      if unionAll[0] != unionAll[unionAll.count - 1] {
        throw mistake(
          "InvalidClauseComposition", "UNION and UNION ALL cannot be mixed in one query",
          at: span(from: Int(union.start)),
          hint: "use the same one throughout")
      }
      parts.append(try singleQuery(place))
    }
    return Query(mode: .run, parts: parts, unionAll: unionAll, span: span(from: begin))
  }

  private mutating func singleQuery(_ place: Place) throws(CypherError) -> SingleQuery {
    let begin = start
    var order = ClauseOrder(place: place)
    var clauses: [Clause] = []
    let outerSteps = steps
    defer { steps = outerSteps }
    repeat {
      try step()
      let first = token
      try order.check(first, ahead(1), self)
      let clause = try self.clause(place, previous: clauses.last)
      clauses.append(clause)
      order.add(clause)
      if case .show = clause.kind, let selection = try selectionOfShow() {
        clauses.append(selection)
        order.add(selection)
      }
    } while !endsQuery
    if case .show? = clauses.first?.kind, case .with? = clauses.last?.kind {
      clauses.append(everything)
      order.add(everything)
    }
    try order.finish(clauses, self)
    return SingleQuery(clauses: clauses, span: span(from: begin))
  }

  /// Whether the next token is behind the last clause.
  private var endsQuery: Bool {
    switch kind {
    case .end, .semicolon, .rightBrace: true
    default: keyword == .union
    }
  }

  /// One clause, chosen by its first word.
  private mutating func clause(_ place: Place, previous: Clause?) throws(CypherError) -> Clause {
    let begin = start
    let kind: ClauseKind
    switch keyword {
    case .optional where ahead(1).keyword == .call: kind = try callClause()
    case .match, .optional: kind = try matchClause()
    case .unwind: kind = try unwindClause()
    case .with: kind = try withClause()
    case .return: kind = try returnClause()
    case .create: kind = try createsSchema ? createSchemaClause() : createClause()
    case .merge: kind = try mergeClause()
    case .set: kind = try setClause()
    case .remove: kind = try removeClause()
    case .delete, .detach: kind = try deleteClause()
    case .call: kind = try callClause()
    case .foreach: kind = try foreachClause()
    case .load: kind = try loadClause()
    case .drop: kind = try dropClause()
    case .show: kind = try showClause()
    default: throw clauseExpected(after: previous)
    }
    return Clause(kind, span(from: begin))
  }

  /// The error for a word that begins no clause, which may be a part of the clause before it.
  func clauseExpected(after previous: Clause?) -> CypherError {
    var near = Keyword.allCases.filter(\.startsClause)
    var expected = "a clause such as MATCH or RETURN"
    switch previous?.kind {
    case .match:
      near += [.where]
      expected = "WHERE, RETURN or another clause"
    case .returning:
      near = [.as, .order, .skip, .limit, .union]
      expected = "',', AS, ORDER BY, SKIP, LIMIT, UNION or the end of the query"
    case .with:
      near += [.as, .order, .skip, .limit, .where]
      expected = "',', AS, ORDER BY, WHERE or another clause"
    case .merge:
      near += [.on]
      expected = "ON CREATE, ON MATCH or another clause"
    case .call:
      near += [.yield]
      expected = "YIELD or another clause"
    case .none: near += [.explain, .profile]
    default: expected = "another clause or the end of the query"
    }
    return unexpected(expected, near: near)
  }
}
