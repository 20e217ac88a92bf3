import PropertyGraph
import Testing

struct GraphTests {
  @Test func `an empty graph holds nothing and answers everything`() {
    let graph = Graph()
    #expect(graph.nodeCount == 0 && graph.relationshipCount == 0)
    #expect(!graph.contains(NodeID(0)) && !graph.contains(RelationshipID(0)))
    #expect(graph.label("A") == nil && graph.labelNames.isEmpty)
    #expect(graph.labels(of: NodeID(7)).isEmpty)
    #expect(graph.value(graph.intern(key: "k"), of: NodeID(7)).isNull)
    #expect(graph.degree(NodeID(7), nil, .both) == 0)
    #expect(graph.undo() == nil && graph.redo() == nil)
    var ids: [UInt32] = []
    var cursor = NodeCursor(graph, label: nil)
    #expect(!cursor.next(into: &ids, atMost: 10))
  }

  @Test func `what was made is there, and rollback takes it away`() {
    let graph = Graph()
    let (person, knows, name) = (
      graph.intern(label: "Person"), graph.intern(type: "KNOWS"), graph.intern(key: "name")
    )
    graph.begin(statement: "CREATE")
    let a = graph.createNode(labels: [person], properties: [(name, .string("Анна"))])
    let b = graph.createNode(labels: [], properties: [])
    let link = graph.createRelationship(knows, from: a, to: b, properties: [(name, .integer(1))])
    let loop = graph.createRelationship(knows, from: a, to: a, properties: [])
    #expect(graph.degree(a, knows, .both) == 2 && graph.degree(a, nil, .outgoing) == 2)
    #expect(Array(graph.adjacency(knows, .outgoing).relationships(of: 0)) == [loop.rawValue, link.rawValue])
    #expect(graph.commit()?.sequence == 1)

    graph.begin(statement: "DELETE")
    graph.delete(loop)
    graph.delete(link)
    graph.delete(b)
    graph.set(name, of: a, to: .null)
    #expect(graph.value(name, of: a).isNull && graph.nodeCount == 1)
    graph.rollback()
    #expect(graph.nodeCount == 2 && graph.type(of: loop) == knows && graph.end(of: link) == b)
    #expect(graph.value(name, of: a).isIdentical(to: .string("Анна")))
    #expect(graph.commits(["CREATE"]))
  }

  @Test func `undo and redo bring the same ids back`() {
    let graph = Graph()
    graph.begin(statement: "one")
    let node = graph.createNode(labels: [graph.intern(label: "A")], properties: [])
    graph.commit()
    #expect(graph.undo()?.statement == "one" && !graph.contains(node))
    #expect(graph.redo()?.statement == "one" && graph.contains(node))
    #expect(graph.sequence == 3 && graph.transactions.last?.origin == .redo(of: 1))
    #expect(graph.netChanges(from: 1, to: 3).isEmpty && graph.netChanges(from: 0, to: 3).count == 1)
  }
}

extension Graph {
  fileprivate func commits(_ statements: [String]) -> Bool { transactions.map(\.statement) == statements }
}
