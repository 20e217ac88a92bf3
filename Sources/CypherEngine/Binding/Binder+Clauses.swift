import CypherSyntax

extension Binder {
  /// Binds one clause; the scope afterwards is the next clause's.
  mutating func bindClause(_ clause: Clause, isAlone: Bool) throws(CypherError) -> BoundClause {
    let wasActive = literals.isActive
    literals.isActive = clause.kind.exchangesLiterals
    defer { literals.isActive = wasActive }
    let kind: BoundClauseKind
    switch clause.kind {
    case .match(let optional, let pattern, let predicate):
      kind = .match(try bindMatch(pattern, predicate, optional: optional))
    case .unwind(let list, let name):
      kind = try bindUnwind(list, name)
    case .with(let projection, let predicate):
      kind = .with(try bindProjection(projection, predicate, isReturn: false, clause.span))
    case .returning(let projection):
      kind = .returning(try bindProjection(projection, nil, isReturn: true, clause.span))
    case .create(let pattern):
      kind = .create(try bindCreate(pattern))
    case .merge(let part, let onCreate, let onMatch):
      kind = .merge(try bindMerge(part, onCreate: onCreate, onMatch: onMatch))
    case .set(let items):
      kind = .set(try bindSetItems(items))
    case .remove(let items):
      kind = .remove(try bindRemoveItems(items))
    case .delete(let targets, let detach):
      kind = .delete(try bindDelete(targets), detach: detach)
    case .call(let call):
      kind = .call(try bindProcedureCall(call, isStandalone: isAlone))
    case .subquery(let query, let imports, let optional):
      kind = .subquery(try bindSubquery(query, imports, optional: optional))
    case .foreach(let name, let list, let clauses):
      kind = try bindForeach(name, list, clauses)
    case .loadCSV(let withHeaders, let url, let name, let terminator):
      kind = try bindLoadCSV(withHeaders, url, name, terminator)
    case .createIndex(let name, let label, let keys, let unique, let ifNotExists):
      writes = true
      kind = .createIndex(
        name: name?.text, label: label.text, keys: keys.map(\.text), unique: unique,
        ifNotExists: ifNotExists)
    case .dropIndex(let name, let unique, let ifExists):
      writes = true
      kind = .dropIndex(name: name.text, unique: unique, ifExists: ifExists)
    case .show(let name):
      kind = try bindShow(name)
    }
    return BoundClause(kind: kind, span: clause.span)
  }

  private mutating func bindUnwind(
    _ list: Expression, _ name: Name
  ) throws(CypherError) -> BoundClauseKind {
    let list = try bind(list)
    let slot = try declareNew(name, list.type.element)
    return .unwind(list, slot: slot)
  }

  private mutating func bindForeach(
    _ name: Name, _ list: Expression, _ clauses: [Clause]
  ) throws(CypherError) -> BoundClauseKind {
    let list = try bind(list)
    try requireList(list, "FOREACH")
    let visible = scope.count
    let slot = try declareNew(name, list.type.element)
    var bound: [BoundClause] = []
    for clause in clauses { bound.append(try bindClause(clause, isAlone: false)) }
    scope.truncate(to: visible)
    return .foreach(slot: slot, list: list, bound)
  }

  private mutating func bindLoadCSV(
    _ withHeaders: Bool, _ url: Expression, _ name: Name, _ terminator: Expression?
  ) throws(CypherError) -> BoundClauseKind {
    let url = try bind(url)
    guard url.type == .string || url.type.isOpen else {
      throw Self.invalidType(url, "LOAD CSV", wants: "a string")
    }
    let boundTerminator = try bindOptional(terminator)
    if let boundTerminator, boundTerminator.type != .string, !boundTerminator.type.isOpen {
      throw Self.invalidType(boundTerminator, "FIELDTERMINATOR", wants: "a string")
    }
    let slot = try declareNew(name, withHeaders ? .map : .list(.string))
    return .loadCSV(
      withHeaders: withHeaders, url: url, slot: slot, fieldTerminator: boundTerminator)
  }

  private mutating func bindShow(_ name: Name) throws(CypherError) -> BoundClauseKind {
    let wanted = name.text.lowercased()
    let all = BoundShow.allCases.map(\.rawValue)
    guard
      let show = BoundShow(rawValue: wanted)
        ?? BoundShow.allCases.first(where: { [wanted + "s", wanted + "es"].contains($0.rawValue) })
    else {
      let near = didYouMean(wanted, among: all).map { "did you mean \($0.uppercased())?" }
      throw Self.error(
        "UnexpectedSyntax", "SHOW does not know \(name.text)", at: name.span,
        hint: near ?? "known: \(all.joined(separator: ", ").uppercased())")
    }
    var outputs: [Slot] = []
    for column in show.columns { outputs.append(declare(Name(column, name.span), .any)) }
    return .show(show, outputs: outputs)
  }

  /// Binds an expression where there is one.
  mutating func bindOptional(_ expression: Expression?) throws(CypherError) -> BoundExpression? {
    guard let expression else { return nil }
    return try bind(expression)
  }

  /// Refuses what is known not to be a list.
  func requireList(_ expression: BoundExpression, _ place: String) throws(CypherError) {
    if case .list = expression.type { return }
    if expression.type.isOpen { return }
    throw Self.invalidType(expression, place, wants: "a list")
  }
}
