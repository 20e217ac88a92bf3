import PropertyGraph

/// Everything that can be seen of a graph, to compare it before and after.
struct GraphImage: Equatable {
  private var nodes: [UInt32: KitNode] = [:]
  private var relationships: [UInt32: [UInt32]] = [:]
  private var contents: [UInt32: KitRelationship] = [:]
  private var indexes: [String] = []

  /// Takes an image.
  init(_ graph: Graph) {
    for id in 0..<graph.nodeLimit where graph.contains(NodeID(id)) {
      nodes[id] = KitNode(NodeID(id), graph)
    }
    for id in 0..<graph.relationshipLimit {
      let relationship = RelationshipID(id)
      guard graph.contains(relationship) else { continue }
      let ends = [graph.start(of: relationship), graph.end(of: relationship)]
      relationships[id] = ends.map(\.rawValue)
      contents[id] = KitRelationship(relationship, graph)
    }
    indexes = graph.indexes.map(\.name)
  }
}
