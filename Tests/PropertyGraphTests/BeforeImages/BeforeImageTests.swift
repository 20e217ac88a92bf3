import Testing

@testable import PropertyGraph

/// That what comes back is right under any changes is shown by `ModelTests`.
struct BeforeImageTests {
  private let graph = Graph()
  private let label: LabelID
  private let key: KeyID

  init() {
    label = graph.intern(label: "Клиент")
    key = graph.intern(key: "имя")
    graph.images.spacing = 10
    graph.begin(statement: "clients")
    for number in 0..<Int64(50) { graph.createNode(labels: [label], properties: [(key, .integer(number))]) }
    graph.commit()
  }

  private func rename(_ count: Int, to value: Int64) {
    for number in 0..<count {
      graph.set(key, of: NodeID(UInt32(number)), to: .integer(value + Int64(number)))
    }
  }

  private func isUntouched(_ range: Range<UInt32>) -> Bool {
    range.allSatisfy { graph.value(key, of: NodeID($0)).isIdentical(to: .integer(Int64($0))) }
  }

  @Test func `nothing is copied for few changes, nor where nobody set a savepoint`() {
    graph.begin(statement: "many")
    rename(50, to: 100)
    #expect(graph.bytesOfImages == 0)
    graph.rollback()
    #expect(isUntouched(0..<50))
    graph.begin(statement: "few")
    _ = graph.savepoint()
    rename(10, to: 100)
    #expect(graph.bytesOfImages == 0)
    graph.rollback()
    #expect(isUntouched(0..<50))
  }

  @Test func `what is copied is given up when the transaction ends, either way`() {
    for commits in [false, true] {
      graph.begin(statement: "many")
      _ = graph.savepoint()
      rename(11, to: 100)
      #expect(graph.bytesOfImages > 0)
      if commits { graph.commit() } else { graph.rollback() }
      #expect(graph.bytesOfImages == 0 && graph.nodes.images.isEmpty && graph.relationships.images.isEmpty)
      #expect(isUntouched(11..<50) && isUntouched(0..<11) != commits)
    }
  }

  @Test func `a transaction of many savepoints has two images at most, and goes back to each of them`() {
    graph.begin(statement: "many statements")
    var marks: [ChangeMark] = []
    for statement in 1...6 {
      marks.append(graph.savepoint())
      rename(50, to: Int64(statement) * 1000)
      #expect(graph.nodes.images.count == min(statement, 2))
    }
    for statement in (1...6).reversed() {
      graph.rollback(to: marks[statement - 1])
      let before = Int64(statement - 1) * 1000
      #expect(graph.value(key, of: NodeID(49)).isIdentical(to: .integer(before + 49)), "\(statement)")
      graph.checkInvariants()
    }
    graph.rollback()
    #expect(isUntouched(0..<50) && graph.count(label: label) == 50)
  }
}
