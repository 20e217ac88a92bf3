import CypherSyntax
import PropertyGraph

/// A column that a projection computes.
struct ProjectedItem: Sendable {
  /// Where it is held afterwards.
  let slot: Slot
  /// Its value, over the rows before.
  let evaluation: Evaluation
  /// Its name, for EXPLAIN.
  let name: String

  /// Makes a column of an expression.
  init(slot: Slot, _ evaluation: Evaluation, name: String) {
    self.slot = slot
    self.evaluation = evaluation
    self.name = name
  }

  /// Makes a column that another slot holds already.
  init(slot: Slot, from source: Slot, name: String = "") {
    let node = SlotNode(source, Span(0, 0))
    self.init(slot: slot, Evaluation(root: node, slots: SlotSet([source]), applied: []), name: name)
  }
}

/// Computes columns, all of them over the rows before, and forgets what is not needed.
struct ProjectionPlan: Plan {
  let input: any Plan
  let items: [ProjectedItem]
  /// The slots that are filled afterwards, those of the items included.
  let keeping: SlotSet

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { input.estimatedRows }
  var name: String { "Projection" }
  var details: String { items.map(\.name).joined(separator: ", ") }
  var evaluations: [Evaluation] { items.map(\.evaluation) }
  var sharesWork: Bool { inputsShareWork }
  var isReusable: Bool { inputsAreReusable }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    ProjectionOperator(self, inputs[0])
  }
}

private final class ProjectionOperator: Operator {
  private let plan: ProjectionPlan
  private let input: Operator

  init(_ plan: ProjectionPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard let batch = try input.next(context) else { return nil }
    return try plan.items.computed(over: batch, keeping: plan.keeping, context)
  }

  override func reset() { input.reset() }
}

extension [ProjectedItem] {
  /// The batch with the columns computed and only the given slots kept.
  func computed(
    over batch: Batch, keeping slots: SlotSet, _ context: ExecutionContext
  ) throws(CypherError) -> Batch {
    var result = batch
    for item in self { result.columns[item.slot] = try item.evaluation.vector(batch, context) }
    result.keep(slots)
    return result
  }
}
