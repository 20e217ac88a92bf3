import CypherSyntax
import PropertyGraph

/// A planned statement, which may run many times.
final class QueryPlan: Sendable {
  /// The last step.
  let root: any Plan
  /// The slots of the output columns.
  let outputs: [Slot]
  /// The names of the output columns.
  let columns: [String]
  /// The number of slots of every batch.
  let frameSize: Int
  /// Whether anything is written.
  let writes: Bool
  /// The parameters that the statement names, sorted.
  let parameters: [String]
  /// Whether its operators may be used by one run after the other.
  let isReusable: Bool

  init(
    root: any Plan, outputs: [Slot], columns: [String], frameSize: Int, writes: Bool, parameters: [String]
  ) {
    self.root = root
    self.outputs = outputs
    self.columns = columns
    self.frameSize = frameSize
    self.writes = writes
    self.parameters = parameters
    isReusable = root.isReusable
  }

  /// The rows of the output columns, as the operators give them.
  func rows(_ steps: Operator, _ context: ExecutionContext) throws(CypherError) -> [[Value]] {
    var rows: [[Value]] = []
    do {
      while let batch = try steps.next(context) {
        try context.check()
        if outputs.isEmpty { continue }
        try context.limits.hold(rows: batch.count, bytes: batch.count * outputs.count * 40)
        for row in 0..<batch.count { rows.append(outputs.map { batch.value($0, row) }) }
      }
      return rows
    } catch {
      if error.isStop { Worker.letGo(of: consume rows) }
      throw error
    }
  }

  /// The plan as a tree to be drawn, with what was counted where a profiled run has ended.
  func description(_ builder: OperatorBuilder? = nil) -> PlanDescription {
    PlanDescription(root, builder?.rootCounter, builder)
  }
}
