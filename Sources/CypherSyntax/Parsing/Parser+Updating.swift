/// CREATE, MERGE, SET, REMOVE, DELETE, FOREACH.
extension Parser {
  mutating func createClause() throws(CypherError) -> ClauseKind {
    advance()
    return .create(try pattern(.create))
  }

  mutating func mergeClause() throws(CypherError) -> ClauseKind {
    advance()
    let part = try patternPart(.merge)
    var onCreate: [SetItem] = []
    var onMatch: [SetItem] = []
    while take(.on) {
      let isCreate = keyword == .create
      guard isCreate || keyword == .match else {
        throw unexpected("CREATE or MATCH", near: [.create, .match])
      }
      advance()
      try need(.set)
      let items = try setItems()
      if isCreate { onCreate += items } else { onMatch += items }
    }
    return .merge(part, onCreate: onCreate, onMatch: onMatch)
  }

  mutating func setClause() throws(CypherError) -> ClauseKind {
    advance()
    return .set(try setItems())
  }

  private mutating func setItems() throws(CypherError) -> [SetItem] {
    var items: [SetItem] = []
    repeat { items.append(try setItem()) } while take(.comma)
    return items
  }

  private mutating func setItem() throws(CypherError) -> SetItem {
    let begin = token
    let target = try postfix()
    switch target.kind {
    case .property(let owner, let key):
      try need(.equal, "'='")
      return .property(target: owner, key: key, value: try expression())
    case .subscript_(let owner, let key):
      try need(.equal, "'='")
      return .dynamicProperty(target: owner, key: key, value: try expression())
    case .variable(let name):
      if take(.plusEqual) { return .merge(name, try expression()) }
      guard take(.equal) else { throw unexpected("'=', '+=', '.' or ':'") }
      return .replace(name, try expression())
    case .hasLabels(let owner, let labels):
      if case .variable(let name) = owner.kind { return .labels(name, labels) }
    default: break
    }
    throw mistake(
      "UnexpectedSyntax", "SET needs a property, a variable or a label to set", at: begin.span,
      hint: "for example SET n.name = 'Ann', SET n += {age: 42} or SET n:Client")
  }

  mutating func removeClause() throws(CypherError) -> ClauseKind {
    advance()
    var items: [RemoveItem] = []
    repeat {
      let begin = token
      let target = try postfix()
      switch target.kind {
      case .property(let owner, let key): items.append(.property(target: owner, key: key))
      case .hasLabels(let owner, let labels):
        guard case .variable(let name) = owner.kind else { fallthrough }
        items.append(.labels(name, labels))
      default:
        throw mistake(
          "UnexpectedSyntax", "REMOVE needs a property or a label", at: begin.span,
          hint: "for example REMOVE n.name or REMOVE n:Client; use DELETE for nodes and relationships")
      }
    } while take(.comma)
    return .remove(items)
  }

  mutating func deleteClause() throws(CypherError) -> ClauseKind {
    let detach = take(.detach)
    try need(.delete)
    var items: [Expression] = []
    repeat { items.append(try expression()) } while take(.comma)
    return .delete(items, detach: detach)
  }

  mutating func foreachClause() throws(CypherError) -> ClauseKind {
    advance()
    let opened = position
    try need(.leftParenthesis, "'('")
    let name = try variable()
    try need(.in)
    let list = try expression()
    try need(.bar, "'|'")
    let outer = try enter()
    var clauses: [Clause] = []
    repeat { clauses.append(try updatingClause()) } while kind != .rightParenthesis && kind != .end
    try leave(outer)
    try close(.rightParenthesis, "')'", opened: opened)
    return .foreach(name, list, clauses)
  }

  /// A clause inside FOREACH, where only writing is allowed.
  private mutating func updatingClause() throws(CypherError) -> Clause {
    let begin = start
    let kind: ClauseKind
    switch keyword {
    case .create: kind = try createClause()
    case .merge: kind = try mergeClause()
    case .set: kind = try setClause()
    case .remove: kind = try removeClause()
    case .delete, .detach: kind = try deleteClause()
    case .foreach: kind = try foreachClause()
    case .some(let other) where other.startsClause:
      throw mistake(
        "InvalidClauseComposition", "\(other.text) cannot stand in FOREACH", at: token.span,
        hint: "FOREACH takes clauses that write: CREATE, MERGE, SET, REMOVE, DELETE")
    default:
      throw unexpected(
        "a clause that writes or ')'", near: [.create, .merge, .set, .remove, .delete, .detach, .foreach])
    }
    return Clause(kind, span(from: begin))
  }
}
