import CypherSyntax
import PropertyGraph

/// A scalar function.
final class CallNode: EvaluationNode {
  private let function: FunctionDefinition
  private let arguments: [any EvaluationNode]
  private let makesValues: Bool
  let span: Span

  init(_ function: FunctionDefinition, _ arguments: [any EvaluationNode], _ span: Span) {
    self.function = function
    makesValues = !function.isSelecting
    self.arguments = arguments
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    try result(try arguments.values(batch, row, context), context)
  }

  private func result(_ arguments: [Value], _ context: ExecutionContext) throws(CypherError) -> Value {
    do {
      for argument in arguments { try context.limits.work(argument.ownBytes) }
      let value = try function.body(arguments, context, span)
      if makesValues { try context.limits.make(bytes: value.ownBytes) }
      return value
    } catch {
      for argument in arguments { if case .list(let list) = argument { context.limits.leave(list) } }
      throw error
    }
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    let columns = try arguments.vectors(batch, context)
    var values: [Value] = Array(repeating: .null, count: columns.count)
    if function.isDeterministic, columns.allSatisfy({ $0.isConstant }) {
      for (index, column) in columns.enumerated() { values[index] = column.value(at: 0) }
      return .constant(try result(values, context), count: batch.count)
    }
    var result = VectorBuilder(capacity: batch.count)
    for row in 0..<batch.count {
      for index in columns.indices { values[index] = columns[index].value(at: row) }
      result.append(try self.result(values, context))
    }
    return result.vector
  }
}

/// `coalesce(a, b, …)`: what stands behind the first value is not evaluated.
final class CoalesceNode: EvaluationNode {
  private let operands: [Evaluation]
  let span: Span

  init(_ operands: [Evaluation], _ span: Span) {
    self.operands = operands
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    for operand in operands {
      let value = try operand.value(batch, row: row, context)
      if !value.isNull { return value }
    }
    return .null
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    let first = try operands[0].root.vector(batch, context)
    let bytes = first.nullBytes(whereNull: 1)
    if !bytes.contains(1) { return first }
    var result = VectorBuilder(capacity: batch.count)
    for row in 0..<batch.count {
      var value = first.value(at: row)
      for operand in operands.dropFirst() where value.isNull {
        value = try operand.value(batch, row: row, context)
      }
      result.append(value)
    }
    return result.vector
  }
}

extension FunctionDefinition {
  /// Whether equal arguments give equal values within one statement.
  var isDeterministic: Bool {
    name != "rand" && name != "randomUUID" && !name.hasSuffix(".realtime")
  }
}

extension Vector {
  /// Whether it is one value, so many times.
  var isConstant: Bool {
    if case .constant(_, let count) = self { return count > 0 }
    return false
  }
}
