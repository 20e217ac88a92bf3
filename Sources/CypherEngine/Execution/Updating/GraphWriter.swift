import CypherSyntax
import PropertyGraph

/// Writes to the graph for the clauses of one run and checks what openCypher asks of each write.
struct GraphWriter {
  /// The run.
  let context: ExecutionContext
  /// The graph.
  let graph: Graph

  /// Begins to write for a run.
  init(_ context: ExecutionContext) {
    self.context = context
    graph = context.graph
  }

  /// Makes a node of properties that are known to be storable.
  func createNode(_ labels: [LabelID], _ properties: [Property], at span: Span) -> NodeID {
    let node = graph.createNode(labels: labels, properties: properties)
    suspect(node, span)
    return node
  }

  /// Makes a relationship of properties that are known to be storable.
  func createRelationship(
    _ type: TypeID, from start: Value, to end: Value, _ properties: [Property], at span: Span
  ) throws(CypherError) -> RelationshipID {
    let start = try node(start, at: span)
    let end = try node(end, at: span)
    return graph.createRelationship(type, from: start, to: end, properties: properties)
  }

  /// Sets a property; null removes it.
  func set(_ key: KeyID, of target: EntityID, to value: Value, at span: Span) {
    switch target {
    case .node(let node):
      graph.set(key, of: node, to: value)
      suspect(node, span)
    case .relationship(let relationship): graph.set(key, of: relationship, to: value)
    }
  }

  /// Sets several properties; with `replacing` all others go.
  func set(
    _ properties: [Property], of target: EntityID, replacing: Bool, at span: Span
  ) {
    if replacing {
      let wanted = Set(properties.map(\.key))
      for (key, _) in graph.properties(of: target) where !wanted.contains(key) {
        set(key, of: target, to: .null, at: span)
      }
    }
    for (key, value) in properties { set(key, of: target, to: value, at: span) }
  }

  /// Adds labels to a node.
  func add(_ labels: [LabelID], to node: NodeID, at span: Span) {
    for label in labels { graph.add(label, to: node) }
    suspect(node, span)
  }

  /// Takes labels from a node.
  func remove(_ labels: [LabelID], from node: NodeID) {
    for label in labels { graph.remove(label, from: node) }
  }

  private func suspect(_ node: NodeID, _ span: Span) { context.uniqueness.suspect(node, span) }

  private func node(_ value: Value, at span: Span) throws(CypherError) -> NodeID {
    switch value {
    case .node(let node):
      guard graph.contains(node) else { throw EntityID.deleted("node", at: span) }
      return node
    case .null:
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentValue", "a relationship cannot begin or end at null",
        at: span, hint: "leave such rows out: WHERE node IS NOT NULL")
    default:
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentType",
        "a relationship begins and ends at nodes, not at \(value.typeName)", at: span)
    }
  }
}
