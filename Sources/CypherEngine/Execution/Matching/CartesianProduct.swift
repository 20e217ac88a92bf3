import CypherSyntax
import PropertyGraph

/// Combines every row of one plan with every row of another.
struct CartesianProductPlan: Plan {
  let left: any Plan
  /// It reads nothing of the left rows, and is run once.
  let right: any Plan
  /// The slots of the left rows that are carried on.
  let keepingLeft: SlotSet
  /// The slots of the right rows that are carried on.
  let keepingRight: SlotSet
  let estimatedRows: Double

  var inputs: [any Plan] { [left, right] }
  var name: String { "CartesianProduct" }
  var details: String { "" }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    CartesianProductOperator(self, inputs[0], inputs[1])
  }
}

private final class CartesianProductOperator: Operator {
  private let plan: CartesianProductPlan
  private let left: Operator
  private let right: HeldRows
  private var batch: Batch?
  private var row = 0
  private var piece = 0

  init(_ plan: CartesianProductPlan, _ left: Operator, _ right: Operator) {
    self.plan = plan
    self.left = left
    self.right = HeldRows(right, keeping: plan.keepingRight)
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if batch == nil || row == batch?.count {
      batch = try left.next(context)
      (row, piece) = (0, 0)
    }
    guard let batch else { return nil }
    try context.check()
    let held = try right.batches(context)
    if held.isEmpty { return nil }
    if held.count == 1, held[0].count < Batch.usualCount / 2 { return several(batch, held[0]) }
    var result = held[piece]
    let outer = batch.repeated(row: row, count: result.count, keeping: plan.keepingLeft)
    result.take(outer, plan.keepingLeft)
    piece += 1
    if piece == held.count { (row, piece) = (row + 1, 0) }
    return result
  }

  override func reset() {
    batch = nil
    left.reset()
    right.reset()
  }

  /// As many left rows as fill a batch, each with all the right ones.
  private func several(_ batch: Batch, _ held: Batch) -> Batch {
    let count = min(batch.count - row, max(Batch.usualCount / held.count, 1))
    var leftRows: [Int32] = []
    var rightRows: [Int32] = []
    for outer in row..<row + count {
      leftRows += repeatElement(Int32(truncatingIfNeeded: outer), count: held.count)
      for inner in 0..<held.count { rightRows.append(Int32(truncatingIfNeeded: inner)) }
    }
    row += count
    var result = held.gathered(rightRows, keeping: plan.keepingRight)
    result.take(batch.gathered(leftRows, keeping: plan.keepingLeft), plan.keepingLeft)
    return result
  }
}

extension Batch {
  /// Takes over columns of a batch with the same number of rows.
  mutating func take(_ other: Batch, _ slots: SlotSet) {
    for slot in slots.slots where slot < columns.count && other.columns[slot] != nil {
      columns[slot] = other.columns[slot]
    }
  }
}

/// All rows of a plan, taken in when they are first asked for.
final class HeldRows {
  private let input: Operator
  private let keeping: SlotSet
  private var batches: [Batch] = []
  private var mark = ReadMark()
  private var held: RowHold?

  init(_ input: Operator, keeping: SlotSet) {
    self.input = input
    self.keeping = keeping
  }

  /// The rows, batch by batch.
  func batches(_ context: ExecutionContext) throws(CypherError) -> [Batch] {
    if !mark.holds(context.graph) { try read(context) }
    mark.set(context.graph)
    return batches
  }

  private func read(_ context: ExecutionContext) throws(CypherError) {
    batches = []
    input.reset()
    let held = RowHold(context.limits)
    self.held = held
    while var batch = try input.next(context) {
      try context.check()
      batch.keep(keeping)
      try held.add(rows: batch.count, bytes: batch.count * (keeping.count + 1) * 8)
      batches.append(batch)
    }
  }

  func reset() { mark.startOver() }
}
