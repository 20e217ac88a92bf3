import PropertyGraph
import Testing

struct TrialTests {
  private struct Failed: Error {}

  @Test func `what was committed in a trial leaves no trace, whether it fails or not`() throws {
    let graph = Graph()
    let (label, key, type) = (graph.intern(label: "L"), graph.intern(key: "k"), graph.intern(type: "T"))
    graph.begin(statement: "one")
    let node = graph.createNode(labels: [label], properties: [(key, .integer(1))])
    graph.commit()
    graph.begin(statement: "two")
    graph.set(key, of: node, to: .integer(2))
    graph.commit()
    _ = graph.undo()
    let before = graph.sequence
    for fails in [false, true] {
      let isDone = try? graph.takingBack { () throws(Failed) in
        for number in 0..<3 {
          graph.begin(statement: "trial")
          let other = graph.createNode(labels: [label], properties: [(key, .integer(Int64(number)))])
          graph.createRelationship(type, from: node, to: other, properties: [])
          graph.set(key, of: node, to: .string("Ж"))
          graph.commit()
        }
        #expect(graph.nodeCount == 4 && graph.sequence == before + 3)
        if fails { throw Failed() }
        return true
      }
      #expect(isDone == (fails ? nil : true))
      #expect(graph.nodeCount == 1 && graph.relationshipCount == 0 && graph.sequence == before)
      #expect(graph.transactions.count == 3 && graph.degree(node, nil, .both) == 0)
    }
    #expect(graph.redo()?.statement == "two", "what could be made again still can")
    guard case .integer(2) = graph.value(key, of: node) else {
      Issue.record("the value is \(graph.value(key, of: node))")
      return
    }
  }
}
