import CypherSyntax

/// The leaf of a plan: rows that come from outside.
///
/// The leaf of a whole query starts with one row; the leaf of an applied sub-plan is given the outer rows.
struct ArgumentPlan: Plan {
  /// Tells the leaves of different sub-plans apart; 0 belongs to the whole query.
  let id: Int

  var inputs: [any Plan] { [] }
  var estimatedRows: Double { 1 }
  var name: String { id == 0 ? "Start" : "Argument" }
  var details: String { "" }
  var sharesWork: Bool { true }
  var isReusable: Bool { true }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    let leaf = ArgumentOperator(Batch.single(frameSize: builder.frameSize))
    if id != 0 { builder.register(leaf, id: id) }
    return leaf
  }
}

/// Gives one batch that is set from outside.
final class ArgumentOperator: Operator {
  /// What is given.
  private(set) var batch: Batch
  private var isGiven = false

  init(_ batch: Batch) { self.batch = batch }

  /// Sets what is given next.
  func set(_ batch: Batch) {
    self.batch = batch
    isGiven = false
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if isGiven || batch.count == 0 { return nil }
    isGiven = true
    return batch
  }

  override func reset() { isGiven = false }
}
