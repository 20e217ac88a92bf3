import CypherSyntax
import PropertyGraph

/// From bound expression to the steps that evaluate it.
struct EvaluationCompiler {
  let context: PlanContext
  /// The sub-plans met so far.
  private(set) var applied: [AppliedPlan] = []

  init(context: PlanContext) { self.context = context }

  /// Compiles one expression.
  mutating func node(_ expression: BoundExpression) throws(CypherError) -> any EvaluationNode {
    let span = expression.span
    switch expression.kind {
    case .constant(let value): return ConstantNode(value, span)
    case .parameter(let name): return ParameterNode(name, span)
    case .slot(let slot): return SlotNode(slot, span)
    default:
      throw CypherError(
        .semanticError, .compileTime, "UnsupportedExpression", "this cannot be evaluated", at: span)
    }
  }
}
