import CypherSyntax
import PropertyGraph

/// Finds nodes that several known nodes are connected with, by intersecting sorted runs of neighbours.
struct IntersectPlan: Plan {
  /// One of the connections: from a known node, of one type in one direction.
  struct Arm: Sendable {
    let from: Slot
    let traversal: Traversal
    /// Where the relationship is held, where somebody reads it.
    let relationship: Slot?
    /// The relationships of the rows before that it may not be.
    let used: UsedRelationships
    /// The arms before this one whose relationship it may not be.
    let rivals: [Int]
  }

  let input: any Plan
  let arms: [Arm]
  /// Where the node is held, where somebody reads it.
  let node: Slot?
  let labels: LabelTest
  /// The slots that are carried on, the new ones not among them.
  let keeping: SlotSet
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [input] }
  var name: String { "Intersect" }
  var sharesWork: Bool { inputsShareWork }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    IntersectOperator(self, inputs[0])
  }
}

private final class IntersectOperator: Operator {
  private let plan: IntersectPlan
  private let input: Operator
  private var batch: Batch?
  private var froms: [[UInt32]] = []
  private var used: [UsedInRows] = []
  private var row = 0
  /// Where the search in the row at hand goes on: a position in each arm's run.
  private var positions: [Int] = []

  init(_ plan: IntersectPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if batch == nil || row == batch?.count {
        guard let next = try input.next(context) else { return nil }
        try begin(next)
      }
      guard let batch else { return nil }
      try context.check()
      var made = Meetings(arms: plan.arms.count)
      fill(&made, batch, context.graph)
      if made.rows.isEmpty { continue }
      var result = batch.extended(made.rows, keeping: plan.keeping)
      if let node = plan.node { result.columns[node] = .nodes(made.nodes) }
      for (arm, relationships) in zip(plan.arms, made.relationships) {
        if let slot = arm.relationship { result.columns[slot] = .relationships(relationships) }
      }
      return result
    }
  }

  override func reset() {
    batch = nil
    input.reset()
  }

  private func begin(_ next: Batch) throws(CypherError) {
    batch = next
    froms = []
    used = []
    for arm in plan.arms {
      froms.append(try next.nodes(arm.from))
      used.append(try arm.used.read(next))
    }
    row = 0
    positions = Array(repeating: 0, count: plan.arms.count)
  }

  private func fill(_ made: inout Meetings, _ batch: Batch, _ graph: Graph) {
    let lanes = plan.arms.map { $0.traversal.lanes(graph).first }
    let labels = plan.labels.resolved(graph, reachedBy: plan.arms[0].traversal)
    while row < batch.count {
      if !meet(&made, lanes, labels, graph) { return }
      row += 1
      for arm in positions.indices { positions[arm] = 0 }
    }
  }

  /// Intersects the runs of one row; false where there is no room for more.
  private func meet(
    _ made: inout Meetings, _ lanes: [Lane?], _ labels: ResolvedLabels, _ graph: Graph
  ) -> Bool {
    var runs: [UnsafeBufferPointer<UInt32>] = []
    for (arm, lane) in lanes.enumerated() {
      guard let lane, froms[arm][row] != .max else { return true }
      runs.append(lane.view.neighbours(of: froms[arm][row]))
    }
    while let node = runs.nextCommon(&positions) {
      if made.rows.count >= Batch.usualCount * 2 { return false }
      var choice: [ArraySlice<UInt32>] = []
      for (arm, lane) in lanes.enumerated() {
        guard let lane else { return true }
        let start = positions[arm]
        while positions[arm] < runs[arm].count && runs[arm][positions[arm]] == node { positions[arm] += 1 }
        choice.append(
          Array(lane.view.relationships(of: froms[arm][row])[start..<positions[arm]])[...])
      }
      if labels.admits(node, graph) { combine(choice, node, [], &made) }
    }
    return true
  }

  /// Adds a row for each combination of parallel relationships.
  private func combine(
    _ choice: [ArraySlice<UInt32>], _ node: UInt32, _ taken: [UInt32], _ made: inout Meetings
  ) {
    let arm = taken.count
    if arm == choice.count { return made.append(row, node, taken) }
    for relationship in choice[arm] {
      if plan.arms[arm].rivals.contains(where: { taken[$0] == relationship }) { continue }
      if used[arm].contains(relationship, row: row) { continue }
      combine(choice, node, taken + [relationship], &made)
    }
  }
}

/// Nodes that were found, each with one relationship of every arm.
private struct Meetings {
  var rows: [Int32] = []
  var nodes: [UInt32] = []
  var relationships: [[UInt32]]

  init(arms: Int) { relationships = Array(repeating: [], count: arms) }

  mutating func append(_ row: Int, _ node: UInt32, _ links: [UInt32]) {
    rows.append(Int32(truncatingIfNeeded: row))
    nodes.append(node)
    for arm in links.indices { relationships[arm].append(links[arm]) }
  }
}

extension [UnsafeBufferPointer<UInt32>] {
  /// Moves on to the next element that all runs have in common, and gives it.
  func nextCommon(_ positions: inout [Int]) -> UInt32? {
    guard let first = indices.first, positions[first] < self[first].count else { return nil }
    var candidate = self[first][positions[first]]
    var agreed = 0
    var at = first
    // Each run in turn moves to the candidate, or names a greater one.
    while agreed < count {
      positions[at] = self[at].firstPosition(of: candidate, from: positions[at])
      guard positions[at] < self[at].count else { return nil }
      let found = self[at][positions[at]]
      agreed = found == candidate ? agreed + 1 : 1
      candidate = found
      at = (at + 1) % count
    }
    return candidate
  }
}
