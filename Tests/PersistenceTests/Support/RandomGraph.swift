import PropertyGraph
import TestSupport

/// Small graphs with everything that a graph can have, the same for the same seed.
enum RandomGraph {
  static func make(_ seed: UInt64, nodes: Int = 40, relationships: Int = 60) -> Graph {
    var generator = Seeded(seed)
    let graph = Graph()
    graph.begin(statement: "make")
    let labels = ["Клиент", "B", "C\"D", "Е\u{301}"].map { graph.intern(label: $0) }
    let keys =
      (["name", "$date", "", "a key of more than sixteen bytes"] + [RandomValues.text(using: &generator)])
      .map { graph.intern(key: $0) }
    let types = ["AT", "С КЕМ", "\\"].map { graph.intern(type: $0) }
    var ids: [NodeID] = []
    for _ in 0..<nodes {
      let some = labels.filter { _ in Bool.random(using: &generator) }
      ids.append(graph.createNode(labels: some, properties: properties(keys, &generator)))
    }
    for _ in 0..<relationships where !ids.isEmpty {
      guard let type = types.randomElement(using: &generator),
        let from = ids.randomElement(using: &generator),
        let to = ids.randomElement(using: &generator)
      else { continue }
      _ = graph.createRelationship(type, from: from, to: to, properties: properties(keys, &generator))
    }
    // Gaps among the ids.
    for id in 0..<graph.relationshipLimit where Int.random(in: 0..<5, using: &generator) == 0 {
      graph.delete(RelationshipID(id))
    }
    for id in ids where graph.degree(id, nil, .both) == 0 { graph.delete(id) }
    graph.createIndex(name: "by name", label: labels[0], key: keys[0], isUnique: false)
    _ = graph.commit()
    return graph
  }

  private static func properties(
    _ keys: [KeyID], _ generator: inout Seeded
  ) -> [(key: KeyID, value: Value)] {
    var distinct = Set<KeyID>()
    return keys.filter { distinct.insert($0).inserted && Bool.random(using: &generator) }
      .map { ($0, RandomValues.stored(using: &generator)) }
  }
}

extension Graph {
  /// All that the graph holds, as text that is equal for graphs that cannot be told apart.
  var description: [String] {
    var lines = indexes.map { "index \($0.name) \(name(of: $0.label)) \(name(of: $0.key)) \($0.isUnique)" }
    for id in 0..<nodeLimit where contains(NodeID(id)) {
      let labels = labels(of: NodeID(id)).map { name(of: $0) }
      lines.append(
        "node \(id) \(labels) \(properties(of: NodeID(id)).map { "\(name(of: $0.key)): \($0.value)" })")
    }
    for id in 0..<relationshipLimit where contains(RelationshipID(id)) {
      let it = RelationshipID(id)
      let ends = "\(start(of: it).rawValue)-\(name(of: type(of: it)))->\(end(of: it).rawValue)"
      lines.append(
        "relationship \(id) \(ends) \(properties(of: it).map { "\(name(of: $0.key)): \($0.value)" })")
    }
    return lines
  }
}
