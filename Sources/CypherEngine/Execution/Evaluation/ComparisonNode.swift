import CypherSyntax
import PropertyGraph

/// `=`, `<>`, `<`, `<=`, `>` and `>=`.
final class ComparisonNode: EvaluationNode {
  let operation: BinaryOperator
  private let left: any EvaluationNode
  private let right: any EvaluationNode
  let span: Span
  var isHarmless: Bool { left.isHarmless && right.isHarmless }

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
    if let bytes = order(left, a, operation, b, context) ?? order(right, b, operation.exchanged, a, context) {
      return .booleans(bytes)
    }
    if let bytes = ComparisonKernel(operation).bytes(a, b) { return .booleans(bytes) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      let (x, y) = (a.value(at: row), b.value(at: row))
      try context.limits.work(min(x.ownBytes, y.ownBytes))
      let truth = Value.holds(operation, x, y)
      bytes.append(truth.map { $0 ? 1 : 0 } ?? 2)
    }
    return .booleans(bytes)
  }

  /// Which texts of a heap come before or after one; nil where it is not that which is asked.
  private func order(
    _ step: any EvaluationNode, _ texts: Vector, _ operation: BinaryOperator, _ other: Vector,
    _ context: ExecutionContext
  ) -> [UInt8]? {
    guard operation != .equal, operation != .notEqual, case .texts(let codes, let heap) = texts,
      case .constant(.string(let other), _) = other
    else { return nil }
    let kernel = ComparisonKernel(operation)
    return Text.withBytes(other) { bytes in
      context.verdicts(of: step, against: other).truths(codes, heap) { kernel.holds($0.order(bytes)) }
    }
  }
}

extension Value {
  /// A truth value; nil is null.
  init(truth: Bool?) {
    self = truth.map { .boolean($0) } ?? .null
  }
}
