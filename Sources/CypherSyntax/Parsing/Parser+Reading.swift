/// MATCH, UNWIND, WITH, RETURN, LOAD CSV.
extension Parser {
  mutating func matchClause() throws(CypherError) -> ClauseKind {
    let optional = take(.optional)
    try need(.match)
    let pattern = try self.pattern(.match)
    let nodes = pattern.parts.reduce(0) { $0 + $1.nodes.count }
    guard nodes <= limits.patternNodes else { throw tooLarge(pattern) }
    try step(nodes - 1)
    return .match(optional: optional, pattern: pattern, predicate: try whereClause())
  }

  /// `WHERE predicate`, or nothing.
  mutating func whereClause() throws(CypherError) -> Expression? {
    take(.where) ? try predicate() : nil
  }

  mutating func unwindClause() throws(CypherError) -> ClauseKind {
    advance()
    let list = try expression()
    try need(.as)
    return .unwind(list, try variable())
  }

  mutating func withClause() throws(CypherError) -> ClauseKind {
    advance()
    let projection = try self.projection()
    return .with(projection, predicate: try whereClause())
  }

  mutating func returnClause() throws(CypherError) -> ClauseKind {
    advance()
    return .returning(try projection())
  }

  mutating func projection() throws(CypherError) -> Projection {
    var projection = Projection(
      distinct: take(.distinct), star: nil, items: [], orderBy: [], skip: nil, limit: nil)
    let first = token
    if take(.star) { projection.star = first.span }
    if projection.star == nil || take(.comma) {
      repeat { projection.items.append(try projectionItem()) } while take(.comma)
    }
    if keyword == .order {
      advance()
      try need(.by)
      repeat { projection.orderBy.append(try sortItem()) } while take(.comma)
    }
    if take(.skip) { projection.skip = try expression() }
    if take(.limit) { projection.limit = try expression() }
    return projection
  }

  private mutating func projectionItem() throws(CypherError) -> ProjectionItem {
    let expression = try self.expression()
    return ProjectionItem(
      expression: expression, alias: take(.as) ? try variable("a name for the column") : nil)
  }

  private mutating func sortItem() throws(CypherError) -> SortItem {
    let expression = try self.expression()
    if take(.desc) || take(.descending) { return SortItem(expression: expression, descending: true) }
    _ = take(.asc) || take(.ascending)
    return SortItem(expression: expression, descending: false)
  }

  mutating func loadClause() throws(CypherError) -> ClauseKind {
    advance()
    try need(.csv)
    let withHeaders = keyword == .with
    if withHeaders {
      advance()
      try need(.headers)
    }
    try need(.from)
    let url = try expression()
    try need(.as)
    let name = try variable()
    let terminator = take(.fieldTerminator) ? try expression() : nil
    return .loadCSV(withHeaders: withHeaders, url, name, fieldTerminator: terminator)
  }
}
