import CypherSyntax
import PropertyGraph

/// A bound expression made ready to run: compiled once, when the query is planned, and never changed.
struct Evaluation: Sendable {
  /// The expression's last step.
  let root: any EvaluationNode
  /// The slots that it reads.
  let slots: SlotSet
  /// The sub-plans in it, in written order.
  let applied: [AppliedPlan]

  /// Compiles an expression.
  ///
  /// - Throws: what planning its patterns and subqueries throws.
  static func compile(
    _ expression: BoundExpression, _ context: PlanContext
  ) throws(CypherError) -> Evaluation {
    var compiler = EvaluationCompiler(context: context)
    let root = try compiler.node(expression)
    return Evaluation(root: root, slots: expression.slots, applied: compiler.applied)
  }

  /// The value in every row of a batch.
  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    // Small queries have batches of one row: no arrays are made for them.
    if batch.count == 1 { return .constant(try root.value(batch, 0, context), count: 1) }
    return try root.vector(batch, context)
  }

  /// The value in one row.
  func value(_ batch: Batch, row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    try root.value(batch, row, context)
  }

  /// The rows where the expression is true; nil stands for all of them.
  func holding(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> [Int32]? {
    try root.holding(batch, context)
  }

  /// The slot that is read, where the expression is nothing else.
  var slot: Slot? { (root as? SlotNode)?.slot }

  /// The value, where the expression is a literal.
  var constant: Value? { (root as? ConstantNode)?.constant }
}

extension [Evaluation] {
  /// The rows where all are true, evaluating each only where those before it hold; nil stands for all rows.
  func holding(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> [Int32]? {
    var rows: [Int32]?
    for (index, evaluation) in enumerated() {
      guard let before = rows else {
        rows = try evaluation.holding(batch, context)
        continue
      }
      if before.isEmpty { break }
      let rest = batch.gathered(before, keeping: evaluation.slots)
      if let held = try self[index].holding(rest, context) { rows = held.map { before[Int($0)] } }
    }
    return rows
  }
}
