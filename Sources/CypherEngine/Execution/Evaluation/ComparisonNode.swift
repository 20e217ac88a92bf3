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
    return Value(truth: try holds(a, b, context))
  }

  private func holds(_ a: Value, _ b: Value, _ context: ExecutionContext) throws(CypherError) -> Bool? {
    if case .list(let x) = a, case .list(let y) = b, min(x.count, y.count) > GrowingList.pieceCount {
      do {
        return try holds(x, y, context)
      } catch {
        for list in [x, y] { context.limits.leave(list) }
        throw error
      }
    }
    try context.limits.work(min(a.ownBytes, b.ownBytes))
    return Value.holds(operation, a, b)
  }

  /// Compares long lists piece by piece, so that it can be stopped: the first pieces that differ decide, and where `=` is
  /// asked a later one may still say that lists differ of which a piece before is unknown.
  private func holds(_ x: [Value], _ y: [Value], _ context: ExecutionContext) throws(CypherError) -> Bool? {
    let isEquality = operation == .equal || operation == .notEqual
    if isEquality && x.count != y.count { return operation == .notEqual }
    var isUnknown = false
    var start = 0
    while true {
      try context.limits.check()
      let end = start + GrowingList.pieceCount
      // One more, which tells a list that ends here from one that goes on.
      let a = Value.list(Array(x[start..<min(end + 1, x.count)]))
      let b = Value.list(Array(y[start..<min(end + 1, y.count)]))
      let isLast = end >= min(x.count, y.count)
      switch a.equals(b) {
      case true? where !isLast: break
      case nil where isEquality && !isLast: isUnknown = true
      default:
        let truth = Value.holds(operation, a, b)
        let isDecided = truth == (operation == .notEqual)
        return isUnknown && !isDecided ? nil : truth
      }
      start = end
    }
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    let a = try left.vector(batch, context)
    let b = try right.vector(batch, context)
    if case .constant(let x, let count) = a, case .constant(let y, _) = b {
      return .constant(Value(truth: try holds(x, y, context)), count: count)
    }
    if let bytes = order(left, a, operation, b, context) ?? order(right, b, operation.exchanged, a, context) {
      return .booleans(bytes)
    }
    if let bytes = ComparisonKernel(operation).bytes(a, b) { return .booleans(bytes) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      let (x, y) = (a.value(at: row), b.value(at: row))
      let truth = try holds(x, y, context)
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
