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
  /// Rows that are written, of which the first ones are given on.
  private var written: [Batch] = []
  private var given = 0
  private var isDrained = false

  init(_ plan: UpdatePlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      while given < written.count {
        // Taken out of the list, its columns are nobody else's and need not be copied.
        var batch = Batch(count: 0, columns: [])
        swap(&batch, &written[given])
        given += 1
        if batch.count == 0 { continue }
        if plan.isEager { context.limits.release(batch) }
        // With one row there is nothing to be gained.
        if batch.count > 1 { batch.keep(plan.keeping) }
        return batch
      }
      if isDrained { return nil }
      try takeIn(context)
      if written.isEmpty { return nil }
      try plan.update.run(&written, GraphWriter(context))
    }
  }

  /// Takes in the next rows, all of them where the update is eager.
  private func takeIn(_ context: ExecutionContext) throws(CypherError) {
    written.removeAll(keepingCapacity: true)
    given = 0
    while let batch = try input.next(context) {
      try context.check()
      if plan.isEager { try context.limits.hold(batch) }
      written.append(batch)
      if !plan.isEager { return }
    }
    isDrained = true
  }

  override func reset() {
    written.removeAll(keepingCapacity: written.count <= 1)
    given = 0
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
