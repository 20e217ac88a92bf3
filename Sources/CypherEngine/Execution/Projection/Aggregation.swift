import CypherSyntax
import PropertyGraph

/// A grouping key: its value over the rows before, and where it is held afterwards.
typealias GroupingKey = ProjectedItem

/// Groups rows by keys and computes aggregates; without keys there is one group, even of no rows.
struct AggregationPlan: Plan {
  let input: any Plan
  let keys: [GroupingKey]
  let aggregates: [AggregateCall]
  /// Where the rows may tell how many equal ones each stands for.
  let weight: Slot?
  /// Slots of the queries around this one that are needed afterwards: the same for all groups.
  let outer: SlotSet
  /// The leaf that holds them.
  let argument: ArgumentPlan
  let details: String

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { keys.isEmpty ? 1 : max(1, input.estimatedRows / 10) }
  var name: String { "Aggregation" }
  var evaluations: [Evaluation] { keys.map(\.evaluation) + aggregates.flatMap(\.arguments) }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    AggregationOperator(self, inputs[0], builder.madeArgument(argument))
  }
}

private final class AggregationOperator: Operator {
  private let plan: AggregationPlan
  private let input: Operator
  private let argument: ArgumentOperator?
  private var result: Batch?
  private var at = 0
  private var held: RowHold?

  init(_ plan: AggregationPlan, _ input: Operator, _ argument: ArgumentOperator?) {
    self.plan = plan
    self.input = input
    self.argument = argument
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if result == nil { result = try aggregated(context) }
    guard let result, at < result.count else { return nil }
    let end = min(at + Batch.usualCount, result.count)
    defer { at = end }
    return result.rows(at..<end)
  }

  /// All groups, one row each.
  private func aggregated(_ context: ExecutionContext) throws(CypherError) -> Batch {
    let held = RowHold(context.limits)
    self.held = held
    let columns = plan.aggregates.map { $0.makeColumn() }
    let bytesPerRow = columns.reduce(0) { $0 + $1.bytesPerRow }
    var table = GroupTable(keyCount: plan.keys.count)
    var keys = plan.keys.map { _ in VectorBuilder() }
    var first: [Int32] = []
    while let batch = try input.next(context) {
      try context.check()
      let values = try plan.keys.vectors(batch, context)
      let groups = table.groups(
        of: values, count: batch.count, context.graph.texts, first: &first)
      if !first.isEmpty {
        for index in keys.indices { keys[index].append(contentsOf: values[index].gathered(first)) }
      }
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
    var result = Batch(frameSize: context.builder.frameSize)
    result.count = table.count
    for (key, column) in zip(plan.keys, keys) { result.columns[key.slot] = column.vector }
    for (call, column) in zip(plan.aggregates, columns) {
      result.columns[call.slot] = try column.results(groupCount: table.count)
    }
    if let argument {
      let outer = argument.batch.repeated(row: 0, count: table.count, keeping: plan.outer)
      for slot in plan.outer.slots where outer.columns[slot] != nil {
        result.columns[slot] = outer.columns[slot]
      }
    }
    return result
  }

  override func reset() {
    result = nil
    held = nil
    at = 0
    input.reset()
  }
}

extension [Evaluation] {
  /// The values in every row of a batch.
  func vectors(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> [Vector] {
    var vectors: [Vector] = []
    vectors.reserveCapacity(count)
    for evaluation in self { vectors.append(try evaluation.vector(batch, context)) }
    return vectors
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
