import CypherSyntax
import PropertyGraph

/// `subject:A:B`: whether a node has all labels, or a relationship the one type.
final class HasLabelsNode: EvaluationNode {
  private let subject: any EvaluationNode
  private let names: [String]
  let span: Span

  init(_ subject: any EvaluationNode, _ names: [String], _ span: Span) {
    self.subject = subject
    self.names = names
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    try test(try subject.value(batch, row, context), context)
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    let subjects = try subject.vector(batch, context)
    guard case .nodes(let ids) = subjects else {
      return try subjects.mapped { (value) throws(CypherError) in try test(value, context) }
    }
    let graph = context.graph
    try EntityReader(context, span).requireNodes(ids)
    var bytes: [UInt8] = ids.map { $0 == .max ? 2 : 1 }
    for name in names {
      guard let label = graph.label(name) else {
        for row in bytes.indices where bytes[row] == 1 { bytes[row] = 0 }
        break
      }
      for row in bytes.indices where bytes[row] == 1 && !graph.has(label, NodeID(ids[row])) {
        bytes[row] = 0
      }
    }
    return .booleans(bytes)
  }

  private func test(_ value: Value, _ context: ExecutionContext) throws(CypherError) -> Value {
    let graph = context.graph
    switch value {
    case .null: return .null
    case .node(let node):
      try EntityReader(context, span).require(node)
      return .boolean(names.allSatisfy { name in graph.label(name).map { graph.has($0, node) } ?? false })
    case .relationship(let relationship):
      try EntityReader(context, span).require(relationship)
      let type = graph.name(of: graph.type(of: relationship))
      return .boolean(names.allSatisfy { $0 == type })
    default:
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentType",
        "a label wants a node or a relationship, not \(value.typeName)", at: span)
    }
  }
}
