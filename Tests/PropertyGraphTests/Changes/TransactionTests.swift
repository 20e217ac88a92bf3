@testable import PropertyGraph
import Testing

struct TransactionTests {
  private let graph = Graph()
  private let label: LabelID
  private let key: KeyID

  init() {
    label = graph.intern(label: "L")
    key = graph.intern(key: "k")
    graph.clock = { ZonedDateTime(epochSeconds: 86_400, nanosecond: 5, offsetSeconds: 0, zone: nil) }
  }

  private func create(_ value: Int64) -> NodeID {
    graph.begin(statement: "CREATE \(value)")
    defer { graph.commit() }
    return graph.createNode(labels: [label], properties: [(key, .integer(value))])
  }

  @Test func `a transaction that changes nothing leaves no entry`() {
    graph.begin(statement: "nothing")
    #expect(graph.isInTransaction && graph.commit() == nil && !graph.isInTransaction)
    let node = create(1)
    graph.begin(statement: "the same again")
    graph.set(key, of: node, to: .integer(1))
    graph.add(label, to: node)
    graph.remove(graph.intern(label: "M"), from: node)
    #expect(graph.commit() == nil && graph.sequence == 1 && graph.transactions.count == 1)
  }

  @Test func `1 and 1·0 are different values, and so are 0 and -0`() {
    let node = create(1)
    graph.begin(statement: "SET")
    graph.set(key, of: node, to: .float(1))
    #expect(graph.changes(since: graph.mark).isEmpty && graph.value(key, of: node).isIdentical(to: .float(1)))
    graph.set(key, of: node, to: .float(0))
    graph.set(key, of: node, to: .float(-0.0))
    #expect(graph.commit()?.changes.count == 3)
  }

  @Test func `nulls and repeated keys and labels of a new node are put in order`() {
    graph.begin(statement: "CREATE")
    let other = graph.intern(key: "other")
    let node = graph.createNode(
      labels: [label, label],
      properties: [(other, .integer(1)), (key, .integer(2)), (other, .null), (key, .integer(3))])
    #expect(graph.labels(of: node) == [label] && graph.properties(of: node).map(\.key) == [key])
    #expect(graph.value(key, of: node).isIdentical(to: .integer(3)))
  }

  @Test func `a transaction tells its statement, its time in UTC and its number`() {
    _ = create(1)
    let transaction = graph.transactions[0]
    #expect(
      transaction.statement == "CREATE 1" && transaction.sequence == 1 && transaction.origin == .statement)
    #expect(transaction.time == graph.clock())
    #expect(
      graph.transaction(1)?.statement == "CREATE 1" && graph.transaction(0) == nil
        && graph.transaction(2) == nil)
  }

  @Test func `a new statement ends what could be made again`() {
    _ = create(1)
    _ = graph.undo()
    _ = create(2)
    #expect(graph.redo() == nil && graph.undo()?.statement == "CREATE 2" && graph.undo() == nil)
    #expect(graph.nodeCount == 0 && graph.sequence == 4)
  }

  @Test func `net changes leave out what came and went, and go both ways`() {
    let node = create(1)
    graph.begin(statement: "more")
    let passing = graph.createNode(labels: [], properties: [])
    graph.set(key, of: node, to: .integer(2))
    graph.set(key, of: node, to: .integer(3))
    graph.delete(passing)
    graph.commit()
    let forward = graph.netChanges(from: 1, to: 2)
    #expect(NaiveDiff.lines(forward) == ["~n0 [] [] 0: integer(1) > integer(3)"])
    #expect(NaiveDiff.lines(graph.netChanges(from: 2, to: 1)) == ["~n0 [] [] 0: integer(3) > integer(1)"])
    #expect(NaiveDiff.lines(graph.netChanges(from: 0, to: 2)) == ["+n0 [0] 0=integer(3)"])
    #expect(graph.netChanges(from: 2, to: 2).isEmpty && graph.netChanges(from: -5, to: 99).count == 1)
  }
}
