import PropertyGraph
import Testing

@Suite("Types of deleted relationships")
struct DeletedTypeTests {
  @Test func `a deleted relationship's type is known until its transaction ends or takes it back`() {
    let graph = Graph()
    graph.begin(statement: "create")
    let node = graph.createNode(labels: [], properties: [])
    let types = ["A", "B"].map { graph.intern(type: $0) }
    let relationships = types.map { graph.createRelationship($0, from: node, to: node, properties: []) }
    graph.commit()
    graph.begin(statement: "delete")
    #expect(graph.typeBeforeDeletion(of: relationships[0]) == nil)
    let mark = graph.mark
    graph.delete(relationships[0])
    #expect(graph.typeBeforeDeletion(of: relationships[0]) == types[0])
    graph.delete(relationships[1])
    #expect(graph.typeBeforeDeletion(of: relationships[1]) == types[1])
    graph.rollback(to: mark)
    #expect(graph.typeBeforeDeletion(of: relationships[0]) == nil)
    graph.delete(relationships[1])
    #expect(graph.typeBeforeDeletion(of: relationships[1]) == types[1])
    graph.commit()
    graph.begin(statement: "later")
    #expect(graph.typeBeforeDeletion(of: relationships[1]) == nil)
  }
}
