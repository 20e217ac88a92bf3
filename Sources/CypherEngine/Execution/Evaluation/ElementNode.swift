import CypherSyntax
import PropertyGraph

/// `subject[index]`: an element of a list, counted from its end where negative, or a property by its name.
final class ElementNode: EvaluationNode {
  private let subject: any EvaluationNode
  private let index: any EvaluationNode
  let span: Span

  init(_ subject: any EvaluationNode, _ index: any EvaluationNode, _ span: Span) {
    self.subject = subject
    self.index = index
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    let subject = try subject.value(batch, row, context)
    let index = try index.value(batch, row, context)
    switch (subject, index) {
    case (.list(let values), .integer(let position)):
      let position = position < 0 ? Int64(values.count) + position : position
      return position >= 0 && position < Int64(values.count) ? values[Int(position)] : .null
    case (.list, .null), (.null, _): return .null
    case (.map(let map), .string(let key)): return map[key] ?? .null
    case (.node, .string(let key)), (.relationship, .string(let key)):
      return try EntityReader(context, span).value(GraphKey(key, context.graph), of: subject)
    case (.map, .null), (.node, .null), (.relationship, .null): return .null
    case (.list, _):
      throw wrongType(
        "a list's index must be an integer, not \(index.typeName)", "ListElementAccessByNonInteger")
    case (.map, _), (.node, _), (.relationship, _):
      throw wrongType(
        "a key in […] must be a string, not \(index.typeName)", "MapElementAccessByNonString")
    default:
      throw wrongType("[…] wants a list or a map, not \(subject.typeName)", "InvalidElementAccess")
    }
  }

  private func wrongType(_ message: String, _ detail: String) -> CypherError {
    CypherError(.typeError, .runtime, detail, message, at: span)
  }
}

/// `subject[from..to]`: the elements from one position up to another; negative ones count from the end.
final class SliceNode: EvaluationNode {
  private let subject: any EvaluationNode
  private let from: (any EvaluationNode)?
  private let to: (any EvaluationNode)?
  let span: Span

  init(
    _ subject: any EvaluationNode, from: (any EvaluationNode)?, to: (any EvaluationNode)?,
    _ span: Span
  ) {
    self.subject = subject
    self.from = from
    self.to = to
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    let subject = try subject.value(batch, row, context)
    let from = try from?.value(batch, row, context) ?? .integer(0)
    let to = try to?.value(batch, row, context) ?? .integer(.max)
    if subject.isNull || from.isNull || to.isNull { return .null }
    guard case .list(let values) = subject else {
      throw CypherError.wrongType("[..] wants a list, not \(subject.typeName)", at: span)
    }
    let start = try position(from, values.count)
    let end = try position(to, values.count)
    guard start < end else { return .list([]) }
    try context.limits.make(bytes: (end - start) * MemoryLayout<Value>.stride)
    return .list(
      try Array(values[start..<end], checking: { () throws(CypherError) in try context.limits.check() }))
  }

  /// A bound as a position between 0 and the count.
  private func position(_ bound: Value, _ count: Int) throws(CypherError) -> Int {
    guard case .integer(let bound) = bound else {
      throw CypherError.wrongType("a bound in [..] must be an integer, not \(bound.typeName)", at: span)
    }
    let position = bound < 0 ? Int64(count) + bound : bound
    return Int(min(max(position, 0), Int64(count)))
  }
}
