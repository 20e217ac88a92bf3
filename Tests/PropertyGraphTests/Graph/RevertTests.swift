import PropertyGraph
import Testing

struct RevertTests {
  private func name(_ graph: Graph, _ node: NodeID) -> Value {
    graph.value(graph.intern(key: "name"), of: node)
  }

  @Test func `Going back to a state takes everything since back as one change`() throws {
    let graph = Graph()
    let (label, key) = (graph.intern(label: "Client"), graph.intern(key: "name"))
    graph.begin(statement: "one")
    let first = graph.createNode(labels: [label], properties: [(key, .string("Северсталь"))])
    graph.commit()
    graph.begin(statement: "two")
    graph.set(key, of: first, to: .string("Other"))
    let second = graph.createNode(labels: [], properties: [])
    graph.commit()
    graph.begin(statement: "three")
    graph.delete(first)
    graph.commit()

    #expect(graph.revert(to: 1, statement: "restore")?.sequence == 4)
    #expect(!graph.contains(second))
    #expect(name(graph, first).isIdentical(to: .string("Северсталь")))
    #expect(graph.netChanges(from: 1, to: 4).isEmpty)

    #expect(graph.undo()?.sequence == 4)
    #expect(!graph.contains(first))
    #expect(graph.contains(second))
  }

  @Test func `Where nothing came since there is nothing to take back`() {
    let graph = Graph()
    #expect(graph.revert(to: 0, statement: "restore") == nil)
    #expect(!graph.isInTransaction)
  }
}
