import CypherSyntax
import PropertyGraph

/// One row for each element of a list; none for null or an empty list, one for what is no list.
struct UnwindPlan: Plan {
  let input: any Plan
  let list: ElementSource
  /// Where the element is held.
  let slot: Slot
  /// The slots that are carried on.
  let keeping: SlotSet
  let details: String
  let evaluations: [Evaluation]

  var inputs: [any Plan] { [input] }
  var isReusable: Bool { inputsAreReusable }
  var estimatedRows: Double { input.estimatedRows * 10 }
  var name: String { "Unwind" }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    UnwindOperator(self, inputs[0])
  }
}

private final class UnwindOperator: Operator {
  private let plan: UnwindPlan
  private let input: Operator
  private var batch: Batch?
  private var row = 0
  private var elements: Elements?
  private var at = 0

  init(_ plan: UnwindPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if batch == nil {
        batch = try input.next(context)
        row = 0
      }
      guard let batch else { return nil }
      let result = try fill(from: batch, context)
      if row == batch.count { self.batch = nil }
      if let result { return result }
      try context.check()
    }
  }

  /// The next elements of the rows of a batch, up to a batch of them.
  private func fill(from batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Batch? {
    var rows: [Int32] = []
    var column = VectorBuilder(capacity: Batch.usualCount)
    while row < batch.count, rows.count < Batch.usualCount {
      if elements == nil {
        elements = try plan.list.elements(batch, row, context)
        at = 0
      }
      let count = elements?.count ?? 0
      let end = min(at + Batch.usualCount - rows.count, count)
      if let elements, at < end {
        column.append(contentsOf: elements.vector(at..<end))
        rows.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: end - at))
        at = end
      }
      if at >= count {
        elements = nil
        row += 1
      }
    }
    if rows.isEmpty { return nil }
    var result = batch.gathered(rows, keeping: plan.keeping)
    result.columns[plan.slot] = column.vector
    return result
  }

  override func reset() {
    batch = nil
    elements = nil
    input.reset()
  }
}
