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
    var doomed = Doomed(writer.context)
    for target in targets {
      for batch in rows {
        try writer.context.check()
        let vector = try target.vector(batch, writer.context)
        for row in 0..<batch.count { try doomed.add(vector.value(at: row), at: target.root.span) }
        try doomed.hold()
      }
    }
    if detaches { try doomed.addAttached() }
    try doomed.delete()
  }
}

/// What a clause deletes, each once.
private struct Doomed {
  private let context: ExecutionContext
  private let graph: Graph
  private let held: RowHold
  private var bytesHeld = 0
  private var relationships: [RelationshipID] = []
  private var nodes: [(node: NodeID, span: Span)] = []
  private var seenRelationships: SeenIDs
  private var seenNodes: SeenIDs

  init(_ context: ExecutionContext) {
    self.context = context
    graph = context.graph
    held = RowHold(context.limits)
    seenRelationships = SeenIDs(limit: graph.relationshipLimit)
    seenNodes = SeenIDs(limit: graph.nodeLimit)
  }

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

  /// Adds the relationships of the nodes.
  mutating func addAttached() throws(CypherError) {
    var neighbours: [UInt32] = []
    var attached: [UInt32] = []
    for (node, _) in nodes {
      neighbours.removeAll(keepingCapacity: true)
      attached.removeAll(keepingCapacity: true)
      graph.appendNeighbours(of: node.rawValue, nil, .both, nodes: &neighbours, relationships: &attached)
      try context.work(Self.stepsPerLookUp + attached.count)
      for relationship in attached { add(RelationshipID(relationship)) }
      try hold()
    }
  }

  /// Counts what is held now.
  mutating func hold() throws(CypherError) {
    let bytes =
      nodes.count * MemoryLayout<(NodeID, Span)>.stride + relationships.count
      * MemoryLayout<RelationshipID>.stride
    try held.add(rows: 0, bytes: bytes - bytesHeld)
    bytesHeld = bytes
  }

  /// What finding the relationships of a node costs, in steps of the limits.
  private static let stepsPerLookUp = 64

  private mutating func add(_ node: NodeID, at span: Span) {
    if graph.contains(node), seenNodes.insert(node.rawValue) { nodes.append((node, span)) }
  }

  private mutating func add(_ relationship: RelationshipID) {
    if graph.contains(relationship), seenRelationships.insert(relationship.rawValue) {
      relationships.append(relationship)
    }
  }

  /// Deletes all that was added.
  func delete() throws(CypherError) {
    if nodes.isEmpty, relationships.isEmpty { return }
    context.mayMeetDeleted = true
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

/// Ids that were met: a hashed set while they are few, a bit for each id there is when they are many.
private struct SeenIDs {
  private static let few = 1000
  private let limit: UInt32
  private var hashed: Set<UInt32> = []
  private var bits: Bitmap?

  init(limit: UInt32) { self.limit = limit }

  /// Adds an id; false where it was met before.
  mutating func insert(_ id: UInt32) -> Bool {
    if bits != nil { return bits?.insert(id) ?? false }
    if hashed.count < Self.few { return hashed.insert(id).inserted }
    var bits = Bitmap(limit: limit)
    for known in hashed { bits.insert(known) }
    self.bits = bits
    return self.bits?.insert(id) ?? false
  }
}
