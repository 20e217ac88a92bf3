import CypherSyntax
import PropertyGraph

/// A call of a procedure, once for each row.
struct ProcedureCallPlan: Plan {
  let input: any Plan
  private let signature: ProcedureSignature
  private let arguments: [Evaluation]
  private let yields: [BoundYield]
  private let keeping: SlotSet
  private let span: Span

  /// Plans a call, and the predicate after its YIELD.
  static func plan(
    _ call: BoundProcedureCall, _ input: any Plan, _ context: PlanContext
  ) throws(CypherError) -> any Plan {
    let predicates = try call.predicates.map { (conjunct) throws(CypherError) in
      try Evaluation.compile(conjunct.expression, context)
    }
    let plan = ProcedureCallPlan(
      input: input, signature: call.procedure,
      arguments: try call.arguments.map { (argument) throws(CypherError) in
        try Evaluation.compile(argument, context)
      }, yields: call.yields,
      keeping: predicates.reduce(into: context.needed) { $0.formUnion($1.slots) }, span: call.span)
    if predicates.isEmpty { return plan }
    return FilterPlan(input: plan, predicates: predicates, keeping: context.needed)
  }

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { input.estimatedRows * (signature.outputs.isEmpty ? 1 : 10) }
  var name: String { "ProcedureCall" }
  var details: String { signature.name }
  var evaluations: [Evaluation] { arguments }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    ProcedureCallOperator(self, inputs[0])
  }

  /// The rows that the procedure gives for a row.
  fileprivate func call(
    _ batch: Batch, _ row: Int, _ procedure: Procedure, _ context: ExecutionContext
  ) throws(CypherError) -> [[Value]] {
    var values: [Value] = []
    for (argument, field) in zip(arguments, signature.inputs) {
      let value = try argument.value(batch, row: row, context)
      values.append(try field.accept(value, of: signature, at: argument.root.span))
    }
    let surroundings = ProcedureContext(
      graph: context.graph, check: context.check, query: context.rows)
    do {
      return try procedure.body(values, surroundings)
    } catch {
      var error = error
      error.span = error.span ?? span
      throw error
    }
  }

  /// The batch of a row with what the procedure gave for it; a procedure without outputs leaves the row as it is.
  fileprivate func answer(_ batch: Batch, _ row: Int, _ rows: [[Value]]) -> Batch {
    if signature.outputs.isEmpty { return batch.repeated(row: row, count: 1, keeping: keeping) }
    var answer = batch.repeated(row: row, count: rows.count, keeping: keeping)
    for yield in yields {
      var column = VectorBuilder(capacity: rows.count)
      for values in rows {
        column.append(yield.output < values.count ? values[yield.output] : .null)
      }
      answer.columns[yield.slot] = column.vector
    }
    return answer
  }

  /// The procedure, as it is registered when the statement runs.
  fileprivate func procedure(_ context: ExecutionContext) throws(CypherError) -> Procedure {
    if let procedure = context.services.procedures.find(signature.name) { return procedure }
    throw CypherError(
      .procedureError, .runtime, "ProcedureNotFound", "there is no procedure \(signature.name)",
      at: span)
  }
}

private final class ProcedureCallOperator: Operator {
  private let plan: ProcedureCallPlan
  private let input: Operator
  private var batch: Batch?
  private var row = 0
  /// An answer that is too long for one batch, and how far it was given on.
  private var answer: Batch?
  private var given = 0

  init(_ plan: ProcedureCallPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if let answer, given < answer.count {
        let end = min(given + Batch.maximumCount, answer.count)
        defer { given = end }
        return answer.rows(given..<end)
      }
      answer = nil
      if batch == nil || row == batch?.count {
        batch = try input.next(context)
        row = 0
      }
      guard let batch else { return nil }
      try context.check()
      let rows = try plan.call(batch, row, try plan.procedure(context), context)
      answer = plan.answer(batch, row, rows)
      given = 0
      row += 1
    }
  }

  override func reset() {
    batch = nil
    answer = nil
    input.reset()
  }
}

extension ProcedureSignature.Field {
  /// An argument as the procedure gets it: an integer becomes a float where one is wanted.
  ///
  /// - Throws: TypeError where the value cannot stand for the field's type.
  func accept(
    _ value: Value, of signature: ProcedureSignature, at span: Span
  ) throws(CypherError) -> Value {
    let wanted = staticType
    switch (value, wanted) {
    case (_, .any): return value
    case (.null, _) where isNullable: return value
    case (.integer(let number), .float): return .float(Double(number))
    case (.integer, .number), (.float, .number), (.list, .list): return value
    default:
      if StaticType(of: value) == wanted { return value }
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentType",
        "\(name) of \(signature.name) must be \(wanted.name), not \(value.typeName)", at: span)
    }
  }
}
