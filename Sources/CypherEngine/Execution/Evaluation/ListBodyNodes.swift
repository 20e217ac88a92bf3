import CypherSyntax
import PropertyGraph

/// `all(x IN list WHERE predicate)`, `any`, `none` and `single`.
final class QuantifierNode: EvaluationNode {
  private let quantifier: Quantifier
  private let list: ElementSource
  private let slot: Slot
  private let predicate: Evaluation
  let span: Span

  init(
    _ quantifier: Quantifier, _ list: ElementSource, slot: Slot, _ predicate: Evaluation, _ span: Span
  ) {
    self.quantifier = quantifier
    self.list = list
    self.slot = slot
    self.predicate = predicate
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    guard let elements = try list.elements(batch, row, context) else { return .null }
    var tally = (holding: 0, failing: 0, unknown: 0)
    var part = elements.part(from: 0)
    while !part.isEmpty {
      defer { part = elements.part(from: part.upperBound) }
      var inner = batch.repeated(row: row, count: part.count, keeping: predicate.slots)
      inner.columns[slot] = elements.vector(part)
      let truths = try Truths(try predicate.vector(inner, context), predicate.root.span)
      for byte in truths.bytes {
        switch byte {
        case 0: tally.failing += 1
        case 1: tally.holding += 1
        default: tally.unknown += 1
        }
      }
      // Long lists are not walked to the end where the answer is known.
      if isDecided(tally) { break }
      try context.check()
    }
    return Value(truth: answer(tally))
  }

  private func isDecided(_ tally: (holding: Int, failing: Int, unknown: Int)) -> Bool {
    switch quantifier {
    case .all: tally.failing > 0
    case .any, .none: tally.holding > 0
    case .single: tally.holding > 1
    }
  }

  private func answer(_ tally: (holding: Int, failing: Int, unknown: Int)) -> Bool? {
    switch quantifier {
    case .all: tally.failing > 0 ? false : tally.unknown > 0 ? nil : true
    case .any: tally.holding > 0 ? true : tally.unknown > 0 ? nil : false
    case .none: tally.holding > 0 ? false : tally.unknown > 0 ? nil : true
    case .single: tally.holding > 1 ? false : tally.unknown > 0 ? nil : tally.holding == 1
    }
  }
}

/// `[x IN list WHERE predicate | projection]`.
final class ListComprehensionNode: EvaluationNode {
  private let list: ElementSource
  private let slot: Slot
  private let predicate: Evaluation?
  private let projection: Evaluation?
  private let slots: SlotSet
  let span: Span

  init(
    _ list: ElementSource, slot: Slot, predicate: Evaluation?, projection: Evaluation?, _ span: Span
  ) {
    self.list = list
    self.slot = slot
    self.predicate = predicate
    self.projection = projection
    self.span = span
    var slots = SlotSet([slot])
    if let predicate { slots.formUnion(predicate.slots) }
    if let projection { slots.formUnion(projection.slots) }
    self.slots = slots
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    guard let elements = try list.elements(batch, row, context) else { return .null }
    var result: [Value] = []
    var part = elements.part(from: 0)
    while !part.isEmpty {
      defer { part = elements.part(from: part.upperBound) }
      try context.check()
      var inner = batch.repeated(row: row, count: part.count, keeping: slots)
      inner.columns[slot] = elements.vector(part)
      if let rows = try predicate?.holding(inner, context) {
        if rows.isEmpty { continue }
        inner = inner.gathered(rows, keeping: slots)
      }
      let column = try projection?.vector(inner, context) ?? inner.column(slot)
      result += column.all
    }
    return .list(result)
  }
}

/// `reduce(accumulator = initial, x IN list | step)`.
final class ReduceNode: EvaluationNode {
  private let accumulator: Slot
  private let initial: any EvaluationNode
  private let list: ElementSource
  private let slot: Slot
  private let step: Evaluation
  let span: Span

  init(
    accumulator: Slot, initial: any EvaluationNode, _ list: ElementSource, slot: Slot,
    step: Evaluation, _ span: Span
  ) {
    self.accumulator = accumulator
    self.initial = initial
    self.list = list
    self.slot = slot
    self.step = step
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    var total = try initial.value(batch, row, context)
    guard let elements = try list.elements(batch, row, context) else { return .null }
    var inner = batch.repeated(row: row, count: 1, keeping: step.slots)
    var part = elements.part(from: 0)
    while !part.isEmpty {
      defer { part = elements.part(from: part.upperBound) }
      for index in part {
        inner.columns[accumulator] = .constant(total, count: 1)
        inner.columns[slot] = .constant(elements[index], count: 1)
        total = try step.value(inner, row: 0, context)
      }
      try context.check()
    }
    return total
  }
}
