extension [BoundClause] {
  /// Whether a clause may write batch by batch as rows come: it only makes things, and no row before or after it
  /// depends on what the graph holds meanwhile.
  func mayStream(at index: Int) -> Bool {
    guard case .create = self[index].kind, !self[index].searchesGraph else { return false }
    return self[(index + 1)...].passWithoutSearch && self[..<index].reversed().passWithoutSearch
  }
}

extension Sequence<BoundClause> {
  /// Whether rows go from the first clause to the end, or to one that takes in all of them, without a search.
  fileprivate var passWithoutSearch: Bool {
    for clause in self {
      switch clause.kind {
      // These take in all rows before they do anything.
      case .set, .remove, .delete, .merge, .foreach: return true
      case .with(let projection), .returning(let projection):
        if clause.searchesGraph { return false }
        if projection.aggregation != nil || !projection.orderBy.isEmpty { return true }
      default: if clause.searchesGraph { return false }
      }
    }
    return true
  }
}

extension BoundClause {
  /// Whether the clause looks for things in the graph, rather than at properties of what it has at hand.
  var searchesGraph: Bool {
    switch kind {
    case .match, .merge, .foreach, .call, .subquery: true
    case .createIndex, .dropIndex, .show: false
    case .unwind(let list, _): list.searchesGraph
    case .with(let projection), .returning(let projection): projection.searchesGraph
    case .create(let create): create.searchesGraph
    case .set, .remove: true
    case .delete(let targets, _): targets.contains { $0.searchesGraph }
    case .loadCSV(_, let url, _, _): url.searchesGraph
    }
  }
}

extension BoundProjection {
  fileprivate var searchesGraph: Bool {
    var expressions = items.map(\.expression) + orderBy.map(\.expression)
    expressions += predicates.map(\.expression)
    if let aggregation {
      expressions += aggregation.keys.map(\.expression)
      expressions += aggregation.aggregates.flatMap(\.arguments)
    }
    return expressions.contains { $0.searchesGraph }
  }
}

extension BoundCreate {
  fileprivate var searchesGraph: Bool {
    (nodes.map(\.properties) + relationships.map(\.properties)).contains { properties in
      switch properties {
      case .entries(let entries): entries.contains { $0.value.searchesGraph }
      case .expression(let expression): expression.searchesGraph
      }
    }
  }
}

extension BoundExpression {
  /// Whether a pattern or a query stands in it.
  var searchesGraph: Bool {
    switch kind {
    case .patternComprehension, .existsPattern, .countPattern, .existsQuery, .countQuery, .collectQuery:
      true
    case .constant, .parameter, .slot: false
    case .list(let items), .and(let items), .or(let items), .call(_, let items):
      items.contains { $0.searchesGraph }
    case .map(let entries): entries.contains { $0.value.searchesGraph }
    case .mapProjection(let subject, let items):
      subject.searchesGraph
        || items.contains { if case .entry(_, let value) = $0 { value.searchesGraph } else { false } }
    case .property(let operand, _), .hasLabels(let operand, _), .not(let operand),
      .negate(let operand), .plus(let operand), .isNull(let operand, _):
      operand.searchesGraph
    case .element(let a, let b), .binary(_, let a, let b): a.searchesGraph || b.searchesGraph
    case .slice(let subject, let from, let to):
      [subject, from, to].contains { $0?.searchesGraph == true }
    case .caseOf(let subject, let branches, let otherwise):
      [subject, otherwise].contains { $0?.searchesGraph == true }
        || branches.contains { $0.when.searchesGraph || $0.then.searchesGraph }
    case .quantifier(_, _, let list, let predicate): list.searchesGraph || predicate.searchesGraph
    case .listComprehension(_, let list, let predicate, let projection):
      [list, predicate, projection].contains { $0?.searchesGraph == true }
    case .reduce(_, let initial, _, let list, let step):
      initial.searchesGraph || list.searchesGraph || step.searchesGraph
    }
  }
}
