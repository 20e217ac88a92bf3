import CypherSyntax
import PropertyGraph

/// Plans the counting of matches without making them, where a pattern and what is read of it allow that.
struct CountPlanner {
  private let pattern: MatchPattern
  private let context: PlanContext
  private let statistics: MatchStatistics

  init(_ pattern: MatchPattern, _ context: PlanContext) {
    self.pattern = pattern
    self.context = context
    statistics = MatchStatistics(graph: context.graph)
  }

  /// A plan that gives each node that somebody reads with the number of its matches, or just the number of all.
  ///
  /// - Parameter cost: what making the rows is expected to cost.
  /// - Returns: nil where that cannot be done, or making the rows is cheaper.
  func plan(instead cost: Double) throws(CypherError) -> (any Plan)? {
    // The graph knows how many nodes there are; to count those that pass a test, or one by one, is no pattern's work.
    let read = pattern.nodes.indices.filter { context.needed.contains(pattern.nodes[$0].slot) }
    if pattern.edges.isEmpty, !read.isEmpty || !pattern.conjuncts.isEmpty { return nil }
    guard let weight = context.weight, isSimple, let graphs = CountGraph.graphs(of: pattern) else {
      return nil
    }
    guard read.count <= 1, !pattern.edges.contains(where: { context.needed.contains($0.slot) }) else {
      return nil
    }
    var terms: [CountTerm] = []
    for graph in graphs {
      guard let term = CountTerm(graph, root: read.first.flatMap { graph.node(of: $0) }) else { return nil }
      terms.append(term)
    }
    // A step of counting is several times cheaper than a row.
    let own = terms.reduce(0) { $0 + self.cost($1) }
    guard own < cost * 6 else { return nil }
    return try plan(terms, root: read.first, weight)
  }

  /// Whether the pattern has single relationships only, and predicates about single nodes only.
  private var isSimple: Bool {
    guard pattern.edges.allSatisfy(\.isPlain), pattern.nodes.allSatisfy({ !$0.isBound }) else { return false }
    if pattern.parts.contains(where: { $0.pathSlot.map { context.needed.contains($0) } ?? false }) {
      return false
    }
    return pattern.conjuncts.allSatisfy { conjunct in
      conjunct.slots.count == 1 && pattern.node(in: conjunct.slots.slots[0]) != nil
        && !conjunct.expression.isVolatile
    }
  }

  private func plan(
    _ terms: [CountTerm], root: Int?, _ weight: Slot
  ) throws(CypherError) -> any Plan {
    var candidates: [PatternCountPlan.Candidates] = []
    for node in pattern.nodes.indices {
      guard let plan = try self.candidates(node) else { continue }
      candidates.append(PatternCountPlan.Candidates(node: node, slot: pattern.nodes[node].slot, plan: plan))
    }
    let text = MatchAssembly(pattern, context, filled: SlotSet())
    return PatternCountPlan(
      terms: terms, labels: pattern.nodes.map { LabelTest(labels: $0.labels) }, candidates: candidates,
      root: root.map { ($0, pattern.nodes[$0].slot) }, weight: weight,
      estimatedRows: root.map { statistics.nodes(pattern.nodes[$0].labels) } ?? 1, details: text.text)
  }

  /// The plan of the nodes that pass the predicates about one node, where there are any.
  private func candidates(_ node: Int) throws(CypherError) -> (any Plan)? {
    let slot = pattern.nodes[node].slot
    let own = pattern.conjuncts.indices.filter { pattern.conjuncts[$0].slots.contains(slot) }
    if own.isEmpty { return nil }
    let choice = pattern.access(node, filled: SlotSet(), statistics)
    var order = MatchOrder(rows: 1)
    order.append(.find(node: node, choice), rows: choice.rows, cost: choice.rows)
    let rest = own.filter { !choice.solved.contains($0) }
    if !rest.isEmpty { order.append(.filter(rest), rows: choice.rows / 2, cost: 0) }
    var assembly = MatchAssembly(pattern, context, filled: SlotSet())
    return try assembly.plan(order, input: nil, needed: SlotSet([slot])).map { context.shared($0) }
  }

  private func cost(_ term: CountTerm) -> Double {
    let pieces = term.pieces + (term.root.map { [.tree($0)] } ?? [])
    return pieces.reduce(0) { sum, piece in
      switch piece {
      case .tree(let node): sum + cost(node)
      case .triangle(let corners, let sides):
        corners.reduce(sum) { $0 + cost($1) } + sides.reduce(0) {
          $0 + statistics.relationships($1.traversal)
        } * 2
      }
    }
  }

  /// About how many nodes and relationships are looked at below a node.
  private func cost(_ node: CountTree) -> Double {
    let labels = node.members.flatMap { pattern.nodes[$0].labels }
    return node.branches.reduce(statistics.nodes(labels)) { sum, branch in
      let isLeaf = branch.child.branches.isEmpty && branch.child.loops.isEmpty && branch.arms.count == 1
      if isLeaf { return sum }
      return branch.arms.reduce(sum + cost(branch.child)) { $0 + statistics.relationships($1) }
    }
  }
}
