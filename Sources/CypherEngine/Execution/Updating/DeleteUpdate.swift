import CypherSyntax
import PropertyGraph

/// DELETE and DETACH DELETE: takes nodes and relationships out of the graph.
struct DeleteUpdate: Update {
  private let targets: [Evaluation]
  private let detaches: Bool
  let details: String

  /// Compiles a clause.
  init(
    _ targets: [BoundExpression], detaches: Bool, _ context: PlanContext
  ) throws(CypherError) {
    self.targets = try targets.map { (target) throws(CypherError) in
      try Evaluation.compile(target, context)
    }
    self.detaches = detaches
    details = targets.map { $0.name(context) }.joined(separator: ", ")
  }

  var name: String { detaches ? "DetachDelete" : "Delete" }
  var evaluations: [Evaluation] { targets }

  func run(_ rows: inout [Batch], _ writer: GraphWriter) throws(CypherError) {
    var doomed = Doomed(graph: writer.graph)
    for target in targets {
      for batch in rows {
        try writer.context.check()
        let vector = try target.vector(batch, writer.context)
        for row in 0..<batch.count { try doomed.add(vector.value(at: row), at: target.root.span) }
      }
    }
    try doomed.delete(detaching: detaches, writer.context)
  }
}

/// What a clause deletes, each once.
private struct Doomed {
  let graph: Graph
  private var relationships: [RelationshipID] = []
  private var nodes: [(node: NodeID, span: Span)] = []
  private var seen: Set<EntityID> = []

  init(graph: Graph) { self.graph = graph }

  /// Adds nodes, relationships, paths, and lists of them; null and what is gone already are passed over.
  mutating func add(_ value: Value, at span: Span) throws(CypherError) {
    switch value {
    case .null: break
    case .node(let node): add(node, at: span)
    case .relationship(let relationship): add(relationship)
    case .path(let path):
      for relationship in path.relationships { add(relationship) }
      for node in path.nodes { add(node, at: span) }
    case .list(let values):
      for value in values { try add(value, at: span) }
    default:
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentType",
        "DELETE takes nodes, relationships and paths, not \(value.typeName)", at: span)
    }
  }

  private mutating func add(_ node: NodeID, at span: Span) {
    if graph.contains(node), seen.insert(.node(node)).inserted { nodes.append((node, span)) }
  }

  private mutating func add(_ relationship: RelationshipID) {
    if graph.contains(relationship), seen.insert(.relationship(relationship)).inserted {
      relationships.append(relationship)
    }
  }

  mutating func delete(detaching: Bool, _ context: ExecutionContext) throws(CypherError) {
    if nodes.isEmpty, relationships.isEmpty { return }
    context.mayMeetDeleted = true
    if detaching {
      var neighbours: [UInt32] = []
      var attached: [UInt32] = []
      for (node, _) in nodes {
        graph.appendNeighbours(
          of: node.rawValue, nil, .both, nodes: &neighbours, relationships: &attached)
        neighbours.removeAll(keepingCapacity: true)
      }
      for relationship in attached { add(RelationshipID(relationship)) }
    }
    for (index, relationship) in relationships.enumerated() {
      if index & 0x3FF == 0 { try context.check() }
      graph.delete(relationship)
    }
    for (index, (node, span)) in nodes.enumerated() {
      if index & 0x3FF == 0 { try context.check() }
      let count = graph.degree(node, nil, .both)
      guard count == 0 else { throw stillConnected(count, at: span) }
      graph.delete(node)
    }
  }

  private func stillConnected(_ count: Int, at span: Span) -> CypherError {
    CypherError(
      .constraintVerificationFailed, .runtime, "DeleteConnectedNode",
      "the node still has \(count) relationship\(count == 1 ? "" : "s")", at: span,
      hint: "DETACH DELETE takes them away with it")
  }
}
