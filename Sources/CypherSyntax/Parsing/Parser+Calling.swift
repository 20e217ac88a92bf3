/// CALL of procedures and subqueries.
extension Parser {
  mutating func callClause() throws(CypherError) -> ClauseKind {
    let begin = position
    let isOptional = take(.optional)
    advance()
    if kind == .leftBrace || kind == .leftParenthesis {
      let imports = kind == .leftParenthesis ? try subqueryImports() : nil
      return .subquery(try bracedQuery(.call), imports: imports, optional: isOptional)
    }
    if isOptional { throw unexpected("'(' or '{' of a subquery") }
    let name = try qualifiedName("the name of a procedure or '{'")
    var arguments: [Expression]?
    let opened = position
    if take(.leftParenthesis) {
      arguments = []
      if kind != .rightParenthesis {
        repeat { arguments?.append(try expression()) } while take(.comma)
      }
      try close(.rightParenthesis, "')'", opened: opened, or: "','")
    }
    var call = ProcedureCall(name: name, arguments: arguments, yieldAll: false, yield: nil, predicate: nil)
    if take(.yield) { try yield(&call, begin) }
    return .call(call)
  }

  /// `(a, b)`, `(*)` or `()`.
  private mutating func subqueryImports() throws(CypherError) -> SubqueryImports {
    let opened = position
    advance()
    var names: [Name] = []
    let isAll = take(.star)
    if !isAll, kind != .rightParenthesis {
      repeat { names.append(try variable()) } while take(.comma)
    }
    try close(.rightParenthesis, "')'", opened: opened, or: "','")
    return isAll ? .all : .named(names)
  }

  private mutating func yield(_ call: inout ProcedureCall, _ begin: Int) throws(CypherError) {
    let star = token
    if take(.star) {
      call.yieldAll = true
      let isAlone = begin == 0 || begin == 1 && [.explain, .profile].contains(tokens[0].keyword)
      guard isAlone, kind == .end || kind == .semicolon else {
        throw mistake(
          "UnexpectedSyntax", "YIELD * is only for a CALL that is the whole statement", at: star.span,
          hint: "name the fields")
      }
      return
    }
    var items: [(field: Name, alias: Name?)] = []
    if kind != .end {
      repeat {
        let field = try schemaName("a field of the procedure")
        items.append((field, take(.as) ? try variable() : nil))
      } while take(.comma)
    } else {
      throw unexpected("a field of the procedure")
    }
    call.yield = items
    call.predicate = try whereClause()
  }

  /// `{ query }`.
  mutating func bracedQuery(_ place: Place) throws(CypherError) -> Query {
    let opened = position
    try need(.leftBrace, "'{'")
    let outer = try enter()
    let query = try self.query(place)
    try leave(outer)
    try close(.rightBrace, "'}'", opened: opened)
    return query
  }
}
