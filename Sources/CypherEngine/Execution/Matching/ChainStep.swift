import CypherSyntax
import PropertyGraph

/// What must hold of every relationship of a chain.
struct ElementTests: Sendable {
  /// Where a relationship is held meanwhile.
  let slot: Slot
  let tests: [Evaluation]

  /// The slots that are read, that of the relationship not among them.
  var reads: SlotSet {
    var slots = SlotSet()
    for test in tests { slots.formUnion(test.slots) }
    slots.remove(slot)
    return slots
  }
}

/// The relationships that a chain may go on with from a node.
struct ChainStep {
  let lanes: [Lane]
  private let tests: ElementTests
  /// The row of the batch that is being followed.
  private var row: Batch?

  init(_ traversal: Traversal, _ tests: ElementTests, _ graph: Graph) {
    lanes = traversal.lanes(graph)
    self.tests = tests
  }

  /// Sets the row whose values the tests may read.
  mutating func start(_ batch: Batch, row: Int) {
    if !tests.tests.isEmpty {
      self.row = batch.gathered([Int32(truncatingIfNeeded: row)], keeping: tests.reads)
    }
  }

  /// Appends the neighbours of a node and the relationships to them that pass the tests.
  func append(
    from node: UInt32, _ nodes: inout [UInt32], _ relationships: inout [UInt32], _ context: ExecutionContext
  ) throws(CypherError) {
    let before = nodes.count
    for lane in lanes {
      let neighbours = lane.view.neighbours(of: node)
      let links = lane.view.relationships(of: node)
      if lane.skipsLoops {
        for index in neighbours.indices where neighbours[index] != node {
          nodes.append(neighbours[index])
          relationships.append(links[index])
        }
      } else {
        nodes.append(contentsOf: neighbours)
        relationships.append(contentsOf: links)
      }
    }
    if row != nil { try sift(from: before, &nodes, &relationships, context) }
  }

  private func sift(
    from start: Int, _ nodes: inout [UInt32], _ relationships: inout [UInt32], _ context: ExecutionContext
  ) throws(CypherError) {
    guard let row, nodes.count > start else { return }
    let count = nodes.count - start
    var batch = count == 1 ? row : row.repeated(row: 0, count: count, keeping: tests.reads)
    batch.columns[tests.slot] = .relationships(Array(relationships[start...]))
    guard let held = try tests.tests.holding(batch, context) else { return }
    var kept = start
    for index in held {
      nodes[kept] = nodes[start + Int(index)]
      relationships[kept] = relationships[start + Int(index)]
      kept += 1
    }
    nodes.removeSubrange(kept...)
    relationships.removeSubrange(kept...)
  }
}
