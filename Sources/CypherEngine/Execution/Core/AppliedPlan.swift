import CypherSyntax

/// A sub-plan that runs inside an expression or an operator, over rows that it is given.
final class AppliedPlan: Sendable {
  /// The sub-plan.
  let plan: any Plan
  /// Its leaf.
  let argument: ArgumentPlan

  /// Names a sub-plan and the leaf it was planned with.
  init(_ plan: any Plan, argument: ArgumentPlan) {
    self.plan = plan
    self.argument = argument
  }
}

/// A sub-plan of one run.
struct AppliedOperator {
  /// Gives the sub-plan's rows.
  let root: Operator
  /// The leaves, as a rule one.
  let arguments: [ArgumentOperator]

  /// Starts the sub-plan over with other rows.
  func start(_ batch: Batch) {
    root.reset()
    for argument in arguments { argument.set(batch) }
  }

  /// The next rows.
  func next(_ context: ExecutionContext) throws(CypherError) -> Batch? { try root.next(context) }
}
