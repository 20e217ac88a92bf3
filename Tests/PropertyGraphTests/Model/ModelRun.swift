@testable import PropertyGraph
import Testing

/// Does the same random operations on a graph and on a naive one, and compares them now and then.
struct ModelRun {
  let graph = Graph()
  var naive = NaiveGraph()
  var random: SeededGenerator
  let nodeAim: Int
  let linksPerNode: Int
  let checkEvery: Int
  /// How many operations a transaction has, about.
  let transactionLength: Int
  let labels: [LabelID]
  let types: [TypeID]
  let keys: [KeyID]

  /// The state after each sequence number.
  var states: [NaiveGraph] = [NaiveGraph()]
  /// What undo and redo are expected to lead to.
  var undoable: [NaiveGraph] = []
  var redoable: [NaiveGraph] = []
  /// Marks of the open transaction and the states at them.
  var marks: [(mark: ChangeMark, state: NaiveGraph)] = []
  /// Nodes and relationships in an order that the seed alone decides.
  var liveNodes: [NodeID] = []
  var liveLinks: [RelationshipID] = []

  init(
    seed: UInt64, nodeAim: Int, labelCount: Int, linksPerNode: Int = 2, checkEvery: Int,
    transactionLength: Int = 30, imageSpacing: Int = 3
  ) {
    self.transactionLength = transactionLength
    random = SeededGenerator(seed: seed)
    self.nodeAim = nodeAim
    self.linksPerNode = linksPerNode
    self.checkEvery = checkEvery
    let graph = graph
    graph.images.spacing = imageSpacing
    labels = (0..<labelCount).map { graph.intern(label: "L\($0)") }
    types = (0..<3).map { graph.intern(type: "T\($0)") }
    keys = SampleValues.byKey.indices.map { graph.intern(key: "k\($0)") }
  }

  mutating func perform(operations: Int) {
    for operation in 0..<operations {
      if graph.isInTransaction { stepInside() } else { stepOutside() }
      if operation % checkEvery == checkEvery - 1 { check() }
    }
    if graph.isInTransaction { commit() }
    check()
  }

  private mutating func stepOutside() {
    switch random.below(10) {
    case 0: undo()
    case 1: redo()
    default:
      graph.begin(statement: "statement")
      marks = [(graph.savepoint(), naive)]
    }
  }

  private mutating func stepInside() {
    if random.below(transactionLength) == 0 { return commit() }
    switch random.below(transactionLength * 3) {
    case 0: rollback()
    case 1: marks.append((random.chance(50) ? graph.savepoint() : graph.mark, naive))
    case 2: rollbackToMark()
    case 3, 4: changeIndexes()
    case 5: checkSideEffects()
    default: change()
    }
  }

  private mutating func commit() {
    let before = marks[0].state
    let hasChanges = !graph.changes(since: marks[0].mark).isEmpty
    let transaction = graph.commit()
    #expect((transaction != nil) == hasChanges)
    if transaction == nil { return }
    undoable.append(before)
    redoable = []
    states.append(naive)
    #expect(graph.sequence == states.count - 1)
  }

  private mutating func rollback() {
    graph.rollback()
    restore(marks[0].state)
  }

  private mutating func rollbackToMark() {
    let chosen = random.below(marks.count)
    graph.rollback(to: marks[chosen].mark)
    restore(marks[chosen].state)
    marks.removeLast(marks.count - chosen - 1)
  }

  private mutating func undo() {
    let undone = graph.undo()
    #expect((undone != nil) == !undoable.isEmpty)
    guard let before = undoable.popLast() else { return }
    redoable.append(naive)
    restore(before)
    states.append(naive)
  }

  private mutating func redo() {
    let redone = graph.redo()
    #expect((redone != nil) == !redoable.isEmpty)
    guard let after = redoable.popLast() else { return }
    undoable.append(naive)
    restore(after)
    states.append(naive)
  }

  private mutating func checkSideEffects() {
    let (mark, state) = marks[random.below(marks.count)]
    #expect(graph.sideEffects(since: mark) == naive.sideEffects(since: state))
  }

  private mutating func check() {
    GraphComparison(graph: graph, naive: naive, labels: labels, types: types, keys: keys).check()
    let (from, to) = (random.below(states.count), random.below(states.count))
    #expect(
      NaiveDiff.lines(graph.netChanges(from: from, to: to))
        == NaiveDiff.lines(from: states[from], to: states[to]))
  }

  private mutating func restore(_ state: NaiveGraph) {
    naive = state
    liveNodes = naive.nodes.keys.sorted()
    liveLinks = naive.relationships.keys.sorted()
  }
}
