@testable import PropertyGraph
import Testing

struct HubTests {
  private let graph = Graph()
  private let type: TypeID
  private let hub: NodeID
  private let others: [NodeID]

  init() {
    type = graph.intern(type: "T")
    graph.begin(statement: "nodes")
    hub = graph.createNode(labels: [], properties: [])
    let graph = graph
    others = (0..<100_000).map { _ in graph.createNode(labels: [], properties: []) }
    graph.commit()
  }

  private var run: [UInt32] { Array(graph.adjacency(type, .outgoing).neighbours(of: hub.rawValue)) }

  @Test func `a hub of a hundred thousand is the same whether filled from the front, the back or all over`() {
    for seed in [0, 1, 2] as [UInt64] {
      var random = SeededGenerator(seed: seed)
      let order = seed == 0 ? others : seed == 1 ? others.reversed() : others.shuffled(using: &random)
      graph.begin(statement: "links")
      for other in order { graph.createRelationship(type, from: hub, to: other, properties: []) }
      #expect(run == others.map(\.rawValue))
      graph.checkInvariants()
      graph.rollback()
      #expect(run.isEmpty && graph.degree(hub, type, .both) == 0)
    }
  }

  @Test func `a hub that loses its neighbours from the front gets them back by rollback`() {
    graph.begin(statement: "links")
    let links = others.map { graph.createRelationship(type, from: hub, to: $0, properties: []) }
    graph.commit()
    graph.begin(statement: "delete")
    for link in links[..<99_000] { graph.delete(link) }
    #expect(run == others[99_000...].map(\.rawValue))
    graph.checkInvariants()
    graph.rollback()
    #expect(run == others.map(\.rawValue))
    #expect(graph.degree(others[5], type, .incoming) == 1)
    graph.checkInvariants()
  }
}
