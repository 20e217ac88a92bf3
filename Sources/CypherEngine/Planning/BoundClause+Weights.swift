extension [BoundClause] {
  /// The same clauses, where counting what a match has just found has become counting its rows.
  var countingRows: [BoundClause] {
    var clauses = self
    for index in indices.dropFirst() {
      guard case .match(let match) = self[index - 1].kind, !match.isOptional else { continue }
      clauses[index].countRows(of: match)
    }
    return clauses
  }

  /// Whether a clause is a match whose rows may stand for several equal ones, as the next clause only counts them or
  /// does not care how often each comes.
  func admitsWeights(at index: Int) -> Bool {
    guard index + 1 < count, case .match(let match) = self[index].kind, !match.isOptional else {
      return false
    }
    switch self[index + 1].kind {
    case .with(let projection), .returning(let projection):
      guard let aggregation = projection.aggregation else { return false }
      return aggregation.aggregates.allSatisfy {
        $0.isDistinct || ["count", "min", "max"].contains($0.function.name)
      }
    default: return false
    }
  }
}

extension BoundClause {
  /// Makes `count(x)` to `count(*)` where x is something that the match before found, and so never null.
  fileprivate mutating func countRows(of match: BoundMatch) {
    switch kind {
    case .with(var projection):
      projection.countRows(of: match)
      kind = .with(projection)
    case .returning(var projection):
      projection.countRows(of: match)
      kind = .returning(projection)
    default: break
    }
  }
}

extension BoundProjection {
  fileprivate mutating func countRows(of match: BoundMatch) {
    guard var aggregation else { return }
    for (index, aggregate) in aggregation.aggregates.enumerated() {
      guard aggregate.function.name == "count", !aggregate.isDistinct,
        case .slot(let slot)? = aggregate.arguments.first?.kind, match.introduced.contains(slot)
      else { continue }
      aggregation.aggregates[index].arguments = []
    }
    self.aggregation = aggregation
  }
}
