import CypherSyntax
import PropertyGraph

/// `subject.key`.
final class PropertyNode: EvaluationNode {
  let subject: any EvaluationNode
  let key: GraphKey
  let span: Span

  init(_ subject: any EvaluationNode, _ key: GraphKey, _ span: Span) {
    self.subject = subject
    self.key = key
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    try EntityReader(context, span).value(key, of: try subject.value(batch, row, context))
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    let reader = EntityReader(context, span)
    let subjects = try subject.vector(batch, context)
    switch subjects {
    case .nodes(let ids):
      try reader.requireNodes(ids)
      guard let key = key.id(in: context.graph) else { break }
      return context.graph.gather(key, ofNodes: ids)
    case .relationships(let ids):
      try reader.requireRelationships(ids)
      guard let key = key.id(in: context.graph) else { break }
      return context.graph.gather(key, ofRelationships: ids)
    default:
      return try subjects.mapped { (value) throws(CypherError) in try reader.value(key, of: value) }
    }
    return .constant(.null, count: batch.count)
  }
}

/// Reads from nodes and relationships; one that was deleted is an error.
struct EntityReader {
  private let context: ExecutionContext
  private let span: Span

  init(_ context: ExecutionContext, _ span: Span) {
    self.context = context
    self.span = span
  }

  /// The value of a property of anything that has properties; null of null.
  func value(_ key: GraphKey, of subject: Value) throws(CypherError) -> Value {
    let graph = context.graph
    switch subject {
    case .null: return .null
    case .node(let node):
      try require(node)
      return key.id(in: graph).map { graph.value($0, of: node) } ?? .null
    case .relationship(let relationship):
      try require(relationship)
      return key.id(in: graph).map { graph.value($0, of: relationship) } ?? .null
    case .map(let map): return map[key.name] ?? .null
    default:
      if let component = try TemporalComponents.component(key.name, of: subject, at: span) {
        return component
      }
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentType",
        "a property wants a node, a relationship or a map, not \(subject.typeName)", at: span)
    }
  }

  /// All properties as a map with sorted keys; nil of what has none.
  func properties(of subject: Value) throws(CypherError) -> ValueMap? {
    let graph = context.graph
    let entries: [(key: KeyID, value: Value)]
    switch subject {
    case .map(let map): return map
    case .node(let node):
      try require(node)
      entries = graph.properties(of: node)
    case .relationship(let relationship):
      try require(relationship)
      entries = graph.properties(of: relationship)
    default: return nil
    }
    let named = entries.map { (name: graph.name(of: $0.key), value: $0.value) }
      .sorted { Text.compare($0.name, $1.name) < 0 }
    return ValueMap(distinctKeys: named.map(\.name), values: named.map(\.value))
  }

  /// Refuses a node that is not there any more.
  func require(_ node: NodeID) throws(CypherError) {
    if !context.graph.contains(node) { throw deleted("node") }
  }

  /// Refuses a relationship that is not there any more.
  func require(_ relationship: RelationshipID) throws(CypherError) {
    if !context.graph.contains(relationship) { throw deleted("relationship") }
  }

  /// Refuses nodes that are not there any more; nothing is asked while nothing can have been deleted.
  func requireNodes(_ ids: [UInt32]) throws(CypherError) {
    guard context.mayMeetDeleted else { return }
    for id in ids where id != .max { try require(NodeID(id)) }
  }

  /// Refuses relationships that are not there any more.
  func requireRelationships(_ ids: [UInt32]) throws(CypherError) {
    guard context.mayMeetDeleted else { return }
    for id in ids where id != .max { try require(RelationshipID(id)) }
  }

  private func deleted(_ what: String) -> CypherError {
    CypherError(
      .entityNotFound, .runtime, "DeletedEntityAccess", "the \(what) has been deleted", at: span)
  }
}
