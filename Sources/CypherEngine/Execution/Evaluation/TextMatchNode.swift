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
    try test(try left.value(batch, row, context), try right.value(batch, row, context), context)
  }

  private func test(_ text: Value, _ part: Value, _ context: ExecutionContext) throws(CypherError) -> Value {
    guard case .string(let text) = text, case .string(let part) = part else { return .null }
    try context.limits.work(text.utf8.count)
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
      for row in 0..<batch.count {
        result.append(try test(texts.value(at: row), parts.value(at: row), context))
      }
      return result.vector
    }
    guard case .texts(let codes, let heap) = texts else {
      return try texts.mapped { (text) throws(CypherError) in try test(text, part, context) }
    }
    guard case .string(let part) = part else { return .constant(.null, count: count) }
    return .booleans(truths(codes, heap, part, context))
  }

  /// Whether it holds of each text of a heap; UTF-8 makes matching bytes the same as matching code points.
  private func truths(
    _ codes: [UInt32], _ heap: TextHeap, _ part: String, _ context: ExecutionContext
  ) -> [UInt8] {
    if operation == .contains, !part.isEmpty, let truths = HeapSearch.truths(codes, heap, part) {
      return truths
    }
    let verdicts = context.verdicts(of: self, against: part)
    switch operation {
    case .startsWith:
      return Text.withBytes(part) { part in verdicts.truths(codes, heap) { $0.begins(with: part) } }
    case .endsWith:
      return Text.withBytes(part) { part in verdicts.truths(codes, heap) { $0.ends(with: part) } }
    default:
      let finder = TextFinder(part)
      return verdicts.truths(codes, heap) { finder.find(in: $0) != nil }
    }
  }
}
