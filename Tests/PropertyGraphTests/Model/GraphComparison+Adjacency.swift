@testable import PropertyGraph

extension GraphComparison {
  func checkAdjacency() {
    let links = naive.linksByNode
    for node in (0..<graph.nodeLimit + 1).map(NodeID.init) {
      guard naive.nodes[node] != nil else {
        expect(graph.degree(node, nil, .both) == 0, "degree of \(node)")
        continue
      }
      for direction in [Direction.outgoing, .incoming, .both] {
        var sum = 0
        for type in types {
          let expected = links[NaiveGraph.Place(node: node, type: type, direction: direction)] ?? []
          check(node, type, direction, expected)
          sum += expected.count
        }
        expect(graph.degree(node, nil, direction) == sum, "degree of \(node)")
      }
    }
  }

  private func check(
    _ node: NodeID, _ type: TypeID, _ direction: Direction, _ expected: [NaiveGraph.Link]
  ) {
    expect(graph.degree(node, type, direction) == expected.count, "\(type) at \(node)")
    var (neighbours, ids): ([UInt32], [UInt32]) = ([], [])
    graph.appendNeighbours(of: node.rawValue, type, direction, nodes: &neighbours, relationships: &ids)
    let found = zip(neighbours, ids).map { NaiveGraph.Link(neighbour: $0, id: $1) }
    expect(found.sorted() == expected, "neighbours of \(node)")
    if direction == .both { return }
    let view = graph.adjacency(type, direction)
    expect(view.degree(node.rawValue) == expected.count, "degree of \(node)")
    let viewed = zip(view.neighbours(of: node.rawValue), view.relationships(of: node.rawValue))
    expect(viewed.map { NaiveGraph.Link(neighbour: $0, id: $1) } == expected, "run of \(node)")
  }
}
