import CypherSyntax
import PropertyGraph

/// Follows relationships from a known node to new ones.
struct ExpandPlan: Plan {
  let input: any Plan
  /// The node that is left.
  let from: Slot
  let traversal: Traversal
  /// Where the node at the other end is held, where somebody reads it.
  let to: Slot?
  /// Where the relationship is held, where somebody reads it.
  let relationship: Slot?
  /// What the node at the other end must have.
  let labels: LabelTest
  let used: UsedRelationships
  /// Whether one row is enough for each row before, as all that matters is whether there is any.
  let isExistence: Bool
  /// The slots that are carried on, the new ones not among them.
  let keeping: SlotSet
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [input] }
  var name: String { isExistence ? "ExpandAny" : "Expand" }
  var sharesWork: Bool { inputsShareWork }
  var isReusable: Bool { inputsAreReusable }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    ExpandOperator(self, inputs[0])
  }
}

private final class ExpandOperator: Operator {
  private let plan: ExpandPlan
  private let input: Operator
  private var batch: Batch?
  private var nodes: [UInt32] = []
  private var used = UsedInRows()
  private var row = 0
  private var lane = 0
  private var offset = 0

  init(_ plan: ExpandPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if batch == nil || row == nodes.count {
        guard let next = try input.next(context) else { return nil }
        try begin(next)
      }
      try context.check()
      var made = plan.isExistence ? any(context.graph) : all(context.graph)
      if !plan.isExistence { sift(&made, context.graph) }
      if made.count > 0, let batch {
        return made.batch(of: batch, keeping: plan.keeping, node: plan.to, relationship: plan.relationship)
      }
    }
  }

  override func reset() {
    batch = nil
    nodes = []
    used = UsedInRows()
    input.reset()
  }

  private func begin(_ next: Batch) throws(CypherError) {
    batch = next
    nodes = try next.nodes(plan.from)
    used = try plan.used.read(next)
    (row, lane, offset) = (0, 0, 0)
  }

  /// The next rows, until there are enough of them or the batch is at its end.
  private func all(_ graph: Graph) -> Expansion {
    let lanes = plan.traversal.lanes(graph)
    // Locals: the loop is to go past no object.
    let nodes = nodes
    // Most often nodes have one neighbour, as an order has its client.
    let single = lanes.count == 1 && !lanes[0].skipsLoops ? lanes[0].view : .empty
    var (row, lane, offset) = (row, lane, offset)
    defer { (self.row, self.lane, self.offset) = (row, lane, offset) }
    return Expansion(atMost: Batch.usualCount * 2) { writer in
      while row < nodes.count, writer.room > 0 {
        let node = nodes[row]
        if offset == 0, let only = single.only(of: node) {
          writer.append(row: row, node: only.neighbour, relationship: only.relationship)
          row += 1
          continue
        }
        while node != .max, lane < lanes.count {
          let neighbours = lanes[lane].view.neighbours(of: node)
          let relationships = lanes[lane].view.relationships(of: node)
          let end = min(neighbours.count, offset + writer.room)
          let loop = lanes[lane].skipsLoops ? node : .max
          while offset < end {
            if neighbours[offset] != loop {
              writer.append(row: row, node: neighbours[offset], relationship: relationships[offset])
            }
            offset += 1
          }
          if offset < neighbours.count { return }
          lane += 1
          offset = 0
        }
        row += 1
        lane = 0
      }
    }
  }

  /// One row for each row before that has any.
  private func any(_ graph: Graph) -> Expansion {
    var made = Expansion()
    let lanes = plan.traversal.lanes(graph)
    let labels = plan.labels.resolved(graph, reachedBy: plan.traversal)
    while row < nodes.count {
      let node = nodes[row]
      search: for lane in lanes where node != .max {
        let neighbours = lane.view.neighbours(of: node)
        let relationships = lane.view.relationships(of: node)
        for index in neighbours.indices where labels.admits(neighbours[index], graph) {
          if lane.skipsLoops && neighbours[index] == node { continue }
          if used.contains(relationships[index], row: row) { continue }
          made.append(row: row, node: neighbours[index], relationship: relationships[index])
          break search
        }
      }
      row += 1
    }
    return made
  }

  /// Takes out what the pattern does not admit.
  private func sift(_ made: inout Expansion, _ graph: Graph) {
    let labels = plan.labels.resolved(graph, reachedBy: plan.traversal)
    if case .none = labels {
      if used.isEmpty { return }
      made.keep { row, _, relationship in !used.contains(relationship, row: row) }
    } else {
      made.keep { row, node, relationship in
        labels.admits(node, graph) && !used.contains(relationship, row: row)
      }
    }
  }
}
