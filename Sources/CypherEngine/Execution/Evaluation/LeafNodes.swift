import CypherSyntax
import PropertyGraph

/// A literal.
final class ConstantNode: EvaluationNode {
  let constant: Value
  let span: Span
  var isHarmless: Bool { true }

  init(_ constant: Value, _ span: Span) {
    self.constant = constant
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    constant
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    .constant(constant, count: batch.count)
  }
}

/// `$name`.
final class ParameterNode: EvaluationNode {
  let name: String
  let span: Span
  /// A statement that lacks a parameter does not begin.
  var isHarmless: Bool { true }

  init(_ name: String, _ span: Span) {
    self.name = name
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    if let value = context.parameters[name] { return value }
    throw CypherError(
      .parameterMissing, .runtime, "MissingParameter", "there is no parameter $\(name)", at: span)
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    .constant(try value(batch, 0, context), count: batch.count)
  }
}

/// A literal of the text that runs, which is of the same type in every text that shares the plan.
final class LiteralNode: EvaluationNode {
  let index: Int
  let span: Span
  var isHarmless: Bool { true }

  init(_ index: Int, _ span: Span) {
    self.index = index
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    context.literals[index].value
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    .constant(context.literals[index].value, count: batch.count)
  }
}

/// A variable.
final class SlotNode: EvaluationNode {
  let slot: Slot
  let span: Span
  var isHarmless: Bool { true }

  init(_ slot: Slot, _ span: Span) {
    self.slot = slot
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    batch.value(slot, row)
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    batch.column(slot)
  }
}
