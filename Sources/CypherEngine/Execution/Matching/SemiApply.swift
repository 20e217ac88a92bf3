import CypherSyntax
import PropertyGraph

/// Lets through the rows for which a sub-plan gives something, or those for which it gives nothing.
struct SemiApplyPlan: Plan {
  let input: any Plan
  let applied: any Plan
  let argument: ArgumentPlan
  /// Where the number of the outer row is held inside.
  let rowSlot: Slot
  /// The outer slots that are read inside.
  let arguments: SlotSet
  /// Whether the rows with nothing are let through.
  let isAnti: Bool
  /// The slots that are carried on.
  let keeping: SlotSet
  let estimatedRows: Double

  var inputs: [any Plan] { [input, applied] }
  var name: String { isAnti ? "AntiSemiApply" : "SemiApply" }
  var details: String { "" }
  var sharesWork: Bool { inputsShareWork }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    SemiApplyOperator(
      self, inputs[0], AppliedOperator(root: inputs[1], arguments: builder.arguments(of: argument)))
  }
}

private final class SemiApplyOperator: Operator {
  private let plan: SemiApplyPlan
  private let input: Operator
  private let applied: AppliedOperator

  init(_ plan: SemiApplyPlan, _ input: Operator, _ applied: AppliedOperator) {
    self.plan = plan
    self.input = input
    self.applied = applied
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while let batch = try input.next(context) {
      var isFound = Array(repeating: false, count: batch.count)
      var missing = batch.count
      applied.start(batch.numbered(in: plan.rowSlot, keeping: plan.arguments))
      while missing > 0, let inner = try applied.next(context) {
        try context.check()
        for row in inner.rowNumbers(in: plan.rowSlot) where !isFound[row] {
          isFound[row] = true
          missing -= 1
        }
      }
      var rows: [Int32] = []
      for row in 0..<batch.count where isFound[row] != plan.isAnti {
        rows.append(Int32(truncatingIfNeeded: row))
      }
      if !rows.isEmpty { return batch.extended(rows, keeping: plan.keeping) }
    }
    return nil
  }

  override func reset() { input.reset() }
}
