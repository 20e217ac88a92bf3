import CypherSyntax
import PropertyGraph

/// `STARTS WITH`, `ENDS WITH` and `CONTAINS`; null where a side is not a text.
final class TextMatchNode: EvaluationNode {
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
    test(try left.value(batch, row, context), try right.value(batch, row, context))
  }

  private func test(_ text: Value, _ part: Value) -> Value {
    guard case .string(let text) = text, case .string(let part) = part else { return .null }
    switch operation {
    case .startsWith: return .boolean(TextSearch.starts(text, with: part))
    case .endsWith: return .boolean(TextSearch.ends(text, with: part))
    default: return .boolean(TextSearch.contains(text, part))
    }
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    let texts = try left.vector(batch, context)
    let parts = try right.vector(batch, context)
    guard case .constant(let part, let count) = parts else {
      var result = VectorBuilder(capacity: batch.count)
      for row in 0..<batch.count { result.append(test(texts.value(at: row), parts.value(at: row))) }
      return result.vector
    }
    guard case .texts(let codes, let heap) = texts else {
      return try texts.mapped { (text) throws(CypherError) in test(text, part) }
    }
    guard case .string(let part) = part else { return .constant(.null, count: count) }
    // UTF-8 makes matching bytes the same as matching code points.
    switch operation {
    case .startsWith:
      return Text.withBytes(part) { part in tested(codes, heap) { $0.begins(with: part) } }
    case .endsWith:
      return Text.withBytes(part) { part in tested(codes, heap) { $0.ends(with: part) } }
    default:
      let finder = TextFinder(part)
      return tested(codes, heap) { finder.find(in: $0) != nil }
    }
  }

  private func tested(
    _ codes: [UInt32], _ heap: TextHeap, _ test: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Vector {
    .booleans(
      codes.map { code in
        code == TextHeap.none ? 2 : heap.withBytes(code) { test($0) ? 1 : 0 }
      })
  }
}
