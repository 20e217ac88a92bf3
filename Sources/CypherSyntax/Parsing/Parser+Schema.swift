/// CREATE and DROP of indexes and constraints, SHOW.
extension Parser {
  /// Whether CREATE here makes an index or a constraint, and no pattern whose path has such a name.
  var createsSchema: Bool {
    [.index, .constraint].contains(ahead(1).keyword) && ahead(2).kind != .equal
  }

  /// `CREATE INDEX [name] [IF NOT EXISTS] FOR (n:L) ON (n.key)`, or
  /// `CREATE CONSTRAINT [name] [IF NOT EXISTS] FOR (n:L) REQUIRE n.key IS UNIQUE`.
  mutating func createSchemaClause() throws(CypherError) -> ClauseKind {
    advance()
    let isConstraint = keyword == .constraint
    advance()
    var name: Name?
    if isVariable, keyword != .if, keyword != .for { name = takeName() }
    let ifNotExists = keyword == .if
    if ifNotExists {
      advance()
      try need(.not)
      try need(.exists)
    }
    try need(.for)
    let opened = position
    try need(.leftParenthesis, "'('")
    let owner = try variable()
    try need(.colon, "':'")
    let label = try schemaName("a label")
    try close(.rightParenthesis, "')'", opened: opened)
    try need(isConstraint ? .require : .on)
    let keys = try schemaKeys(of: owner)
    if isConstraint {
      try need(.is)
      try need(.unique)
    }
    return .createIndex(name: name, label: label, keys: keys, unique: isConstraint, ifNotExists: ifNotExists)
  }

  /// `(n.key, …)`; for a constraint the parentheses may be left out.
  private mutating func schemaKeys(of owner: Name) throws(CypherError) -> [Name] {
    let opened = position
    guard take(.leftParenthesis) else {
      guard isVariable else { throw unexpected("'('") }
      return [try schemaKey(of: owner)]
    }
    var keys: [Name] = []
    repeat { keys.append(try schemaKey(of: owner)) } while take(.comma)
    try close(.rightParenthesis, "')'", opened: opened, or: "','")
    return keys
  }

  private mutating func schemaKey(of owner: Name) throws(CypherError) -> Name {
    let name = try variable()
    guard name.text == owner.text else {
      throw mistake(
        "UndefinedVariable", "the variable `\(name.text)` is not defined", at: name.span,
        hint: "it is FOR (\(owner.text) …)")
    }
    try need(.dot, "'.'")
    return try schemaName("a property key")
  }

  /// `DROP INDEX name [IF EXISTS]` or `DROP CONSTRAINT name [IF EXISTS]`.
  mutating func dropClause() throws(CypherError) -> ClauseKind {
    advance()
    let isConstraint = take(.constraint)
    if !isConstraint { try need(.index) }
    let name = try schemaName(isConstraint ? "the name of a constraint" : "the name of an index")
    let ifExists = take(.if)
    if ifExists { try need(.exists) }
    return .dropIndex(name: name, unique: isConstraint, ifExists: ifExists)
  }

  /// What is shown is any name here: the binder knows which there are.
  mutating func showClause() throws(CypherError) -> ClauseKind {
    advance()
    let name = try schemaName("INDEXES, CONSTRAINTS, LABELS, TYPES, KEYS, FUNCTIONS or PROCEDURES")
    // SHOW RELATIONSHIP TYPES, SHOW PROPERTY KEYS
    let isTwoWords = kind == .word && ["RELATIONSHIP", "PROPERTY"].contains(name.text.uppercased())
    return .show(isTwoWords ? try schemaName("TYPES or KEYS") : name)
  }

  /// `YIELD … WHERE …` behind SHOW, which is to its columns what WITH is to variables; nil where there is none.
  mutating func selectionOfShow() throws(CypherError) -> Clause? {
    let begin = start
    if take(.yield) {
      let columns = try projection()
      return Clause(.with(columns, predicate: try whereClause()), span(from: begin))
    }
    guard let predicate = try whereClause() else { return nil }
    guard case .returning(let all) = everything.kind else { return nil }
    return Clause(.with(all, predicate: predicate), span(from: begin))
  }

  /// `RETURN *`, where it is left out.
  var everything: Clause {
    let here = Span(lastEnd, lastEnd)
    return Clause(
      .returning(
        Projection(distinct: false, star: here, items: [], orderBy: [], skip: nil, limit: nil)), here)
  }
}
