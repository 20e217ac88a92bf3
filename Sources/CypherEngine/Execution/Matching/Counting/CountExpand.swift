import CypherSyntax
import PropertyGraph

/// Counts the relationships that could be followed from a known node, where nobody asks which they are.
struct CountExpandPlan: Plan {
  let input: any Plan
  /// The node that is left.
  let from: Slot
  let traversal: Traversal
  /// What the nodes at the other ends must have.
  let labels: LabelTest
  let used: UsedRelationships
  /// Where the rows tell how many equal ones each stands for.
  let weight: Slot
  /// The slots that are carried on.
  let keeping: SlotSet
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [input] }
  var name: String { "CountExpand" }
  var sharesWork: Bool { inputsShareWork }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    CountExpandOperator(self, inputs[0])
  }
}

private final class CountExpandOperator: Operator {
  private let plan: CountExpandPlan
  private let input: Operator

  init(_ plan: CountExpandPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    let counter = NeighbourCounter(plan.traversal, plan.labels, context.graph)
    while let batch = try input.next(context) {
      try context.check()
      let used = try plan.used.read(batch)
      var counts: [Int64] = []
      counts.reserveCapacity(batch.count)
      for (row, node) in try batch.nodes(plan.from).enumerated() {
        let taken = used.isEmpty ? [] : used.all(row: row)
        counts.append(node == .max ? 0 : Int64(counter.count(node, without: taken)))
      }
      if let result = try batch.multiplied(by: counts, in: plan.weight, keeping: plan.keeping) {
        return result
      }
    }
    return nil
  }

  override func reset() { input.reset() }
}

/// Counts the neighbours of nodes.
struct NeighbourCounter {
  private let graph: Graph
  private let traversal: Traversal
  private let types: [TypeID]
  private let lanes: [Lane]
  private let labels: ResolvedLabels
  private let hasLoops: Bool

  init(_ traversal: Traversal, _ labels: LabelTest, _ graph: Graph) {
    self.graph = graph
    self.traversal = traversal
    types = traversal.ids(in: graph)
    lanes = traversal.lanes(graph)
    self.labels = labels.resolved(graph, reachedBy: traversal)
    hasLoops = types.contains { graph.loopCount(type: $0) > 0 }
  }

  /// How many relationships lead on from a node, leaving out some, which are distinct.
  func count(_ node: UInt32, without taken: [UInt32]) -> Int {
    var count = 0
    for lane in lanes { count += self.count(lane, node) }
    for relationship in taken where isFollowed(RelationshipID(relationship), from: node) { count -= 1 }
    return count
  }

  private func count(_ lane: Lane, _ node: UInt32) -> Int {
    switch labels {
    case .impossible: return 0
    case .none:
      let loops = lane.skipsLoops && hasLoops ? lane.relationships(node, node).count : 0
      return lane.view.degree(node) - loops
    case .all:
      var count = 0
      for neighbour in lane.view.neighbours(of: node)
      where labels.admits(neighbour, graph) && !(lane.skipsLoops && neighbour == node) { count += 1 }
      return count
    }
  }

  /// Whether a relationship is among those that are counted at a node.
  private func isFollowed(_ relationship: RelationshipID, from node: UInt32) -> Bool {
    guard graph.contains(relationship), types.contains(graph.type(of: relationship)) else { return false }
    let start = graph.start(of: relationship).rawValue
    let end = graph.end(of: relationship).rawValue
    if traversal.direction != .incoming, start == node { return labels.admits(end, graph) }
    if traversal.direction != .outgoing, end == node { return labels.admits(start, graph) }
    return false
  }
}
