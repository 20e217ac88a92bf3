import CypherSyntax
import PropertyGraph

/// The query behind a procedure, planned once for all calls of an operator and run once for each.
final class ProcedureQuery {
  private let plan: QueryPlan
  private let signature: ProcedureSignature
  private var context: ExecutionContext?
  private var root: Operator?
  /// The parts of an answer that was given before, and the next of them.
  private var kept: (answer: SharedAnswers.Answer, next: Int)?
  /// The call whose answer is being kept, with what came of it so far.
  private var recording: (call: SharedAnswers.Call, answer: SharedAnswers.Answer, rows: Int)?

  /// Plans a query.
  ///
  /// - Throws: ProcedureError for a query that writes or has not the columns of the signature; else what planning throws.
  init(_ text: String, _ signature: ProcedureSignature, _ context: ExecutionContext) throws(CypherError) {
    let bound = try Binder.bind(try Parser.parse(text), source: text, procedures: context.services.procedures)
    guard !bound.query.writes else {
      throw CypherError(
        .procedureError, .runtime, "ProcedureWrites", "a procedure may not run a query that writes")
    }
    plan = try QueryPlanner.plan(bound, graph: context.graph)
    guard plan.outputs.count == signature.outputs.count else {
      throw CypherError(
        .procedureError, .runtime, "ProcedureOutputs",
        "the query of \(signature.name) has \(plan.outputs.count) columns, its signature \(signature.outputs.count)"
      )
    }
    self.signature = signature
  }

  /// Begins a call with its arguments.
  func start(_ arguments: [Value], _ outer: ExecutionContext) {
    (kept, recording) = (nil, nil)
    (context, root) = (nil, nil)
    if let shared = outer.services.shared {
      let call = SharedAnswers.Call(signature.name, arguments)
      if let answer = shared.find(call) {
        kept = (answer, 0)
        return
      }
      recording = (call, [], 0)
    }
    var parameters: [String: Value] = [:]
    for (input, argument) in zip(signature.inputs, arguments) { parameters[input.name] = argument }
    let context = ExecutionContext(
      graph: outer.graph, parameters: GivenParameters(parameters), clock: outer.clock, limits: outer.limits,
      services: outer.services, frameSize: plan.frameSize)
    self.context = context
    root = context.builder.build(plan.root)
  }

  /// The next columns of the call, or nil at its end.
  func next() throws(CypherError) -> (columns: [Vector], count: Int)? {
    if let (answer, next) = kept {
      guard next < answer.count else {
        kept = nil
        return nil
      }
      kept?.next += 1
      return answer[next]
    }
    guard let context, let batch = try root?.next(context) else {
      if let recording { context?.services.shared?.keep(recording.answer, of: recording.call) }
      (context, root, recording) = (nil, nil, nil)
      return nil
    }
    let part = (columns: plan.outputs.map { batch.column($0) }, count: batch.count)
    record(part)
    return part
  }

  private func record(_ part: (columns: [Vector], count: Int)) {
    guard recording != nil else { return }
    recording?.answer.append(part)
    recording?.rows += part.count
    if let rows = recording?.rows, rows > SharedAnswers.mostRows { recording = nil }
  }
}
