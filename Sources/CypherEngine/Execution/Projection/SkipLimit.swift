import CypherSyntax
import PropertyGraph

/// The numbers after SKIP and LIMIT: constants and parameters only.
struct RowWindow: Sendable {
  /// How many rows to leave out.
  let skip: Evaluation?
  /// How many rows to give at most.
  let limit: Evaluation?

  /// The numbers of one run; nil for no limit.
  func counts(_ context: ExecutionContext) throws(CypherError) -> (skip: Int, limit: Int?) {
    let skip = try skip.map { (evaluation) throws(CypherError) in
      try Self.count(evaluation, "SKIP", context)
    }
    let limit = try limit.map { (evaluation) throws(CypherError) in
      try Self.count(evaluation, "LIMIT", context)
    }
    return (skip ?? 0, limit)
  }

  private static func count(
    _ evaluation: Evaluation, _ clause: String, _ context: ExecutionContext
  ) throws(CypherError) -> Int {
    let row = Batch.single(frameSize: context.builder.frameSize)
    let value = try evaluation.value(row, row: 0, context)
    guard case .integer(let count) = value else {
      throw CypherError(
        .syntaxError, .runtime, "InvalidArgumentType",
        "\(clause) wants an integer, not \(StaticType(of: value).name)", at: evaluation.root.span)
    }
    guard count >= 0 else {
      throw CypherError(
        .syntaxError, .runtime, "NegativeIntegerArgument", "\(clause) cannot be negative",
        at: evaluation.root.span)
    }
    return Int(count)
  }
}

/// Leaves out rows at the start, and stops after a number of rows.
struct SkipLimitPlan: Plan {
  let input: any Plan
  let window: RowWindow
  /// Whether the rest of the input is run through all the same: where it writes, every write must happen.
  let exhausts: Bool

  var inputs: [any Plan] { [input] }
  var isReusable: Bool { inputsAreReusable }
  var name: String { window.skip == nil ? "Limit" : window.limit == nil ? "Skip" : "SkipLimit" }
  var evaluations: [Evaluation] { [window.skip, window.limit].compactMap { $0 } }
  var estimatedRows: Double {
    guard case .integer(let limit)? = window.limit?.constant else { return input.estimatedRows }
    return min(input.estimatedRows, Double(limit))
  }
  var details: String {
    [("skip", window.skip), ("limit", window.limit)].compactMap { word, evaluation in
      guard let evaluation else { return nil }
      guard case .integer(let count)? = evaluation.constant else { return word }
      return "\(word) \(count)"
    }.joined(separator: ", ")
  }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    SkipLimitOperator(self, inputs[0])
  }
}

private final class SkipLimitOperator: Operator {
  private let plan: SkipLimitPlan
  private let input: Operator
  private var isStarted = false
  private var skip = 0
  private var limit: Int?

  init(_ plan: SkipLimitPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if !isStarted {
      (skip, limit) = try plan.window.counts(context)
      isStarted = true
    }
    while limit != 0 {
      guard let batch = try input.next(context) else { return nil }
      let from = min(skip, batch.count)
      skip -= from
      let count = min(batch.count - from, limit ?? .max)
      if count == 0 { continue }
      if let rest = limit { limit = rest - count }
      return batch.rows(from..<from + count)
    }
    if plan.exhausts { while try input.next(context) != nil { try context.check() } }
    return nil
  }

  override func reset() {
    isStarted = false
    input.reset()
  }
}
