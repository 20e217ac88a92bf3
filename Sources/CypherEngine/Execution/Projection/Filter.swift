import CypherSyntax
import PropertyGraph

/// Lets through the rows where all predicates are true.
struct FilterPlan: Plan {
  let input: any Plan
  /// Evaluated in order, each over the rows that those before let through.
  let predicates: [Evaluation]
  /// The slots that are carried on.
  let keeping: SlotSet
  let estimatedRows: Double
  let details: String

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - details: the predicates as EXPLAIN shows them.
  ///   - estimatedRows: nil assumes that each predicate halves the rows.
  init(
    input: any Plan, predicates: [Evaluation], keeping: SlotSet, details: String = "",
    estimatedRows: Double? = nil
  ) {
    self.input = input
    self.predicates = predicates
    self.keeping = keeping
    self.details = details
    self.estimatedRows =
      estimatedRows ?? predicates.reduce(input.estimatedRows) { rows, _ in rows / 2 }
  }

  var inputs: [any Plan] { [input] }
  var name: String { "Filter" }
  var evaluations: [Evaluation] { predicates }
  var sharesWork: Bool { inputsShareWork }
  var isReusable: Bool { inputsAreReusable }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    FilterOperator(self, inputs[0])
  }
}

private final class FilterOperator: Operator {
  private let plan: FilterPlan
  private let input: Operator

  init(_ plan: FilterPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while var batch = try input.next(context) {
      guard let rows = try plan.predicates.holding(batch, context) else {
        batch.keep(plan.keeping)
        return batch
      }
      if !rows.isEmpty { return batch.gathered(rows, keeping: plan.keeping) }
      try context.check()
    }
    return nil
  }

  override func reset() { input.reset() }
}
