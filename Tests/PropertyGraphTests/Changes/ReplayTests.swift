@testable import PropertyGraph
import Testing

struct ReplayTests {
  private func graph() -> Graph {
    let graph = Graph()
    _ = (graph.intern(label: "L"), graph.intern(key: "k"), graph.intern(type: "T"))
    return graph
  }

  private func history() -> Graph {
    let graph = graph()
    graph.begin(statement: "one")
    let a = graph.createNode(labels: [LabelID(0)], properties: [(KeyID(0), .string("Анна"))])
    let link = graph.createRelationship(TypeID(0), from: a, to: a, properties: [])
    graph.commit()
    graph.begin(statement: "two")
    graph.delete(link)
    graph.set(KeyID(0), of: a, to: .integer(1))
    graph.createIndex(name: nil, label: LabelID(0), key: KeyID(0), isUnique: true)
    graph.commit()
    _ = graph.undo()
    _ = graph.redo()
    _ = graph.undo()
    return graph
  }

  @Test func `a graph is the same after its transactions are replayed, and undo goes on from there`() {
    let (original, copy) = (history(), graph())
    for transaction in original.transactions { #expect(copy.replay(transaction)) }
    #expect(copy.sequence == 5 && copy.transactions.map(\.origin) == original.transactions.map(\.origin))
    #expect(copy.transactions.map(\.time) == original.transactions.map(\.time))
    #expect(copy.relationshipCount == 1 && copy.indexes.isEmpty)
    copy.checkInvariants()
    #expect(copy.redo()?.statement == "two" && copy.indexes.count == 1)
    #expect(copy.undo()?.statement == "two" && copy.undo()?.statement == "one" && copy.nodeCount == 0)
  }

  @Test func `a transaction that does not fit changes nothing`() {
    let original = history()
    for misfit in [1, 2, 3] {
      let copy = graph()
      #expect(!copy.replay(original.transactions[misfit]))
      #expect(copy.nodeCount == 0 && copy.sequence == 0 && copy.transactions.isEmpty && !copy.isInTransaction)
    }
    let copy = graph()
    #expect(copy.replay(original.transactions[0]) && !copy.replay(original.transactions[0]))
  }

  @Test func `changes that no graph makes are refused`() {
    let id = NodeID(0)
    let there = Change.nodeCreated(id, labels: [LabelID(0)], properties: [(KeyID(0), .integer(1))])
    let refused: [Change] = [
      .nodeCreated(NodeID(.max), labels: [], properties: []), there,
      .nodeDeleted(id, labels: [], properties: [(KeyID(0), .integer(1))]),
      .nodeDeleted(id, labels: [LabelID(0)], properties: []),
      .nodeDeleted(NodeID(9), labels: [], properties: []),
      .nodePropertySet(id, KeyID(0), before: .integer(2), after: .null),
      .nodePropertySet(NodeID(9), KeyID(0), before: .null, after: .integer(1)),
      .labelAdded(id, LabelID(0)), .labelRemoved(NodeID(9), LabelID(0)),
      .relationshipCreated(RelationshipID(0), TypeID(0), from: id, to: NodeID(9), properties: []),
      .relationshipDeleted(RelationshipID(0), TypeID(0), from: id, to: id, properties: []),
      .relationshipPropertySet(RelationshipID(0), KeyID(0), before: .null, after: .integer(1)),
      .indexDropped(IndexInfo(name: "i", label: LabelID(0), key: KeyID(0), isUnique: false)),
    ]
    for change in refused {
      let graph = graph()
      #expect(graph.replay(transaction(1, [there])))
      #expect(!graph.replay(transaction(2, [.labelAdded(id, LabelID(1)), change])))
      #expect(graph.nodeCount == 1 && graph.labels(of: id) == [LabelID(0)])
    }
  }

  private func transaction(_ sequence: Int, _ changes: [Change]) -> Transaction {
    let time = ZonedDateTime(epochSeconds: 0, nanosecond: 0, offsetSeconds: 0, zone: nil)
    return Transaction(sequence: sequence, time: time, statement: "", origin: .statement, changes: changes)
  }
}
