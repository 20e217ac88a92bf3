import PropertyGraph

/// A graph kept as plainly as can be, what the real one is compared with; copies are snapshots.
struct NaiveGraph {
  struct Node {
    var labels: Set<LabelID> = []
    var properties: [KeyID: Value] = [:]
  }

  struct Relationship {
    let type: TypeID
    let start, end: NodeID
    var properties: [KeyID: Value] = [:]
  }

  var nodes: [NodeID: Node] = [:]
  var relationships: [RelationshipID: Relationship] = [:]
  var indexes: Set<IndexInfo> = []

  /// A neighbour of some node and the relationship to it.
  struct Link: Comparable {
    let neighbour: UInt32
    let id: UInt32

    static func < (a: Link, b: Link) -> Bool { (a.neighbour, a.id) < (b.neighbour, b.id) }
  }

  /// What neighbours are asked by.
  struct Place: Hashable {
    let node: NodeID
    let type: TypeID
    let direction: Direction
  }

  /// All neighbours in order; a loop is one of `both`.
  var linksByNode: [Place: [Link]] {
    var result: [Place: [Link]] = [:]
    func add(
      _ node: NodeID, _ link: Relationship, _ direction: Direction, _ other: NodeID, _ id: RelationshipID
    ) {
      result[Place(node: node, type: link.type, direction: direction), default: []]
        .append(Link(neighbour: other.rawValue, id: id.rawValue))
    }
    for (id, link) in relationships {
      add(link.start, link, .outgoing, link.end, id)
      add(link.end, link, .incoming, link.start, id)
      add(link.start, link, .both, link.end, id)
      if link.start != link.end { add(link.end, link, .both, link.start, id) }
    }
    return result.mapValues { $0.sorted() }
  }

  /// The relationships at a node, in order.
  func links(at node: NodeID) -> [RelationshipID] {
    relationships.filter { $0.value.start == node || $0.value.end == node }.keys.sorted()
  }

  /// All triples of entity, key and value, as text that tells all apart.
  var triples: Set<String> {
    var result: Set<String> = []
    for (id, node) in nodes {
      for (key, value) in node.properties { result.insert("n\(id.rawValue) \(key.rawValue) \(exact(value))") }
    }
    for (id, link) in relationships {
      for (key, value) in link.properties { result.insert("r\(id.rawValue) \(key.rawValue) \(exact(value))") }
    }
    return result
  }

  var labelsInUse: Set<LabelID> { nodes.values.reduce(into: []) { $0.formUnion($1.labels) } }

  /// What openCypher's kit counts between two states.
  func sideEffects(since before: NaiveGraph) -> SideEffects {
    var effects = SideEffects()
    effects.nodesCreated = nodes.keys.count { before.nodes[$0] == nil }
    effects.nodesDeleted = before.nodes.keys.count { nodes[$0] == nil }
    effects.relationshipsCreated = relationships.keys.count { before.relationships[$0] == nil }
    effects.relationshipsDeleted = before.relationships.keys.count { relationships[$0] == nil }
    effects.labelsAdded = labelsInUse.subtracting(before.labelsInUse).count
    effects.labelsRemoved = before.labelsInUse.subtracting(labelsInUse).count
    effects.propertiesSet = triples.subtracting(before.triples).count
    effects.propertiesRemoved = before.triples.subtracting(triples).count
    return effects
  }
}

/// A text that two values share exactly when they cannot be told apart.
func exact(_ value: Value) -> String {
  switch value {
  case .float(let number): "float \(number.bitPattern)"
  case .string(let text): "string \(Array(text.utf8))"
  case .list(let elements): "list \(elements.map(exact))"
  default: "\(value)"
  }
}
