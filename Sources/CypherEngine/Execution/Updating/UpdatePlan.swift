import CypherSyntax

/// A writing clause.
struct UpdatePlan: Plan {
  let input: any Plan
  let update: any Update
  /// The slots that are carried on.
  let keeping: SlotSet
  /// Whether all rows are taken in before anything is written.
  ///
  /// Without it rows are written batch by batch as they come: where nothing before or after can tell.
  let isEager: Bool

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { input.estimatedRows }
  var name: String { update.name }
  var details: String { update.details }
  var evaluations: [Evaluation] { update.evaluations }
  var isReusable: Bool { inputsAreReusable }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    UpdateOperator(self, inputs[0])
  }
}

private final class UpdateOperator: Operator {
  private let plan: UpdatePlan
  private let input: Operator
  private var writer: GraphWriter?
  /// Rows that are written and not yet given on, the next one last.
  private var written: [Batch] = []
  private var isDrained = false

  init(_ plan: UpdatePlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while written.isEmpty {
      if isDrained { return nil }
      var rows = try takeIn(context)
      if rows.isEmpty { return nil }
      let writer = writer ?? GraphWriter(context)
      self.writer = writer
      try plan.update.run(&rows, writer)
      written = rows.reversed().filter { $0.count > 0 }
    }
    guard var batch = written.popLast() else { return nil }
    context.limits.release(batch)
    batch.keep(plan.keeping)
    return batch
  }

  private func takeIn(_ context: ExecutionContext) throws(CypherError) -> [Batch] {
    var rows: [Batch] = []
    while let batch = try input.next(context) {
      try context.check()
      try context.limits.hold(batch)
      rows.append(batch)
      if !plan.isEager { return rows }
    }
    isDrained = true
    return rows
  }

  override func reset() {
    writer = nil
    written = []
    isDrained = false
    input.reset()
  }
}

extension LimitTracker {
  /// Counts a batch that is kept.
  func hold(_ batch: Batch) throws(CypherError) {
    try hold(rows: batch.count, bytes: batch.estimatedBytes)
  }

  /// Gives a batch back.
  func release(_ batch: Batch) { release(rows: batch.count, bytes: batch.estimatedBytes) }
}

extension Batch {
  /// Roughly the memory that it takes.
  var estimatedBytes: Int { count * columns.reduce(8) { $1 == nil ? $0 : $0 + 16 } }
}
