import CypherSyntax
import PropertyGraph

/// CASE: the value of the first branch that holds; no other branch is evaluated.
final class CaseNode: EvaluationNode {
  struct Branch: Sendable {
    let when: Evaluation
    let then: Evaluation
  }

  /// The subject and the slot in which the conditions find it.
  private let subject: (value: Evaluation, slot: Slot)?
  private let branches: [Branch]
  private let otherwise: Evaluation?
  /// The slots that the conditions and values read.
  private let slots: SlotSet
  let span: Span

  init(
    subject: (value: Evaluation, slot: Slot)?, _ branches: [Branch], otherwise: Evaluation?,
    _ span: Span
  ) {
    self.subject = subject
    self.branches = branches
    self.otherwise = otherwise
    self.span = span
    var slots = otherwise?.slots ?? SlotSet()
    for branch in branches {
      slots.formUnion(branch.when.slots)
      slots.formUnion(branch.then.slots)
    }
    self.slots = slots
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    var batch = batch
    var row = row
    if let subject {
      let value = try subject.value.value(batch, row: row, context)
      batch = batch.repeated(row: row, count: 1, keeping: slots)
      batch.columns[subject.slot] = .constant(value, count: 1)
      row = 0
    }
    for branch in branches where try branch.when.root.truth(batch, row, context) == true {
      return try branch.then.value(batch, row: row, context)
    }
    return try otherwise?.value(batch, row: row, context) ?? .null
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    var rest = batch
    if let subject { rest.columns[subject.slot] = try subject.value.root.vector(batch, context) }
    var result: [Value] = Array(repeating: .null, count: batch.count)
    /// The rows of the batch that the rest consists of.
    var rows = (0..<batch.count).map { Int32(truncatingIfNeeded: $0) }
    for branch in branches {
      if rows.isEmpty { break }
      let truths = try Truths(try branch.when.root.vector(rest, context), branch.when.root.span)
      let open = truths.rows(except: 1)
      if open.count == rows.count { continue }
      let held = truths.heldRows
      let taken = held.map { rest.gathered($0, keeping: branch.then.slots) } ?? rest
      let vector = try branch.then.root.vector(taken, context)
      for index in 0..<taken.count {
        result[Int(rows[held.map { Int($0[index]) } ?? index])] = vector.value(at: index)
      }
      rest = rest.gathered(open, keeping: slots)
      rows = open.map { rows[Int($0)] }
    }
    if let otherwise, !rows.isEmpty {
      let vector = try otherwise.root.vector(rest, context)
      for (index, row) in rows.enumerated() { result[Int(row)] = vector.value(at: index) }
    }
    var builder = VectorBuilder(capacity: result.count)
    for value in result { builder.append(value) }
    return builder.vector
  }
}
