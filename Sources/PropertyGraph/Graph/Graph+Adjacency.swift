extension Graph {
  /// The number of relationships at a node, of a type or (nil) of all; a loop counts once in `both`.
  public func degree(_ node: NodeID, _ type: TypeID?, _ direction: Direction) -> Int {
    var sum = 0
    for type in types(type) {
      if direction != .incoming { sum += outgoing[type].view.degree(node.rawValue) }
      if direction != .outgoing { sum += incoming[type].view.degree(node.rawValue) }
      if direction == .both { sum -= outgoing[type].loops(at: node.rawValue) }
    }
    return sum
  }

  /// Appends the neighbours of a node and the relationships to them, type by type; `both` gives a loop once.
  public func appendNeighbours(
    of node: UInt32, _ type: TypeID?, _ direction: Direction, nodes: inout [UInt32],
    relationships: inout [UInt32]
  ) {
    for type in types(type) {
      if direction != .incoming {
        let view = outgoing[type].view
        nodes.append(contentsOf: view.neighbours(of: node))
        relationships.append(contentsOf: view.relationships(of: node))
      }
      if direction != .outgoing {
        let view = incoming[type].view
        let neighbours = view.neighbours(of: node)
        let links = view.relationships(of: node)
        for index in neighbours.indices where direction == .incoming || neighbours[index] != node {
          nodes.append(neighbours[index])
          relationships.append(links[index])
        }
      }
    }
  }

  /// The relationships of a type in one direction, until the next change.
  ///
  /// - Precondition: the direction is not `both`.
  public func adjacency(_ type: TypeID, _ direction: Direction) -> AdjacencyView {
    precondition(direction != .both, "a view has one direction")
    guard Int(type.rawValue) < outgoing.count else { return .empty }
    return direction == .outgoing ? outgoing[Int(type.rawValue)].view : incoming[Int(type.rawValue)].view
  }

  /// The positions of the types meant.
  private func types(_ type: TypeID?) -> Range<Int> {
    guard let type else { return 0..<outgoing.count }
    let position = Int(type.rawValue)
    return position < outgoing.count ? position..<position + 1 : 0..<0
  }
}
