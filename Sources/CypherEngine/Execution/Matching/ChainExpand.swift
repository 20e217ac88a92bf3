import CypherSyntax
import PropertyGraph

/// Follows chains of relationships of which none repeats.
struct ChainExpandPlan: Plan {
  let input: any Plan
  /// The node that is left.
  let from: Slot
  /// The node at the other end: a new one, or nil where nobody reads it.
  let to: Slot?
  /// The node at the other end where it is known already.
  let target: Slot?
  /// Where the list of relationships is held, where somebody reads it.
  let list: Slot?
  /// Whether the chain is followed from its right end to its left as written.
  let isBackwards: Bool
  let traversal: Traversal
  let length: BoundLength
  let tests: ElementTests
  /// What a new node at the other end must have.
  let labels: LabelTest
  let used: UsedRelationships
  /// The slots that are carried on, the new ones not among them.
  let keeping: SlotSet
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [input] }
  var evaluations: [Evaluation] { tests.tests }
  var name: String { target == nil ? "VarLengthExpand" : "VarLengthExpandInto" }
  var sharesWork: Bool { inputsShareWork }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    ChainExpandOperator(self, inputs[0])
  }
}

private final class ChainExpandOperator: Operator {
  private let plan: ChainExpandPlan
  private let input: Operator
  private var batch: Batch?
  private var starts: [UInt32] = []
  private var targets: [UInt32]?
  private var used = UsedInRows()
  /// The row whose chains are followed; the one after the last before it begins.
  private var row = -1
  private var walk = ChainWalk()

  init(_ plan: ChainExpandPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if batch == nil || (walk.isOver && row + 1 >= starts.count) {
        guard let next = try input.next(context) else { return nil }
        try begin(next)
      }
      guard let batch else { return nil }
      var made = Chains()
      try fill(&made, batch, context)
      if !made.rows.isEmpty { return output(made, batch) }
    }
  }

  override func reset() {
    batch = nil
    walk = ChainWalk()
    input.reset()
  }

  private func begin(_ next: Batch) throws(CypherError) {
    batch = next
    starts = try next.nodes(plan.from)
    targets = nil
    if let target = plan.target { targets = try next.nodes(target) }
    used = try plan.used.read(next)
    row = -1
    walk = ChainWalk()
  }

  /// Follows chains until there are enough of them or the batch is at its end.
  private func fill(_ made: inout Chains, _ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    var step = ChainStep(plan.traversal, plan.tests, context.graph)
    let labels = plan.labels.resolved(context.graph)
    if row >= 0 { step.start(batch, row: row) }
    var work = 0
    while made.hasRoom {
      work &+= 1
      if work & 0xFFF == 0 { try context.check() }
      if walk.isOver {
        row += 1
        if row >= starts.count { return }
        if starts[row] == .max || targets?[row] == .max { continue }
        step.start(batch, row: row)
        walk.start(starts[row], maximum: plan.length.maximum ?? .max, avoiding: used.all(row: row))
        if plan.length.minimum == 0 { add(starts[row], to: &made, labels, context.graph) }
      } else if try walk.advance(step, context), walk.length >= plan.length.minimum {
        add(walk.end, to: &made, labels, context.graph)
      }
    }
  }

  private func add(_ end: UInt32, to made: inout Chains, _ labels: ResolvedLabels, _ graph: Graph) {
    guard targets.map({ $0[row] == end }) ?? labels.admits(end, graph) else { return }
    made.rows.append(Int32(truncatingIfNeeded: row))
    made.ends.append(end)
    if plan.list != nil { made.append(walk.relationships, isBackwards: plan.isBackwards) }
  }

  private func output(_ made: Chains, _ batch: Batch) -> Batch {
    var result = batch.extended(made.rows, keeping: plan.keeping)
    if let slot = plan.to { result.columns[slot] = .nodes(made.ends) }
    if let slot = plan.list { result.columns[slot] = .values(made.lists) }
    return result
  }
}

/// Chains that were found.
private struct Chains {
  var rows: [Int32] = []
  var ends: [UInt32] = []
  private(set) var lists: [Value] = []
  private var elements = 0

  /// Whether more may be added before they are given away; long lists fill a batch sooner.
  var hasRoom: Bool { rows.count < Batch.usualCount && elements < 32 * Batch.usualCount }

  mutating func append(_ relationships: ArraySlice<UInt32>, isBackwards: Bool) {
    elements += relationships.count
    lists.append(.relationships(isBackwards ? relationships.reversed() : Array(relationships)))
  }
}
