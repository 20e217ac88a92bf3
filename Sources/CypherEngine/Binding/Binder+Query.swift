import CypherSyntax

extension Binder {
  /// What a query stands in.
  enum QueryPlace {
    case top, call, expression
    /// CALL with a list of the variables that it sees throughout.
    case importing(Scope)

    /// Whether it is the statement itself.
    var isTop: Bool { if case .top = self { true } else { false } }
  }

  /// Binds the whole statement: each part of a union has a frame of its own.
  mutating func bindStatement(_ query: Query) throws(CypherError) -> BoundQuery {
    try bindQuery(query, in: .top)
  }

  /// Binds single queries joined by UNION.
  mutating func bindQuery(_ query: Query, in place: QueryPlace) throws(CypherError) -> BoundQuery {
    let wroteBefore = writes
    writes = false
    defer { writes = writes || wroteBefore }
    var parts: [BoundSingleQuery] = []
    var columns: [String] = []
    var types: [StaticType] = []
    let around = scope
    for single in query.parts {
      switch place {
      case .top:
        frame = []
        scope = Scope()
      case .call:
        outerCount = 0
        // Without WITH at its start a subquery sees nothing of what is around it.
        if case .with = single.clauses.first?.kind { scope = around } else { scope = Scope() }
      case .expression: scope = around
      case .importing(let imports):
        scope = imports
        outerCount = imports.count
      }
      var bound = try bindSingle(single, in: place)
      let names = bound.columns
      if parts.isEmpty {
        columns = names
        types = bound.query.outputs.map { frame[$0].type }
      } else {
        try align(&bound, with: columns, of: single)
        for (index, slot) in bound.query.outputs.enumerated() {
          types[index] = types[index].union(frame[slot].type)
        }
      }
      if place.isTop { bound.query.frame = frame }
      parts.append(bound.query)
    }
    return BoundQuery(
      parts: parts, keepsDuplicates: query.unionAll.first ?? true, columns: columns,
      columnTypes: types, writes: writes)
  }

  /// Brings the columns of a union's later part into the order of the first.
  private func align(
    _ bound: inout (query: BoundSingleQuery, columns: [String]), with columns: [String],
    of single: SingleQuery
  ) throws(CypherError) {
    if bound.columns == columns { return }
    var outputs: [Slot] = []
    for name in columns {
      guard let index = bound.columns.firstIndex(of: name) else { break }
      outputs.append(bound.query.outputs[index])
    }
    guard outputs.count == columns.count, bound.columns.count == columns.count else {
      throw Self.error(
        "DifferentColumnsInUnion", "the parts of a UNION have different columns",
        at: single.clauses.last?.span ?? single.span,
        hint: "the first part gives \(columns.joined(separator: ", "))")
    }
    bound.query.outputs = outputs
  }

  /// Binds a sequence of clauses.
  private mutating func bindSingle(
    _ single: SingleQuery, in place: QueryPlace
  ) throws(CypherError) -> (query: BoundSingleQuery, columns: [String]) {
    var clauses: [BoundClause] = []
    clauses.reserveCapacity(single.clauses.count)
    var outputs: [Slot] = []
    var columns: [String] = []
    let isAlone = single.clauses.count == 1
    for clause in single.clauses {
      let bound = try bindClause(clause, isAlone: isAlone && place.isTop)
      switch bound.kind {
      case .with(let projection) where projection.onlySelects: continue
      case .returning(let projection):
        outputs = projection.items.map(\.slot)
        columns = projection.items.map(\.name)
        if case .show(let show, _)? = clauses.first?.kind, clause.span.start == clause.span.end {
          // A RETURN * that nobody wrote keeps the order of SHOW.
          let items = show.columns.compactMap { name in projection.items.first { $0.name == name } }
          if items.count == columns.count {
            outputs = items.map(\.slot)
            columns = items.map(\.name)
          }
        }
      case .call(let call) where call.isStandalone:
        outputs = call.yields.map(\.slot)
        columns = outputs.map { frame[$0].name ?? "" }
      case .show(let show, let slots):
        outputs = slots
        columns = show.columns
      default: break
      }
      clauses.append(bound)
    }
    let query = BoundSingleQuery(clauses: clauses, frame: [], outputs: outputs, span: single.span)
    return (query, columns)
  }
}

extension BoundProjection {
  /// Whether nothing is computed, moved or left out: only the scope changes.
  var onlySelects: Bool {
    guard aggregation == nil, !isDistinct, orderBy.isEmpty, skip == nil, limit == nil,
      predicates.isEmpty
    else { return false }
    return items.allSatisfy { item in
      if case .slot(item.slot) = item.expression.kind { true } else { false }
    }
  }
}
