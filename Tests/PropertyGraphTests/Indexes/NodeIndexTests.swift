@testable import PropertyGraph
import Testing

struct NodeIndexTests {
  private let graph = Graph()
  private let label: LabelID
  private let key: KeyID

  init() {
    label = graph.intern(label: "L")
    key = graph.intern(key: "k")
    graph.begin(statement: "index")
    graph.createIndex(name: nil, label: label, key: key, isUnique: false)
  }

  private func fill(_ values: [Value]) -> NodeIndex {
    for value in values { graph.createNode(labels: [label], properties: [(key, value)]) }
    return graph.index(label: label, key: key) ?? NodeIndex(graph.indexes[0], graph.texts)
  }

  @Test func `an index of many nodes that is stopped on the way leaves no trace`() throws {
    struct Stopped: Error {}
    _ = fill((0..<50_000).map { .integer($0) })
    let other = graph.intern(key: "other")
    var asked = 0
    let made: IndexInfo?? = try? graph.createIndex(name: nil, label: label, key: key, isUnique: false) {
      throw Stopped()
    }
    #expect(made == .some(nil), "there is one already")
    graph.dropIndex(name: graph.indexes[0].name)
    let mark = graph.mark
    #expect(throws: Stopped.self) {
      try graph.createIndex(name: nil, label: label, key: key, isUnique: false) { () throws(Stopped) in
        asked += 1
        if asked == 3 { throw Stopped() }
      }
    }
    #expect(asked == 3 && graph.indexes.isEmpty && graph.mark == mark)
    graph.createIndex(name: nil, label: label, key: other, isUnique: false)
    graph.createIndex(name: nil, label: label, key: key, isUnique: false)
    #expect(graph.index(label: label, key: key)?.count == 50_000)
  }

  @Test func `numbers are equal by amount, exactly`() {
    let big = Int64(1) << 53
    let index = fill([
      .integer(1), .float(1), .integer(big), .integer(big + 1), .float(9_007_199_254_740_992), .float(-0.0),
    ])
    #expect(index.nodes(equalTo: .float(1)) == [0, 1] && index.nodes(equalTo: .integer(1)) == [0, 1])
    #expect(index.nodes(equalTo: .integer(big)) == [2, 4] && index.nodes(equalTo: .integer(big + 1)) == [3])
    #expect(index.nodes(equalTo: .integer(0)) == [5] && index.distinctCount == 4)
  }

  @Test func `NaN and null equal nothing, and no range holds them`() {
    let index = fill([.float(.nan), .float(.infinity), .list([.float(.nan)])])
    #expect(index.nodes(equalTo: .float(.nan)).isEmpty && index.nodes(equalTo: .null).isEmpty)
    #expect(index.nodes(equalTo: .list([.float(.nan)])).isEmpty && index.count == 3)
    #expect(index.nodes(from: .float(0), inclusive: true, to: nil, inclusive: false) == [1])
    #expect(index.nodes(from: .float(.nan), inclusive: true, to: nil, inclusive: false).isEmpty)
    #expect(index.nodes(from: nil, inclusive: true, to: nil, inclusive: true).isEmpty)
  }

  @Test func `a range holds values of its type only, ascending`() {
    let index = fill([
      .string("b"), .integer(3), .string("a"), .float(2.5), .boolean(true), .string("я"), .integer(-1),
    ])
    #expect(index.nodes(from: .integer(0), inclusive: true, to: nil, inclusive: true) == [3, 1])
    #expect(index.nodes(from: nil, inclusive: true, to: .float(2.5), inclusive: false) == [6])
    #expect(index.nodes(from: .string("a"), inclusive: false, to: .string("я"), inclusive: true) == [0, 5])
    #expect(index.nodes(from: .integer(0), inclusive: true, to: .string("z"), inclusive: true).isEmpty)
    #expect(index.nodes(from: .integer(9), inclusive: true, to: .integer(1), inclusive: true).isEmpty)
  }

  @Test func `a thousand nodes share a value, and a thousand values come and go`() {
    let index = fill([Value](repeating: .string("same"), count: 1_000))
    #expect(index.nodes(equalTo: .string("same")) == Array(0..<1_000) && index.distinctCount == 1)
    _ = index.nodes(from: .string(""), inclusive: true, to: nil, inclusive: true)
    for round in 0..<5 {
      for node in 0..<1_000 {
        graph.set(key, of: NodeID(UInt32(node)), to: .integer(Int64(round * 1_000 + node)))
      }
      let found = index.nodes(from: .integer(0), inclusive: true, to: nil, inclusive: true)
      #expect(found == Array(0..<1_000) && index.distinctCount == 1_000)
    }
    graph.checkInvariants()
  }

  @Test func `an index comes, goes and returns with the transaction, with what it holds`() {
    _ = fill([.integer(1)])
    let mark = graph.mark
    #expect(graph.dropIndex(name: "L_k") && graph.index(label: label, key: key) == nil)
    #expect(!graph.dropIndex(name: "L_k"))
    graph.createNode(labels: [label], properties: [(key, .integer(1))])
    graph.rollback(to: mark)
    #expect(graph.index(label: label, key: key)?.nodes(equalTo: .integer(1)) == [0])
    #expect(graph.createIndex(name: "other", label: label, key: key, isUnique: true) == nil)
    let other = graph.intern(key: "other")
    #expect(graph.createIndex(name: "L_k", label: label, key: other, isUnique: true) == nil)
    graph.rollback()
    #expect(graph.indexes.isEmpty && graph.nodeCount == 0)
  }

  @Test func `without an index the number of distinct values is estimated`() {
    let (id, kind) = (graph.intern(key: "id"), graph.intern(key: "kind"))
    #expect(graph.distinctCount(label: label, key: id) == nil)
    for number in 0..<5_000 {
      graph.createNode(
        labels: [label], properties: [(id, .integer(Int64(number))), (kind, .integer(Int64(number % 7)))])
    }
    #expect(graph.distinctCount(label: label, key: id) == 5_000)
    #expect(graph.distinctCount(label: label, key: kind) == 7)
  }
}
