import CypherSyntax
import PropertyGraph

/// `+`, `-`, `*`, `/`, `%` and `^`.
final class ArithmeticNode: EvaluationNode {
  private let operation: BinaryOperator
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
    return try apply(a, b, context)
  }

  private func apply(_ a: Value, _ b: Value, _ context: ExecutionContext) throws(CypherError) -> Value {
    guard operation == .add else { return try Arithmetic.apply(operation, a, b, at: span) }
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.list(let x), .list(let y)) where x.count + y.count > GrowingList.pieceCount:
      return .list(try joined(x, y, context))
    case (.list(let x), let y) where x.count > GrowingList.pieceCount:
      return .list(try joined(x, [y], context))
    case (let x, .list(let y)) where y.count > GrowingList.pieceCount:
      return .list(try joined([x], y, context))
    case (.string(let x), .string(let y)):
      try context.limits.make(textBytes: x.utf8.count + y.utf8.count)
      if x.utf8.count + y.utf8.count > Self.longText { return .string(try joined(x, y, context)) }
      return try Arithmetic.apply(operation, a, b, at: span)
    default:
      let value = try Arithmetic.apply(operation, a, b, at: span)
      try context.limits.make(bytes: value.ownBytes)
      return value
    }
  }

  /// Two long texts as one, piece by piece, so that it can be stopped.
  private func joined(_ x: String, _ y: String, _ context: ExecutionContext) throws(CypherError) -> String {
    var text = ""
    text.reserveCapacity(x.utf8.count + y.utf8.count)
    for part in [x, y] {
      var start = part.startIndex
      while start < part.endIndex {
        try context.limits.check()
        var end = part.utf8.index(start, offsetBy: Self.longText, limitedBy: part.endIndex) ?? part.endIndex
        while end < part.endIndex && UTF8.isContinuation(part.utf8[end]) {
          end = part.utf8.index(before: end)
        }
        text += part[start..<end]
        start = end
      }
    }
    return text
  }

  /// So many bytes are copied without a check.
  private static let longText = 1 << 22

  /// Two long lists as one, piece by piece, so that it can be stopped.
  private func joined(
    _ x: [Value], _ y: [Value], _ context: ExecutionContext
  ) throws(CypherError) -> [Value] {
    try context.limits.make(bytes: (x.count + y.count) * MemoryLayout<Value>.stride)
    var all: [Value] = []
    all.reserveCapacity(x.count + y.count)
    do {
      for list in [x, y] {
        for start in stride(from: 0, to: list.count, by: GrowingList.pieceCount) {
          try context.limits.check()
          all += list[start..<min(start + GrowingList.pieceCount, list.count)]
        }
      }
    } catch {
      for list in [x, y, all] { context.limits.leave(list) }
      throw error
    }
    return all
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    let a = try left.vector(batch, context)
    let b = try right.vector(batch, context)
    if case .constant(let x, let count) = a, case .constant(let y, _) = b, count > 0 {
      return .constant(try apply(x, y, context), count: count)
    }
    if let result = try ArithmeticKernel(operation, span).vector(a, b) { return result }
    var result = VectorBuilder(capacity: batch.count)
    for row in 0..<batch.count {
      result.append(try apply(a.value(at: row), b.value(at: row), context))
    }
    return result.vector
  }
}

/// `-a` and `+a`.
final class SignNode: EvaluationNode {
  private let operand: any EvaluationNode
  private let isNegative: Bool
  let span: Span

  init(_ operand: any EvaluationNode, isNegative: Bool, _ span: Span) {
    self.operand = operand
    self.isNegative = isNegative
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    try apply(try operand.value(batch, row, context))
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    let vector = try operand.vector(batch, context)
    if case .floats(let numbers, let nulls) = vector {
      return isNegative ? .floats(numbers.map { -$0 }, nulls: nulls) : vector
    }
    return try vector.mapped(apply)
  }

  private func apply(_ value: Value) throws(CypherError) -> Value {
    isNegative ? try Arithmetic.negate(value, at: span) : try Arithmetic.plus(value, at: span)
  }
}

extension Arithmetic {
  /// Applies a binary operator.
  static func apply(
    _ operation: BinaryOperator, _ a: Value, _ b: Value, at span: Span
  ) throws(CypherError) -> Value {
    switch operation {
    case .add: try add(a, b, at: span)
    case .subtract: try subtract(a, b, at: span)
    case .multiply: try multiply(a, b, at: span)
    case .divide: try divide(a, b, at: span)
    case .modulo: try modulo(a, b, at: span)
    default: try power(a, b, at: span)
    }
  }
}
