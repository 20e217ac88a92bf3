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
  private var held: Groups?

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
    let groups = try grouped(context)
    held = groups
    var result = try groups.batch(frameSize: context.builder.frameSize)
    if let argument {
      let outer = argument.batch.repeated(row: 0, count: result.count, keeping: plan.outer)
      for slot in plan.outer.slots where outer.columns[slot] != nil {
        result.columns[slot] = outer.columns[slot]
      }
    }
    return result
  }

  /// The groups of all rows: threads group each a share of them where they may.
  private func grouped(_ context: ExecutionContext) throws(CypherError) -> Groups {
    guard let parallel = input as? ParallelOperator, plan.sharesGrouping else {
      return try plan.grouped(input, context)
    }
    let plan = plan
    let shares = try parallel.plan.shares(context) { (input, context) throws(CypherError) in
      try plan.grouped(input, context)
    }
    for share in shares.dropFirst() { try shares[0].add(later: share, context) }
    return shares[0]
  }

  override func reset() {
    result = nil
    held = nil
    at = 0
    input.reset()
  }
}

extension AggregationPlan {
  /// Whether threads may each group some of the rows.
  fileprivate var sharesGrouping: Bool {
    aggregates.allSatisfy { $0.makeColumn().sharesWork } && evaluations.allSatisfy(\.applied.isEmpty)
  }

  /// The groups of the rows that an operator gives.
  fileprivate func grouped(_ input: Operator, _ context: ExecutionContext) throws(CypherError) -> Groups {
    let groups = Groups(self, context.limits)
    while let batch = try input.next(context) {
      try context.check()
      try groups.add(batch, context)
    }
    return groups
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
