import CypherSyntax
import PropertyGraph

/// What rows are sorted by.
struct SortKey: Sendable {
  let evaluation: Evaluation
  /// Whether the largest comes first.
  let isDescending: Bool
}

/// Sorts rows; with a window only as many as it asks for are kept.
struct SortPlan: Plan {
  let input: any Plan
  let keys: [SortKey]
  /// The window that is cut out of the sorted rows afterwards.
  let window: RowWindow?
  /// The slots that are carried on.
  let keeping: SlotSet
  let details: String

  var inputs: [any Plan] { [input] }
  var isReusable: Bool { inputsAreReusable }
  var estimatedRows: Double { input.estimatedRows }
  var name: String { window?.limit == nil ? "Sort" : "Top" }
  var evaluations: [Evaluation] { keys.map(\.evaluation) }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    SortOperator(self, inputs[0])
  }
}

private final class SortOperator: Operator {
  private let plan: SortPlan
  private let input: Operator
  private var sorted: Batch?
  private var order: [Int32] = []
  private var at = 0
  private var held: RowHold?

  init(_ plan: SortPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if sorted == nil { try sort(context) }
    guard let sorted, at < order.count else { return nil }
    let end = min(at + Batch.usualCount, order.count)
    defer { at = end }
    return sorted.gathered(Array(order[at..<end]), keeping: plan.keeping)
  }

  private func sort(_ context: ExecutionContext) throws(CypherError) {
    let counts = try plan.window?.counts(context)
    let limit = counts?.limit.map { $0.addingReportingOverflow(counts?.skip ?? 0) }
    let most = limit.map { $0.overflow ? .max : $0.partialValue } ?? .max
    var rows = SortedRows(plan, most: most, frameSize: context.builder.frameSize)
    while let batch = try input.next(context) {
      try context.check()
      let kept = try rows.add(batch, context)
      if kept > 0 { try held(context).add(rows: kept, bytes: kept * rows.rowBytes) }
      if rows.isCrowded {
        try rows.prune(context)
        held = nil
        try held(context).add(rows: rows.count, bytes: rows.count * rows.rowBytes)
      }
    }
    order = try rows.finalOrder(context)
    sorted = rows.batch
  }

  private func held(_ context: ExecutionContext) -> RowHold {
    let held = held ?? RowHold(context.limits)
    self.held = held
    return held
  }

  override func reset() {
    sorted = nil
    order = []
    held = nil
    at = 0
    input.reset()
  }
}

/// The rows that may be among the first so many, with their keys.
private struct SortedRows {
  private let keys: [SortKey]
  private let most: Int
  private let keeping: SlotSet
  private let frameSize: Int
  private var buffer: RowBuffer
  private var columns: [VectorBuilder]
  /// Rows of a greater rank come after the first so many.
  private var worst: UInt64?

  init(_ plan: SortPlan, most: Int, frameSize: Int) {
    keys = plan.keys
    self.most = most
    keeping = plan.keeping
    self.frameSize = frameSize
    buffer = RowBuffer(keeping: plan.keeping, frameSize: frameSize)
    columns = plan.keys.map { _ in VectorBuilder() }
  }

  /// The number of rows.
  var count: Int { buffer.count }

  /// Roughly how many bytes a row takes.
  var rowBytes: Int { buffer.rowBytes + 8 * columns.count }

  /// All rows, in the order of arrival.
  var batch: Batch { buffer.batch }

  /// Whether so many rows have come together that it pays to let the last ones go.
  var isCrowded: Bool {
    let (limit, overflow) = most.addingReportingOverflow(max(most, 512))
    return !overflow && buffer.count >= limit
  }

  /// Adds the rows of a batch that may be among the first; tells how many.
  mutating func add(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Int {
    var batch = batch
    var first = try keys[0].evaluation.vector(batch, context)
    if worst != nil || batch.count > most, most > 0 {
      let ranks = RowOrder.ranks(first, isDescending: keys[0].isDescending)
      var bound = worst ?? .max
      if ranks.count > most { bound = min(bound, ranks.smallest(most)) }
      var rows: [Int32] = []
      for row in ranks.indices where ranks[row] <= bound { rows.append(Int32(truncatingIfNeeded: row)) }
      if rows.isEmpty { return 0 }
      if rows.count < batch.count {
        batch = batch.gathered(rows)
        first = first.gathered(rows)
      }
    }
    columns[0].append(contentsOf: first)
    for index in keys.indices.dropFirst() {
      columns[index].append(contentsOf: try keys[index].evaluation.vector(batch, context))
    }
    buffer.append(batch)
    return batch.count
  }

  /// Keeps the first so many rows only.
  mutating func prune(_ context: ExecutionContext) throws(CypherError) {
    let order = try rowOrder(context)
    let rows = Array(try order.sorted().prefix(most))
    worst = rows.last.map { order.rank(of: $0) }
    let kept = buffer.batch.gathered(rows, keeping: keeping)
    buffer = RowBuffer(keeping: keeping, frameSize: frameSize)
    buffer.append(kept)
    columns = columns.map { column in
      var kept = VectorBuilder()
      kept.append(contentsOf: column.vector.gathered(rows))
      return kept
    }
  }

  /// The rows in order, no more than asked for.
  func finalOrder(_ context: ExecutionContext) throws(CypherError) -> [Int32] {
    Array(try rowOrder(context).sorted().prefix(most))
  }

  private func rowOrder(_ context: ExecutionContext) throws(CypherError) -> RowOrder {
    try RowOrder(
      zip(columns, keys).map { ($0.vector, $1.isDescending) },
      checking: { () throws(CypherError) in try context.limits.check() })
  }
}
