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
  /// A row of the right side.
  private struct Place {
    let batch: Int32
    let row: Int32
  }

  private let plan: HashJoinPlan
  private let left: Operator
  private let right: Operator
  private var held: [Batch] = []
  private var table: [GroupKey: [Place]]?
  private var batch: Batch?
  private var keys: [GroupKey?] = []
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
        batch = next
        keys = try GroupKey.joining(plan.leftKeys, next, context)
        (row, offset) = (0, 0)
      }
      guard let batch else { return nil }
      try context.check()
      if table == nil { try build(context) }
      var rows: [Int32] = []
      var places: [Place] = []
      probe(&rows, &places)
      if rows.isEmpty { continue }
      var result = batch.extended(rows, keeping: plan.keepingLeft)
      for slot in plan.keepingRight.slots where slot < result.columns.count {
        result.columns[slot] = column(slot, places)
      }
      return result
    }
  }

  override func reset() {
    batch = nil
    table = nil
    held = []
    left.reset()
    right.reset()
  }

  private func build(_ context: ExecutionContext) throws(CypherError) {
    var table: [GroupKey: [Place]] = [:]
    while var batch = try right.next(context) {
      try context.check()
      try context.limits.hold(rows: batch.count, bytes: batch.count * (plan.keepingRight.count * 8 + 64))
      for (row, key) in try GroupKey.joining(plan.rightKeys, batch, context).enumerated() {
        guard let key else { continue }
        table[key, default: []].append(
          Place(batch: Int32(truncatingIfNeeded: held.count), row: Int32(truncatingIfNeeded: row)))
      }
      batch.keep(plan.keepingRight)
      held.append(batch)
    }
    self.table = table
  }

  private func probe(_ rows: inout [Int32], _ places: inout [Place]) {
    while row < keys.count && rows.count < Batch.usualCount {
      let found = keys[row].flatMap { table?[$0] } ?? []
      let end = min(found.count, offset + Batch.usualCount * 2 - rows.count)
      for place in found[min(offset, end)..<end] {
        rows.append(Int32(truncatingIfNeeded: row))
        places.append(place)
      }
      if end < found.count {
        offset = end
        return
      }
      (row, offset) = (row + 1, 0)
    }
  }

  private func column(_ slot: Slot, _ places: [Place]) -> Vector {
    if held.count == 1 { return held[0].column(slot).gathered(places.map(\.row)) }
    var nodes: [UInt32] = []
    for place in places {
      guard case .nodes(let ids)? = held[Int(place.batch)].columns[slot] else {
        return .values(places.map { held[Int($0.batch)].value(slot, Int($0.row)) })
      }
      nodes.append(ids[Int(place.row)])
    }
    return .nodes(nodes)
  }
}

extension GroupKey {
  /// The keys by which rows are joined; nil for rows that are joined with none, as null and NaN equal nothing.
  fileprivate static func joining(
    _ evaluations: [Evaluation], _ batch: Batch, _ context: ExecutionContext
  ) throws(CypherError) -> [GroupKey?] {
    var columns: [Vector] = []
    for evaluation in evaluations { columns.append(try evaluation.vector(batch, context)) }
    return (0..<batch.count).map { row in
      let values = columns.map { $0.value(at: row) }
      return values.allSatisfy { $0.equals($0) == true } ? GroupKey(values) : nil
    }
  }
}
