import CypherSyntax
import PropertyGraph

/// `=~`: whether the whole of a text matches a regular expression; null where a side is not a text.
final class RegexMatchNode: EvaluationNode {
  private let left: any EvaluationNode
  private let right: any EvaluationNode
  let span: Span

  init(_ left: any EvaluationNode, _ right: any EvaluationNode, _ span: Span) {
    self.left = left
    self.right = right
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    try test(try left.value(batch, row, context), try right.value(batch, row, context), context)
  }

  private func test(
    _ text: Value, _ pattern: Value, _ context: ExecutionContext
  ) throws(CypherError) -> Value {
    guard case .string(let text) = text, case .string(let pattern) = pattern else { return .null }
    let outcome = Text.withBytes(text) { match($0, pattern, context) }
    return .boolean(try outcome.get())
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    let texts = try left.vector(batch, context)
    let patterns = try right.vector(batch, context)
    guard case .texts(let codes, let heap) = texts, case .constant(.string(let pattern), _) = patterns else {
      var result = VectorBuilder(capacity: batch.count)
      for row in 0..<batch.count {
        result.append(try test(texts.value(at: row), patterns.value(at: row), context))
      }
      return result.vector
    }
    return .booleans(
      try context.verdicts(of: self, against: pattern).truths(codes, heap) { (text) throws(CypherError) in
        try match(text, pattern, context).get()
      })
  }

  private func match(
    _ text: UnsafeBufferPointer<UInt8>, _ pattern: String, _ context: ExecutionContext
  ) -> Result<Bool, CypherError> {
    Result { () throws(CypherError) in
      try context.memory.regexes.matches(text, pattern, at: right.span, check: context.check)
    }
  }
}
