import CypherSyntax
import PropertyGraph

extension Binder {
  /// Binds a pattern that stands where an expression may.
  mutating func bindPattern(
    _ part: PatternPart, asPredicate: Bool, _ span: Span
  ) throws(CypherError) -> BoundExpression {
    if part.search != .all { return try bindShortestPath(part, span) }
    guard asPredicate else {
      throw Self.error(
        "UnexpectedSyntax", "a pattern can stand only where it is asked whether it matches", at: span,
        hint: "a pattern comprehension gives a list: [(a)-->(b) | b]")
    }
    return try bindExistsPattern(part, span)
  }

  /// Binds a pattern as the question whether it has a match.
  mutating func bindExistsPattern(
    _ part: PatternPart, _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let visible = enterBody()
    let match = try bindMatch([part], nil, optional: false, use: .predicate)
    leaveBody(visible)
    return BoundExpression(.existsPattern(match), .boolean, span)
  }

  /// `shortestPath(…)` gives a path, `allShortestPaths(…)` a list of paths.
  private mutating func bindShortestPath(
    _ part: PatternPart, _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let visible = enterBody()
    var match = try bindMatch([part], nil, optional: false, use: .predicate)
    let slot = newSlot(nil, .path)
    match.pattern.parts[0].pathSlot = slot
    match.introduced.append(slot)
    leaveBody(visible)
    let path = BoundExpression(.slot(slot), .path, span)
    let paths = BoundExpression(
      .patternComprehension(match, projection: path), .list(.path), span)
    if part.search == .allShortestPaths { return paths }
    let first = BoundExpression(.constant(.integer(0)), .integer, span)
    return BoundExpression(.element(paths, first), .path, span)
  }

  /// Binds `[pattern WHERE predicate | projection]`.
  mutating func bindPatternComprehension(
    _ part: PatternPart, _ predicate: Expression?, _ projection: Expression, _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let visible = enterBody()
    let match = try bindMatch([part], predicate, optional: false, use: .match)
    let bound = try bind(projection)
    leaveBody(visible)
    return BoundExpression(
      .patternComprehension(match, projection: bound), .list(bound.type == .null ? .any : bound.type),
      span)
  }

  /// Binds EXISTS, COUNT and COLLECT with braces.
  mutating func bindSubqueryExpression(
    _ expression: Expression
  ) throws(CypherError) -> BoundExpression {
    let span = expression.span
    switch expression.kind {
    case .existsSubquery(.pattern(let pattern, let predicate)):
      return BoundExpression(
        .existsPattern(try bindSubpattern(pattern, predicate)), .boolean, span)
    case .countSubquery(.pattern(let pattern, let predicate)):
      return BoundExpression(
        .countPattern(try bindSubpattern(pattern, predicate)), .integer, span)
    case .existsSubquery(.query(let query)):
      return BoundExpression(.existsQuery(try bindNested(query)), .boolean, span)
    case .countSubquery(.query(let query)):
      return BoundExpression(.countQuery(try bindNested(query)), .integer, span)
    case .collectSubquery(let query):
      let bound = try bindNested(query)
      guard bound.columns.count == 1 else {
        throw Self.error(
          "UnexpectedSyntax", "COLLECT wants a query with exactly one column", at: span)
      }
      return BoundExpression(.collectQuery(bound), .list(bound.columnTypes[0]), span)
    default: return try bind(expression)
    }
  }

  private mutating func bindSubpattern(
    _ pattern: Pattern, _ predicate: Expression?
  ) throws(CypherError) -> BoundMatch {
    let visible = enterBody()
    let match = try bindMatch(pattern.parts, predicate, optional: false, use: .match)
    leaveBody(visible)
    return match
  }

  /// Binds a query inside an expression: it sees everything around it.
  private mutating func bindNested(
    _ query: Query
  ) throws(CypherError) -> BoundQuery {
    let mark = frame.count
    let visible = scope.count
    let savedOuter = outerCount
    let savedMode = aggregateMode
    let savedDepth = bodyDepth
    let savedReferences = references
    outerCount = visible
    aggregateMode = .forbidden
    bodyDepth = 0
    references = SlotSet()
    let bound = try bindQuery(query, in: .expression)
    scope.truncate(to: visible)
    outerCount = savedOuter
    aggregateMode = savedMode
    bodyDepth = savedDepth
    let used = references
    references = savedReferences
    for slot in used.slots where slot < mark { references.insert(slot) }
    return bound
  }

  /// Binds `CALL { … }`: what its list or else its first WITH names comes in, and its columns come out.
  mutating func bindSubquery(
    _ query: Query, _ imports: SubqueryImports?, optional: Bool
  ) throws(CypherError) -> BoundSubquery {
    let outer = scope
    let place = try place(of: imports)
    let savedOuter = outerCount
    let savedImportable = importable
    let savedReferences = references
    let mark = frame.count
    references = SlotSet()
    importable = scope.names()
    let bound = try bindQuery(query, in: place)
    scope = outer
    outerCount = savedOuter
    importable = savedImportable
    var imported = SlotSet()
    for slot in references.slots where slot < mark { imported.insert(slot) }
    references = savedReferences
    references.formUnion(imported)

    var outputs: [Slot] = []
    let span = query.parts[0].clauses.last?.span ?? query.span
    for (name, type) in zip(bound.columns, bound.columnTypes) {
      outputs.append(try declareNew(Name(name, span), type))
    }
    return BoundSubquery(query: bound, imported: imported, outputs: outputs, isOptional: optional)
  }

  private mutating func place(of imports: SubqueryImports?) throws(CypherError) -> QueryPlace {
    switch imports {
    case nil: return .call
    case .all?: return .importing(scope)
    case .named(let names)?:
      for name in names where scope.slot(of: name.text) == nil { throw undefined(name) }
      return .importing(scope.keeping(names.map(\.text)))
    }
  }
}
