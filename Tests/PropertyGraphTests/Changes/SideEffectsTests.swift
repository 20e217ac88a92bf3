import PropertyGraph
import Testing

struct SideEffectsTests {
  private let graph = Graph()
  private let label, other: LabelID
  private let key: KeyID
  private let node: NodeID

  init() {
    label = graph.intern(label: "L")
    other = graph.intern(label: "M")
    key = graph.intern(key: "k")
    graph.begin(statement: "before")
    node = graph.createNode(labels: [label], properties: [(key, .integer(1))])
    graph.commit()
    graph.begin(statement: "now")
  }

  private func effects(_ change: (inout SideEffects) -> Void) -> SideEffects {
    var expected = SideEffects()
    change(&expected)
    return expected
  }

  @Test func `a label counts when its first node comes and its last one goes`() {
    let mark = graph.mark
    graph.createNode(labels: [label], properties: [])
    #expect(graph.sideEffects(since: mark) == effects { $0.nodesCreated = 1 })
    graph.add(other, to: node)
    graph.remove(label, from: node)
    #expect(
      graph.sideEffects(since: mark)
        == effects {
          $0.nodesCreated = 1
          $0.labelsAdded = 1
        })
  }

  @Test func `a changed value counts as one set and one removed, a value set and restored as nothing`() {
    let mark = graph.mark
    graph.set(key, of: node, to: .integer(2))
    #expect(
      graph.sideEffects(since: mark)
        == effects {
          $0.propertiesSet = 1
          $0.propertiesRemoved = 1
        })
    graph.set(key, of: node, to: .integer(1))
    #expect(graph.sideEffects(since: mark).isEmpty)
    graph.set(key, of: node, to: .null)
    #expect(graph.sideEffects(since: mark) == effects { $0.propertiesRemoved = 1 })
  }

  @Test func `the properties and labels of a deleted node count as gone`() {
    let mark = graph.mark
    graph.delete(node)
    #expect(
      graph.sideEffects(since: mark)
        == effects {
          $0.nodesDeleted = 1
          $0.labelsRemoved = 1
          $0.propertiesRemoved = 1
        })
  }

  @Test func `the count is the same whether entities are touched in the order of their ids or not`() {
    let nodes = (0..<3).map { _ in graph.createNode(labels: [label, other], properties: []) }
    let second = graph.intern(key: "second")
    for order in [nodes, nodes.reversed()] {
      for keys in [[key, second], [second, key]] {
        let mark = graph.mark
        for node in order { for key in keys { graph.set(key, of: node, to: .boolean(true)) } }
        #expect(graph.sideEffects(since: mark) == effects { $0.propertiesSet = 6 })
        for node in order { graph.delete(node) }
        #expect(
          graph.sideEffects(since: mark)
            == effects { (effects: inout SideEffects) in
              effects.nodesDeleted = 3
              effects.labelsRemoved = 1
            })
        graph.rollback(to: mark)
      }
    }
  }

  @Test func `what came and went again does not count`() {
    let mark = graph.mark
    let passing = graph.createNode(labels: [other], properties: [(key, .integer(5))])
    let link = graph.createRelationship(
      graph.intern(type: "T"), from: passing, to: node, properties: [(key, .integer(1))])
    #expect(graph.sideEffects(since: mark).relationshipsCreated == 1)
    #expect(graph.sideEffects(since: mark).propertiesSet == 2)
    graph.delete(link)
    graph.delete(passing)
    #expect(graph.sideEffects(since: mark).isEmpty)
  }
}
