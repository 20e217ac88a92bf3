extension Graph {
  /// The number of relationships at a node, of a type or (nil) of all; a loop counts once in `both`.
  public func degree(_ node: NodeID, _ type: TypeID?, _ direction: Direction) -> Int {
    var sum = 0
    for position in types(type) {
      let table = relationships.types[position]
      if direction != .incoming { sum += table.outgoing.view.degree(node.rawValue) }
      if direction != .outgoing { sum += table.incoming.view.degree(node.rawValue) }
      if direction == .both { sum -= table.outgoing.loops(at: node.rawValue) }
    }
    return sum
  }

  /// Appends the neighbours of a node and the relationships to them, type by type; `both` gives a loop once.
  public func appendNeighbours(
    of node: UInt32, _ type: TypeID?, _ direction: Direction, nodes: inout [UInt32],
    relationships links: inout [UInt32]
  ) {
    for position in types(type) {
      let table = relationships.types[position]
      if direction != .incoming {
        let view = table.outgoing.view
        nodes.append(contentsOf: view.neighbours(of: node))
        links.append(contentsOf: view.relationships(of: node))
      }
      if direction != .outgoing {
        let view = table.incoming.view
        let (neighbours, ids) = (view.neighbours(of: node), view.relationships(of: node))
        for index in neighbours.indices where direction == .incoming || neighbours[index] != node {
          nodes.append(neighbours[index])
          links.append(ids[index])
        }
      }
    }
  }

  /// The relationships of a type in one direction, until the next change.
  ///
  /// - Precondition: the direction is not `both`.
  public func adjacency(_ type: TypeID, _ direction: Direction) -> AdjacencyView {
    precondition(direction != .both, "a view has one direction")
    let position = Int(type.rawValue)
    guard position < relationships.types.count else { return .empty }
    return relationships.types[position].adjacency(direction).view
  }

  /// The positions of the types meant.
  private func types(_ type: TypeID?) -> Range<Int> {
    guard let type else { return relationships.types.indices }
    let position = Int(type.rawValue)
    return position < relationships.types.count ? position..<position + 1 : 0..<0
  }
}
