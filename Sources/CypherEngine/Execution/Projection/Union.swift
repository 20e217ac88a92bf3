import CypherSyntax

/// The rows of several plans, one after the other.
struct UnionPlan: Plan {
  let inputs: [any Plan]

  var estimatedRows: Double { inputs.reduce(0) { $0 + $1.estimatedRows } }
  var name: String { "Union" }
  var details: String { "" }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    UnionOperator(inputs)
  }
}

private final class UnionOperator: Operator {
  private let inputs: [Operator]
  private var at = 0

  init(_ inputs: [Operator]) { self.inputs = inputs }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while at < inputs.count {
      if let batch = try inputs[at].next(context) { return batch }
      at += 1
    }
    return nil
  }

  override func reset() {
    at = 0
    for input in inputs { input.reset() }
  }
}
