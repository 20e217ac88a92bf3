import CypherSyntax
import PropertyGraph

/// `CALL { … }`: runs a query for each row.
struct SubqueryPlan: Plan {
  let input: any Plan
  fileprivate let query: AppliedPlan
  /// The outer slots that the query reads.
  fileprivate let imported: SlotSet
  /// Where the query's columns are kept; empty where it only writes.
  fileprivate let outputs: [Slot]
  fileprivate let keeping: SlotSet
  /// Whether the query writes: then all rows are taken in first.
  fileprivate let writes: Bool
  /// Whether an outer row without rows of the query goes on with nulls.
  fileprivate let isOptional: Bool

  /// Plans a subquery.
  static func plan(
    _ subquery: BoundSubquery, _ input: any Plan, _ context: PlanContext
  ) throws(CypherError) -> any Plan {
    let inner = context.applied(needed: SlotSet(subquery.outputs))
    let plan = try inner.plan(nested: subquery.query, into: subquery.outputs)
    return SubqueryPlan(
      input: input, query: AppliedPlan(plan, argument: inner.argument), imported: subquery.imported,
      outputs: subquery.outputs, keeping: context.needed, writes: subquery.query.writes,
      isOptional: subquery.isOptional)
  }

  var inputs: [any Plan] { [input, query.plan] }
  var estimatedRows: Double {
    input.estimatedRows * (outputs.isEmpty ? 1 : max(query.plan.estimatedRows, 1))
  }
  var name: String { writes ? "WritingSubquery" : "Subquery" }
  var details: String { "" }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    let query = AppliedOperator(root: inputs[1], arguments: builder.arguments(of: query.argument))
    return SubqueryOperator(self, inputs[0], query)
  }
}

private final class SubqueryOperator: Operator {
  private let plan: SubqueryPlan
  private let input: Operator
  private let query: AppliedOperator
  /// The outer rows that are still to come, the next batch last.
  private var waiting: [Batch] = []
  private var row = 0
  private var isRunning = false
  /// Whether the outer row at hand has had a row.
  private var hasRow = false

  init(_ plan: SubqueryPlan, _ input: Operator, _ query: AppliedOperator) {
    self.plan = plan
    self.input = input
    self.query = query
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if plan.outputs.isEmpty { return try runForEffect(context) }
    while true {
      guard let outer = try outer(context) else { return nil }
      try context.check()
      if !isRunning {
        query.start(outer.repeated(row: row, count: 1, keeping: plan.imported))
        isRunning = true
        hasRow = false
      }
      guard let inner = try query.next(context) else {
        isRunning = false
        row += 1
        if plan.isOptional, !hasRow { return withoutRow(outer, row - 1) }
        continue
      }
      hasRow = true
      var batch = outer.repeated(row: row, count: inner.count, keeping: plan.keeping)
      for slot in plan.outputs where plan.keeping.contains(slot) {
        batch.columns[slot] = inner.columns[slot]
      }
      return batch
    }
  }

  /// An outer row whose query has no rows, with nulls in their place.
  private func withoutRow(_ outer: Batch, _ row: Int) -> Batch {
    var batch = outer.repeated(row: row, count: 1, keeping: plan.keeping)
    for slot in plan.outputs where plan.keeping.contains(slot) {
      batch.columns[slot] = .constant(.null, count: 1)
    }
    return batch
  }

  /// Runs a query that has no columns; the outer rows go on as they are.
  private func runForEffect(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard var outer = try outer(context) else { return nil }
    for row in 0..<outer.count {
      try context.check()
      query.start(outer.repeated(row: row, count: 1, keeping: plan.imported))
      while try query.next(context) != nil {}
    }
    row = outer.count
    outer.keep(plan.keeping)
    return outer
  }

  /// The batch that holds the outer row at hand.
  private func outer(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if let batch = waiting.last, row < batch.count { return batch }
    if let done = waiting.popLast() { context.limits.release(done) }
    row = 0
    if waiting.isEmpty {
      while let batch = try input.next(context) {
        try context.limits.hold(batch)
        waiting.append(batch)
        if !plan.writes { break }
      }
      waiting.reverse()
    }
    return waiting.last
  }

  override func reset() {
    waiting = []
    row = 0
    isRunning = false
    input.reset()
  }
}
