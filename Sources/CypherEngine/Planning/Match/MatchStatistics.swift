import CypherSyntax
import PropertyGraph

/// What the planner expects, from the graph's counts.
struct MatchStatistics {
  let graph: Graph

  /// The number of nodes with a label.
  func nodes(_ label: GraphLabel) -> Double {
    label.id(in: graph).map { Double(graph.count(label: $0)) } ?? 0
  }

  /// The number of nodes with all labels.
  func nodes(_ labels: [GraphLabel]) -> Double {
    guard let least = labels.map({ nodes($0) }).min() else { return Double(graph.nodeCount) }
    // A second label is expected to halve what the rarest leaves.
    return least / Double(1 << min(labels.count - 1, 10))
  }

  /// The number of relationships that a traversal follows, from all nodes together.
  func relationships(_ traversal: Traversal) -> Double {
    traversal.ids(in: graph).reduce(0) { $0 + relationships($1, traversal.direction) }
  }

  /// How many relationships to nodes of some labels a node of other labels has, as a rule.
  func fanout(_ traversal: Traversal, from: [GraphLabel], to: [GraphLabel]) -> Double {
    let sources = max(nodes(from), 1)
    return traversal.ids(in: graph).reduce(0) { sum, type in
      let all = relationships(type, traversal.direction)
      let leaving = from.map { relationships(type, traversal.direction, at: $0) }.min() ?? all
      let entering = to.map { relationships(type, traversal.reversed.direction, at: $0) }.min() ?? all
      return sum + leaving / sources * (all > 0 ? min(entering / all, 1) : 0)
    }
  }

  /// How many nodes an equality finds.
  func equal(_ label: GraphLabel, _ key: GraphKey, _ value: SoughtValue) -> Double {
    if graph.index(label, key)?.info.isUnique == true { return value.assumedCount }
    let distinct = max(distinctCount(label, key) ?? 10, 1)
    return max(nodes(label) / Double(distinct), 0.1) * value.assumedCount
  }

  /// The part of the values that a range leaves.
  func selectivity(of range: SoughtRange) -> Double {
    if range.prefix != nil { return 0.05 }
    return range.lower != nil && range.upper != nil ? 0.1 : 0.3
  }

  /// The part of the rows that a predicate leaves.
  func selectivity(of predicate: BoundExpression, in pattern: MatchPattern) -> Double {
    switch predicate.kind {
    case .binary(.equal, let left, let right): equality(left, right, pattern)
    case .binary(.notEqual, _, _): 0.9
    case .binary(.isIn, _, _), .binary(.startsWith, _, _): 0.2
    case .binary(.contains, _, _), .binary(.endsWith, _, _), .binary(.matchesRegex, _, _): 0.1
    case .not(let operand): 1 - selectivity(of: operand, in: pattern) * 0.9
    case .or(let operands): min(operands.reduce(0) { $0 + selectivity(of: $1, in: pattern) }, 1)
    case .binary: 0.3
    default: 0.5
    }
  }

  /// `node.key = value`, by the number of distinct values.
  private func equality(_ left: BoundExpression, _ right: BoundExpression, _ pattern: MatchPattern) -> Double
  {
    for side in [left, right] {
      guard case .property(let owner, let name) = side.kind, case .slot(let slot) = owner.kind,
        let node = pattern.node(in: slot)
      else { continue }
      let key = GraphKey(name, graph)
      let distinct = pattern.nodes[node].labels.compactMap { distinctCount($0, key) }.max()
      if let distinct, distinct > 0 { return 1 / Double(distinct) }
    }
    return 0.1
  }

  private func distinctCount(_ label: GraphLabel, _ key: GraphKey) -> Int? {
    guard let label = label.id(in: graph), let key = key.id(in: graph) else { return nil }
    return graph.distinctCount(label: label, key: key)
  }

  private func relationships(_ type: TypeID, _ direction: Direction) -> Double {
    Double(graph.count(type: type)) * (direction == .both ? 2 : 1)
  }

  private func relationships(_ type: TypeID, _ direction: Direction, at label: GraphLabel) -> Double {
    label.id(in: graph).map { Double(graph.count(label: $0, type: type, direction)) } ?? 0
  }
}

extension SoughtValue {
  /// How many values are looked up.
  fileprivate var assumedCount: Double {
    switch self {
    case .one: return 1
    case .any(let list):
      if case .list(let items) = list.kind { return Double(items.count) }
      if case .constant(.list(let items)) = list.kind { return Double(items.count) }
      return 10
    }
  }
}
