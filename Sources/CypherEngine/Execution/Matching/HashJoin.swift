import CypherSyntax
import PropertyGraph

/// Combines the rows of two plans whose keys are equal.
struct HashJoinPlan: Plan {
  /// Its rows keep their order.
  let left: any Plan
  /// It reads nothing of the left rows, is run once, and its rows are held.
  let right: any Plan
  let leftKeys: [Evaluation]
  let rightKeys: [Evaluation]
  /// The slots of the left rows that are carried on.
  let keepingLeft: SlotSet
  /// The slots of the right rows that are carried on.
  let keepingRight: SlotSet
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [left, right] }
  var evaluations: [Evaluation] { leftKeys + rightKeys }
  var name: String { "HashJoin" }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    HashJoinOperator(self, inputs[0], inputs[1])
  }
}

private final class HashJoinOperator: Operator {
  private let plan: HashJoinPlan
  private let left: Operator
  private let right: Operator
  private var table: JoinTable?
  private var mark = ReadMark()
  private var batch: Batch?
  private var groups: [UInt32] = []
  private var row = 0
  private var offset = 0

  init(_ plan: HashJoinPlan, _ left: Operator, _ right: Operator) {
    self.plan = plan
    self.left = left
    self.right = right
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if batch == nil || row == batch?.count {
        guard let next = try left.next(context) else { return nil }
        if !mark.holds(context.graph) { try build(context) }
        mark.set(context.graph)
        let columns = try plan.leftKeys.vectors(next, context)
        groups = table?.groups(of: columns, count: next.count, context) ?? []
        batch = next
        (row, offset) = (0, 0)
      }
      guard let batch, let table else { return nil }
      try context.check()
      var rows: [Int32] = []
      var found: [Int32] = []
      probe(table, &rows, &found)
      if rows.isEmpty { continue }
      var result = batch.extended(rows, keeping: plan.keepingLeft)
      result.take(table.rows.gathered(found, keeping: plan.keepingRight), plan.keepingRight)
      return result
    }
  }

  override func reset() {
    batch = nil
    mark.startOver()
    left.reset()
  }

  private func build(_ context: ExecutionContext) throws(CypherError) {
    table = nil
    right.reset()
    var builder = JoinTable.Builder(plan, context)
    while let batch = try right.next(context) {
      try context.check()
      try builder.add(batch, try plan.rightKeys.vectors(batch, context), context)
    }
    table = try builder.table(context.limits)
  }

  /// Adds pairs of a left row and a right one, until there are enough of them.
  private func probe(_ table: JoinTable, _ rows: inout [Int32], _ found: inout [Int32]) {
    while row < groups.count && rows.count < Batch.usualCount {
      let all = table.rows(of: groups[row])
      let end = min(all.count, offset + Batch.usualCount * 2 - rows.count)
      rows += repeatElement(Int32(truncatingIfNeeded: row), count: max(0, end - offset))
      found += all.dropFirst(offset).prefix(max(0, end - offset))
      if end < all.count {
        offset = end
        return
      }
      (row, offset) = (row + 1, 0)
    }
  }
}
