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
  var isReusable: Bool { inputsAreReusable }
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

  /// The groups of all rows.
  ///
  /// Where the first rows are of a few groups, threads group each a share of the rest. Where they are of many, to join
  /// the shares would cost more than that saves: then the other threads only find the rows.
  private func grouped(_ context: ExecutionContext) throws(CypherError) -> Groups {
    let groups = Groups(plan, context.limits)
    guard let parallel = input as? ParallelOperator, plan.sharesGrouping else {
      try groups.add(input, context)
      return groups
    }
    var parts = parallel.plan.parts(of: context.graph)[...]
    let first = parallel.plan.share(of: parts.popFirst(), context)
    try groups.add(first, context)
    if groups.areFew {
      let plan = plan
      let shares = try parallel.plan.shares(of: parts, context) { (input, context) throws(CypherError) in
        let groups = Groups(plan, context.limits)
        try groups.add(input, context)
        return groups
      }
      for share in shares { try groups.add(later: share, context) }
    } else {
      parallel.leave(parts)
      try groups.add(input, context)
    }
    return groups
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
