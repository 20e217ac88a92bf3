/// CREATE INDEX, DROP INDEX, SHOW.
extension Parser {
  mutating func createIndexClause() throws(CypherError) -> ClauseKind {
    advance()
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
    try need(.on)
    return .createIndex(name: name, label: label, keys: try indexKeys(of: owner), ifNotExists: ifNotExists)
  }

  /// `(n.key, …)`.
  private mutating func indexKeys(of owner: Name) throws(CypherError) -> [Name] {
    let opened = position
    try need(.leftParenthesis, "'('")
    var keys: [Name] = []
    repeat {
      let name = try variable()
      guard name.text == owner.text else {
        throw mistake(
          "UndefinedVariable", "the variable `\(name.text)` is not defined", at: name.span,
          hint: "the index is FOR (\(owner.text) …)")
      }
      try need(.dot, "'.'")
      keys.append(try schemaName("a property key"))
    } while take(.comma)
    try close(.rightParenthesis, "')'", opened: opened, or: "','")
    return keys
  }

  mutating func dropIndexClause() throws(CypherError) -> ClauseKind {
    advance()
    try need(.index)
    let name = try schemaName("the name of an index")
    let ifExists = take(.if)
    if ifExists { try need(.exists) }
    return .dropIndex(name: name, ifExists: ifExists)
  }

  /// What is shown is any name here: the binder knows which there are.
  mutating func showClause() throws(CypherError) -> ClauseKind {
    advance()
    return .show(try schemaName("INDEXES, LABELS, TYPES, KEYS, FUNCTIONS or PROCEDURES"))
  }
}
