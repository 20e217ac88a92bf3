import CypherSyntax
import PropertyGraph

/// EXISTS, COUNT and COLLECT over a query that must see each outer row for itself: it aggregates, sorts,
/// limits, or makes its rows distinct.
final class SubqueryNode: EvaluationNode {
  enum Answer: Sendable {
    case exists
    case count
    /// A list of the values in a slot.
    case collect(Slot)
  }

  private let plan: AppliedPlan
  private let arguments: SlotSet
  private let answer: Answer
  let span: Span

  init(_ plan: AppliedPlan, arguments: SlotSet, _ answer: Answer, _ span: Span) {
    self.plan = plan
    self.arguments = arguments
    self.answer = answer
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    let rows = context.operators(for: plan)
    rows.start(batch.repeated(row: row, count: 1, keeping: arguments))
    switch answer {
    case .exists: return .boolean(try rows.next(context) != nil)
    case .count:
      var count = 0
      while let result = try rows.next(context) {
        count += result.count
        try context.limits.check()
      }
      return .integer(Int64(count))
    case .collect(let slot):
      var values: [Value] = []
      let held = RowHold(context.limits)
      while let result = try rows.next(context) {
        // The steps of the query begin to count anew: what the list holds is on hold meanwhile.
        try held.add(rows: 0, bytes: result.count * MemoryLayout<Value>.stride)
        values += result.column(slot).all
        try context.limits.check()
      }
      return .list(values)
    }
  }
}
