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

  /// The arguments of a row.
  fileprivate func values(
    _ batch: Batch, _ row: Int, _ context: ExecutionContext
  ) throws(CypherError) -> [Value] {
    var values: [Value] = []
    for (argument, field) in zip(arguments, signature.inputs) {
      let value = try argument.value(batch, row: row, context)
      values.append(try field.accept(value, of: signature, at: argument.root.span))
    }
    return values
  }

  /// What happens in a procedure, with the place of the call in its errors: places in its query mean nothing here.
  fileprivate func inside<R>(_ body: () throws(CypherError) -> R) throws(CypherError) -> R {
    do {
      return try body()
    } catch {
      var error = error
      error.span = span
      throw error
    }
  }

  /// The batch of a row with rows that a procedure gave for it; a procedure without outputs leaves the row as it is.
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

  /// The batch of a row with columns that the query of a procedure gave for it.
  fileprivate func answer(_ batch: Batch, _ row: Int, _ columns: [Vector], count: Int) -> Batch {
    var answer = batch.repeated(row: row, count: count, keeping: keeping)
    for yield in yields { answer.columns[yield.slot] = columns[yield.output] }
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
  /// The query of the procedure, and whether it is in the middle of a call.
  private var query: ProcedureQuery?
  private var isRunning = false

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
      if let next = try call(batch, context) {
        answer = next
        given = 0
      } else {
        row += 1
      }
    }
  }

  /// More of the answer for the row at hand, or nil at its end.
  private func call(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Batch? {
    if !isRunning { return try begin(batch, context) }
    let query = query
    guard let part = try plan.inside({ () throws(CypherError) in try query?.next() }) else {
      isRunning = false
      return nil
    }
    return plan.answer(batch, row, part.columns, count: part.count)
  }

  /// Begins the call for the row at hand and gives the first part of its answer.
  private func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Batch? {
    let procedure = try plan.procedure(context)
    let values = try plan.values(batch, row, context)
    isRunning = true
    switch procedure.action {
    case .body(let body):
      let surroundings = ProcedureContext(graph: context.graph, check: context.check)
      return plan.answer(
        batch, row, try plan.inside { () throws(CypherError) in try body(values, surroundings) })
    case .query(let text):
      if query == nil {
        query = try plan.inside { () throws(CypherError) in
          try ProcedureQuery(text, procedure.signature, context)
        }
      }
      query?.start(values, context)
      return try call(batch, context)
    }
  }

  override func reset() {
    batch = nil
    answer = nil
    isRunning = false
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
