import CypherSyntax
import PropertyGraph

/// `=`, `<>`, `<`, `<=`, `>` and `>=`.
final class ComparisonNode: EvaluationNode {
  let operation: BinaryOperator
  private let left: any EvaluationNode
  private let right: any EvaluationNode
  let span: Span

  init(
    _ operation: BinaryOperator, _ left: any EvaluationNode, _ right: any EvaluationNode,
    _ span: Span
  ) {
    self.operation = operation
    self.left = left
    self.right = right
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    let a = try left.value(batch, row, context)
    let b = try right.value(batch, row, context)
    return Value(truth: Value.holds(operation, a, b))
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    let a = try left.vector(batch, context)
    let b = try right.vector(batch, context)
    if case .constant(let x, let count) = a, case .constant(let y, _) = b {
      return .constant(Value(truth: Value.holds(operation, x, y)), count: count)
    }
    if let bytes = ComparisonKernel(operation).bytes(a, b) { return .booleans(bytes) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      let truth = Value.holds(operation, a.value(at: row), b.value(at: row))
      bytes.append(truth.map { $0 ? 1 : 0 } ?? 2)
    }
    return .booleans(bytes)
  }
}

extension Value {
  /// A truth value; nil is null.
  init(truth: Bool?) {
    self = truth.map { .boolean($0) } ?? .null
  }
}
