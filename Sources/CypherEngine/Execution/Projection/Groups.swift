import CypherSyntax
import PropertyGraph

/// The groups of rows: their keys, and what the aggregates have of each.
final class Groups {
  private let plan: AggregationPlan
  private var table: GroupTable
  private var keys: [VectorBuilder]
  private let columns: [AggregateColumn]
  private let bytesPerRow: Int
  private let held: RowHold
  private var first: [Int32] = []
  private var rowCount = 0

  /// No rows yet; without keys that is one group already.
  init(_ plan: AggregationPlan, _ limits: LimitTracker) {
    self.plan = plan
    table = GroupTable(keyCount: plan.keys.count)
    keys = plan.keys.map { _ in VectorBuilder() }
    columns = plan.aggregates.map { $0.makeColumn() }
    bytesPerRow = columns.reduce(0) { $0 + $1.bytesPerRow }
    held = RowHold(limits)
  }

  /// Whether the rows so far are many for each group.
  var areFew: Bool { table.count * 8 <= rowCount }

  /// Takes in all rows that an operator gives.
  func add(_ input: Operator, _ context: ExecutionContext) throws(CypherError) {
    while let batch = try input.next(context) {
      try context.check()
      try add(batch, context)
    }
  }

  private func add(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    rowCount += batch.count
    let groups = number(try plan.keys.vectors(batch, context), batch.count, context)
    let rows = GroupedRows(
      groups: groups, groupCount: table.count, isSingle: plan.keys.isEmpty,
      weights: plan.weight.flatMap { batch.weights(in: $0) })
    for (call, column) in zip(plan.aggregates, columns) {
      try column.add(try call.arguments.vectors(batch, context), rows, context)
    }
    try held.add(
      rows: first.count,
      bytes: first.count * 48 * (keys.count + columns.count) + batch.count * bytesPerRow)
  }

  /// Takes in the groups of rows that come after all these.
  func add(later: Groups, _ context: ExecutionContext) throws(CypherError) {
    let groups = number(later.keys.map(\.vector), later.table.count, context)
    for (column, more) in zip(columns, later.columns) {
      try column.add(later: more, groups, groupCount: table.count)
    }
    try held.add(rows: first.count, bytes: first.count * 48 * (keys.count + columns.count))
  }

  /// The group of each row; what is new becomes one.
  private func number(_ values: [Vector], _ count: Int, _ context: ExecutionContext) -> [UInt32] {
    let groups = table.groups(of: values, count: count, context.graph.texts, first: &first)
    if !first.isEmpty {
      for index in keys.indices { keys[index].append(contentsOf: values[index].gathered(first)) }
    }
    return groups
  }

  /// All groups, one row each.
  func batch(frameSize: Int) throws(CypherError) -> Batch {
    var batch = Batch(frameSize: frameSize)
    batch.count = table.count
    for (key, column) in zip(plan.keys, keys) { batch.columns[key.slot] = column.vector }
    for (call, column) in zip(plan.aggregates, columns) {
      batch.columns[call.slot] = try column.results(groupCount: table.count)
    }
    return batch
  }
}

extension [GroupingKey] {
  /// The keys of every row of a batch.
  fileprivate func vectors(
    _ batch: Batch, _ context: ExecutionContext
  ) throws(CypherError) -> [Vector] {
    var vectors: [Vector] = []
    vectors.reserveCapacity(count)
    for key in self { vectors.append(try key.evaluation.vector(batch, context)) }
    return vectors
  }
}
