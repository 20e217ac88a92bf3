import CypherSyntax
import PropertyGraph

/// Finds the relationships between two known nodes.
struct ExpandIntoPlan: Plan {
  let input: any Plan
  let from: Slot
  let to: Slot
  let traversal: Traversal
  /// Where the relationship is held, where somebody reads it.
  let relationship: Slot?
  let used: UsedRelationships
  /// The slots that are carried on, the new one not among them.
  let keeping: SlotSet
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [input] }
  var name: String { "ExpandInto" }
  var sharesWork: Bool { inputsShareWork }
  var isReusable: Bool { inputsAreReusable }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    ExpandIntoOperator(self, inputs[0])
  }
}

private final class ExpandIntoOperator: Operator {
  private let plan: ExpandIntoPlan
  private let input: Operator
  private var batch: Batch?
  private var row = 0

  init(_ plan: ExpandIntoPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if batch == nil || row == batch?.count {
        batch = try input.next(context)
        row = 0
      }
      guard let batch else { return nil }
      try context.check()
      let made = try fill(batch, context.graph)
      if made.count > 0 {
        return made.batch(of: batch, keeping: plan.keeping, node: nil, relationship: plan.relationship)
      }
    }
  }

  override func reset() {
    batch = nil
    input.reset()
  }

  private func fill(_ batch: Batch, _ graph: Graph) throws(CypherError) -> Expansion {
    var made = Expansion()
    let lanes = plan.traversal.lanes(graph)
    let from = try batch.nodes(plan.from)
    let to = try batch.nodes(plan.to)
    let used = try plan.used.read(batch)
    while row < batch.count && made.count < Batch.usualCount * 2 {
      if from[row] != .max && to[row] != .max {
        for lane in lanes where !(lane.skipsLoops && from[row] == to[row]) {
          for relationship in lane.relationships(from[row], to[row])
          where !used.contains(relationship, row: row) {
            made.append(row: row, node: to[row], relationship: relationship)
          }
        }
      }
      row += 1
    }
    return made
  }
}

extension Lane {
  /// The relationships from one node to another, looked up where fewer lie.
  func relationships(_ from: UInt32, _ to: UInt32) -> Slice<UnsafeBufferPointer<UInt32>> {
    let isForward = view.degree(from) <= reverse.degree(to)
    let side = isForward ? view : reverse
    let (node, other) = isForward ? (from, to) : (to, from)
    return side.relationships(of: node)[side.neighbours(of: node).range(of: other)]
  }
}

extension UnsafeBufferPointer<UInt32> {
  /// Where an element stands, in an ascending run.
  func range(of element: UInt32) -> Range<Int> {
    let first = firstPosition(of: element)
    var end = first
    while end < count && self[end] == element { end += 1 }
    return first..<end
  }

  /// The position of the first element that is not less than one, in an ascending run.
  ///
  /// - Complexity: O(log n) in the distance from `start`.
  func firstPosition(of element: UInt32, from start: Int = 0) -> Int {
    var low = start
    var step = 1
    while low + step <= count && self[low + step - 1] < element {
      low += step
      step *= 2
    }
    var high = Swift.min(low + step - 1, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
