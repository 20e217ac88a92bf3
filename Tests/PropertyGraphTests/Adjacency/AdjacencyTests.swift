@testable import PropertyGraph
import Testing

struct AdjacencyTests {
  private let graph = Graph()
  private let type: TypeID
  private let a, b: NodeID

  init() {
    type = graph.intern(type: "T")
    graph.begin(statement: "nodes")
    a = graph.createNode(labels: [], properties: [])
    b = graph.createNode(labels: [], properties: [])
  }

  private func neighbours(_ node: NodeID, _ direction: Direction) -> [[UInt32]] {
    var (nodes, links): ([UInt32], [UInt32]) = ([], [])
    graph.appendNeighbours(of: node.rawValue, nil, direction, nodes: &nodes, relationships: &links)
    return [nodes, links]
  }

  @Test func `a loop leaves, enters, and is met once in both directions`() {
    let loop = graph.createRelationship(type, from: a, to: a, properties: [])
    #expect(graph.degree(a, type, .outgoing) == 1 && graph.degree(a, type, .incoming) == 1)
    #expect(graph.degree(a, type, .both) == 1 && neighbours(a, .both) == [[0], [loop.rawValue]])
    let second = graph.createRelationship(type, from: a, to: a, properties: [])
    #expect(graph.degree(a, nil, .both) == 2)
    #expect(neighbours(a, .both) == [[0, 0], [loop.rawValue, second.rawValue]])
  }

  @Test func `parallel relationships repeat their neighbour, ascending`() {
    let links = (0..<5).map { _ in graph.createRelationship(type, from: a, to: b, properties: []).rawValue }
    #expect(neighbours(a, .outgoing) == [[1, 1, 1, 1, 1], links])
    #expect(neighbours(b, .both) == [[0, 0, 0, 0, 0], links])
    graph.delete(RelationshipID(links[2]))
    #expect(neighbours(b, .incoming)[1] == [links[0], links[1], links[3], links[4]])
  }

  @Test func `a type without relationships and a node without any have empty views`() {
    #expect(graph.adjacency(graph.intern(type: "NEVER"), .outgoing).neighbours(of: 0).isEmpty)
    graph.createRelationship(type, from: a, to: b, properties: [])
    let view = graph.adjacency(type, .outgoing)
    #expect(view.degree(1) == 0 && view.neighbours(of: 1).isEmpty && view.relationships(of: .max).isEmpty)
  }

  @Test func `the ids of a deleted node and relationship are not given again`() {
    let link = graph.createRelationship(type, from: a, to: b, properties: [])
    graph.delete(link)
    graph.delete(b)
    #expect(graph.createNode(labels: [], properties: []) == NodeID(2))
    #expect(graph.createRelationship(type, from: a, to: a, properties: []) == RelationshipID(1))
    #expect(!graph.contains(b) && !graph.contains(link))
  }

  @Test func `more types than fit into sixteen bits are told apart`() {
    let types = (0..<65_540).map { graph.intern(type: "T\($0)") }
    let links = types[65_530...].map { graph.createRelationship($0, from: a, to: b, properties: []) }
    #expect(links.map { graph.type(of: $0) } == Array(types[65_530...]))
    graph.delete(links[7])
    for (link, type) in zip(links, types[65_530...]) {
      var ids: [UInt32] = []
      var cursor = RelationshipCursor(graph, type: type)
      while cursor.next(into: &ids, atMost: 3) {}
      #expect(ids == (link == links[7] ? [] : [link.rawValue]) && graph.count(type: type) == ids.count)
      #expect(graph.contains(link) == (link != links[7]))
    }
  }
}
