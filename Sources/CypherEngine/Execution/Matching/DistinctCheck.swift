import CypherSyntax
import PropertyGraph

/// Lets through the rows where relationships of one part of a pattern do not stand in another part as well.
struct DistinctCheckPlan: Plan {
  /// A slot and what it may not hold.
  struct Check: Sendable {
    let slot: Slot
    let isList: Bool
    let used: UsedRelationships
  }

  let input: any Plan
  let checks: [Check]
  /// The slots that are carried on.
  let keeping: SlotSet

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { input.estimatedRows }
  var name: String { "DistinctRelationships" }
  var details: String { "" }
  var sharesWork: Bool { inputsShareWork }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    DistinctCheckOperator(self, inputs[0])
  }
}

private final class DistinctCheckOperator: Operator {
  private let plan: DistinctCheckPlan
  private let input: Operator

  init(_ plan: DistinctCheckPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while let batch = try input.next(context) {
      try context.check()
      var passes = Array(repeating: true, count: batch.count)
      for check in plan.checks {
        let used = try check.used.read(batch)
        let own = try UsedRelationships(check).read(batch)
        for row in passes.indices where own.all(row: row).contains(where: { used.contains($0, row: row) }) {
          passes[row] = false
        }
      }
      let rows = passes.indices.filter { passes[$0] }.map { Int32(truncatingIfNeeded: $0) }
      if !rows.isEmpty { return batch.extended(rows, keeping: plan.keeping) }
    }
    return nil
  }

  override func reset() { input.reset() }
}

extension UsedRelationships {
  fileprivate init(_ check: DistinctCheckPlan.Check) {
    self.init(singles: check.isList ? [] : [check.slot], lists: check.isList ? [check.slot] : [])
  }
}
