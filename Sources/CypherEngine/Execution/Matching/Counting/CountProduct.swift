import CypherSyntax
import PropertyGraph

/// Counts the rows of another part of the pattern for every row, where nobody asks what is in them.
struct CountProductPlan: Plan {
  let left: any Plan
  /// It reads nothing of the left rows, and is run once.
  let right: any Plan
  /// Where the rows tell how many equal ones each stands for.
  let weight: Slot
  /// The slots of the left rows that are carried on.
  let keeping: SlotSet
  let estimatedRows: Double

  var inputs: [any Plan] { [left, right] }
  var name: String { "CountProduct" }
  var details: String { "" }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    CountProductOperator(self, inputs[0], inputs[1])
  }
}

private final class CountProductOperator: Operator {
  private let plan: CountProductPlan
  private let left: Operator
  private let right: Operator
  private var rightCount: Int64?

  init(_ plan: CountProductPlan, _ left: Operator, _ right: Operator) {
    self.plan = plan
    self.left = left
    self.right = right
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard let batch = try left.next(context) else { return nil }
    let factor = try counted(context)
    if factor == 0 { return nil }
    let factors = Array(repeating: factor, count: batch.count)
    return try batch.multiplied(by: factors, in: plan.weight, keeping: plan.keeping)
  }

  override func reset() {
    rightCount = nil
    left.reset()
    right.reset()
  }

  private func counted(_ context: ExecutionContext) throws(CypherError) -> Int64 {
    if let rightCount { return rightCount }
    var sum: Int64 = 0
    while let batch = try right.next(context) {
      try context.check()
      for weight in batch.weights(in: plan.weight) ?? [Int64(batch.count)] {
        let (next, overflow) = sum.addingReportingOverflow(weight)
        if overflow { throw CypherError.countOverflow }
        sum = next
      }
    }
    rightCount = sum
    return sum
  }
}
