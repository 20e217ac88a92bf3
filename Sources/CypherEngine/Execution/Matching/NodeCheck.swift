import CypherSyntax
import PropertyGraph

/// Lets through the rows whose bound value is a node with some labels.
struct NodeCheckPlan: Plan {
  let input: any Plan
  let node: Slot
  let labels: LabelTest
  /// The slots that are carried on.
  let keeping: SlotSet
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [input] }
  var name: String { "NodeCheck" }
  var sharesWork: Bool { inputsShareWork }
  var isReusable: Bool { inputsAreReusable }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    NodeCheckOperator(self, inputs[0])
  }
}

private final class NodeCheckOperator: Operator {
  private let plan: NodeCheckPlan
  private let input: Operator

  init(_ plan: NodeCheckPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while let batch = try input.next(context) {
      try context.check()
      let labels = plan.labels.resolved(context.graph)
      let nodes = try batch.nodes(plan.node)
      var rows: [Int32] = []
      for (row, node) in nodes.enumerated() where node != .max && labels.admits(node, context.graph) {
        rows.append(Int32(truncatingIfNeeded: row))
      }
      if !rows.isEmpty { return batch.extended(rows, keeping: plan.keeping) }
    }
    return nil
  }

  override func reset() { input.reset() }
}
