import CypherSyntax
import PropertyGraph

/// Lets through the first of the rows whose values in some slots are equivalent.
struct DistinctPlan: Plan {
  let input: any Plan
  /// What is compared.
  let slots: [Slot]
  /// The slots that are carried on.
  let keeping: SlotSet
  let names: [String]

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { input.estimatedRows / 2 }
  var name: String { "Distinct" }
  var details: String { names.joined(separator: ", ") }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    DistinctOperator(self, inputs[0])
  }
}

private final class DistinctOperator: Operator {
  private let plan: DistinctPlan
  private let input: Operator
  private var table: GroupTable
  private var held: RowHold?

  init(_ plan: DistinctPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
    table = GroupTable(keyCount: plan.slots.count)
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    let held = held ?? RowHold(context.limits)
    self.held = held
    var first: [Int32] = []
    while var batch = try input.next(context) {
      let keys = plan.slots.map { batch.column($0) }
      _ = table.groups(of: keys, count: batch.count, context.graph.texts, first: &first)
      let bytes = keys.reduce(8) { $0 + $1.rowBytes }
      try held.add(rows: first.count, bytes: first.count * bytes)
      if first.count == batch.count {
        batch.keep(plan.keeping)
        return batch
      }
      if !first.isEmpty { return batch.gathered(first, keeping: plan.keeping) }
      try context.check()
    }
    return nil
  }

  override func reset() {
    held = nil
    table = GroupTable(keyCount: plan.slots.count)
    input.reset()
  }
}
