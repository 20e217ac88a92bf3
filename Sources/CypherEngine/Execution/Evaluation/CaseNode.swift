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
    var parts = VectorParts(count: batch.count)
    /// The rows of the batch that the rest consists of; nil: all.
    var rows: [Int32]?
    func values(_ value: Evaluation?, _ taken: Batch) throws(CypherError) -> Vector {
      try value?.root.vector(taken, context) ?? .constant(.null, count: taken.count)
    }
    func ended(by value: Evaluation?) throws(CypherError) -> Vector {
      let last = try values(value, rest)
      guard let rows else { return last }
      parts.add(last, at: rows)
      return parts.vector
    }
    for branch in branches {
      let truths = try Truths(try branch.when.root.vector(rest, context), branch.when.root.span)
      guard let held = truths.heldRows else { return try ended(by: branch.then) }
      if held.isEmpty { continue }
      parts.add(
        try values(branch.then, rest.gathered(held, keeping: branch.then.slots)),
        at: Self.rows(held, of: rows))
      let open = truths.rows(except: 1)
      rest = rest.gathered(open, keeping: slots)
      rows = Self.rows(open, of: rows)
    }
    return try ended(by: otherwise)
  }

  private static func rows(_ picked: [Int32], of rows: [Int32]?) -> [Int32] {
    guard let rows else { return picked }
    return picked.map { rows[Int($0)] }
  }
}
