extension Graph {
  /// Makes the adjacency of all types, and the counts of relationships by table, from what was loaded.
  func buildAdjacency() {
    let groups = relationshipsByType()
    guard relationshipCount > Self.aloneUpTo else {
      buildAdjacency(groups, .outgoing)
      return buildAdjacency(groups, .incoming)
    }
    nonisolated(unsafe) let graph = self
    Worker.both({ graph.buildAdjacency(groups, .outgoing) }, { buildAdjacency(groups, .incoming) })
  }

  /// So many relationships are not worth a thread.
  private static let aloneUpTo = 10_000

  /// The relationships, ascending, of one type after the other, and where those of each type begin.
  private typealias Groups = (ids: [UInt32], starts: [Int])

  /// Makes one direction; both directions share nothing that is written.
  private func buildAdjacency(_ groups: Groups, _ direction: Direction) {
    for (type, table) in relationships.types.enumerated() {
      let ids = groups.ids[groups.starts[type]..<groups.starts[type + 1]]
      let adjacency = table.adjacency(direction)
      ids.withUnsafeBufferPointer { ids in
        adjacency.build(ids, relationships.ends.base, direction, nodeLimit: Int(nodeLimit))
      }
      countEnds(type, adjacency) { direction == .outgoing ? $0.addOutgoing($1, $2) : $0.addIncoming($1, $2) }
    }
  }

  private func relationshipsByType() -> Groups {
    let types = relationships.types.count
    var starts = [Int](repeating: 0, count: types + 1)
    let limit = relationshipLimit
    for id in 0..<limit {
      let type = relationships.type(of: id)
      if type >= 0 { starts[type + 1] += 1 }
    }
    for type in 0..<types { starts[type + 1] += starts[type] }
    var next = starts
    let ids = [UInt32](unsafeUninitializedCapacity: relationshipCount) { target, count in
      for id in 0..<limit {
        let type = relationships.type(of: id)
        guard type >= 0 else { continue }
        target.initializeElement(at: next[type], to: id)
        next[type] += 1
      }
      count = relationshipCount
    }
    return (ids, starts)
  }

  private func countEnds(_ type: Int, _ adjacency: Adjacency, _ add: (NodeTable, Int, Int) -> Void) {
    var sums = [Int](repeating: 0, count: nodes.tables.count)
    adjacency.forEachNode { node, degree in sums[nodes.table(of: node)] += degree }
    for (number, sum) in sums.enumerated() where sum > 0 { add(nodes.tables[number], type, sum) }
  }
}
