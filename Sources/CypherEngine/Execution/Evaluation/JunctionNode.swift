import CypherSyntax
import PropertyGraph

/// AND and OR: operands are evaluated in order, and none where the answer is known before.
final class JunctionNode: EvaluationNode {
  enum Kind: Sendable { case and, or }

  private let operands: [Evaluation]
  /// The byte that decides: false for AND, true for OR.
  private let decisive: UInt8
  let span: Span

  init(_ kind: Kind, _ operands: [Evaluation], _ span: Span) {
    self.operands = operands
    decisive = kind == .and ? 0 : 1
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    var isUnknown = false
    for operand in operands {
      guard let truth = try operand.root.truth(batch, row, context) else {
        isUnknown = true
        continue
      }
      if truth == (decisive == 1) { return .boolean(truth) }
    }
    return isUnknown ? .null : .boolean(decisive == 0)
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    var result = try truths(operands[0], batch, context)
    for operand in operands.dropFirst() {
      let open = result.count(except: decisive)
      if open == 0 { break }
      // To pick the open rows costs more than to ask all where few are decided.
      if open == batch.count || operand.root.isHarmless && open > batch.count / 4 {
        result.join(try truths(operand, batch, context), decisive: decisive)
      } else {
        let rows = result.rows(except: decisive)
        let next = try truths(operand, batch.gathered(rows, keeping: operand.slots), context)
        result.join(next, at: rows, decisive: decisive)
      }
    }
    return .booleans(result.bytes)
  }

  func holding(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> [Int32]? {
    // An unknown operand leaves the row out just as a false one does; but the later operands may still fail.
    try heldRows(batch, context)
  }

  private func truths(
    _ operand: Evaluation, _ batch: Batch, _ context: ExecutionContext
  ) throws(CypherError) -> Truths {
    try Truths(try operand.root.vector(batch, context), operand.root.span)
  }
}

/// `a XOR b`.
final class ExclusiveOrNode: EvaluationNode {
  private let left: any EvaluationNode
  private let right: any EvaluationNode
  let span: Span

  init(_ left: any EvaluationNode, _ right: any EvaluationNode, _ span: Span) {
    self.left = left
    self.right = right
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    let a = try left.truth(batch, row, context)
    let b = try right.truth(batch, row, context)
    guard let a, let b else { return .null }
    return .boolean(a != b)
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    var truths = try Truths(try left.vector(batch, context), left.span)
    let others = try Truths(try right.vector(batch, context), right.span)
    for row in truths.bytes.indices {
      let a = truths.bytes[row]
      let b = others.bytes[row]
      truths.bytes[row] = a == 2 || b == 2 ? 2 : a ^ b
    }
    return .booleans(truths.bytes)
  }
}

/// `NOT a`.
final class NotNode: EvaluationNode {
  private let operand: any EvaluationNode
  let span: Span

  init(_ operand: any EvaluationNode, _ span: Span) {
    self.operand = operand
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    guard let truth = try operand.truth(batch, row, context) else { return .null }
    return .boolean(!truth)
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    var truths = try Truths(try operand.vector(batch, context), operand.span)
    // 0 and 1 change places, 2 stays.
    for row in truths.bytes.indices { truths.bytes[row] ^= truths.bytes[row] == 2 ? 0 : 1 }
    return .booleans(truths.bytes)
  }
}

/// `a IS NULL` and `a IS NOT NULL`.
final class NullCheckNode: EvaluationNode {
  private let operand: any EvaluationNode
  private let isNegated: Bool
  let span: Span
  var isHarmless: Bool { operand.isHarmless }

  init(_ operand: any EvaluationNode, isNegated: Bool, _ span: Span) {
    self.operand = operand
    self.isNegated = isNegated
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    .boolean(try operand.value(batch, row, context).isNull != isNegated)
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    .booleans(try operand.vector(batch, context).nullBytes(whereNull: isNegated ? 0 : 1))
  }
}
