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
    let before = context.limits.madeBytes
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
      context.limits.letGo(.max, since: before)
      try context.limits.check()
    }
    return Value(truth: answer(tally))
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    var tallies = Array(repeating: (holding: 0, failing: 0, unknown: 0), count: batch.count)
    let rows = try ElementRows(list, of: batch, in: slot, keeping: predicate.slots, context) {
      (inner, origins) throws(CypherError) in
      let before = context.limits.madeBytes
      let truths = try Truths(try predicate.vector(inner, context), predicate.root.span)
      context.limits.letGo(.max, since: before)
      for (byte, origin) in zip(truths.bytes, origins) {
        switch byte {
        case 0: tallies[Int(origin)].failing += 1
        case 1: tallies[Int(origin)].holding += 1
        default: tallies[Int(origin)].unknown += 1
        }
      }
    }
    var values = tallies.map { Value(truth: answer($0)) }
    for row in rows.nulls { values[row] = .null }
    for row in rows.long { values[row] = try value(batch, row, context) }
    return .values(values)
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
    let result = GrowingList()
    var part = elements.part(from: 0)
    while !part.isEmpty {
      defer { part = elements.part(from: part.upperBound) }
      try context.limits.check()
      let before = context.limits.madeBytes
      var inner = batch.repeated(row: row, count: part.count, keeping: slots)
      inner.columns[slot] = elements.vector(part)
      if let rows = try predicate?.holding(inner, context) {
        if rows.isEmpty { continue }
        inner = inner.gathered(rows, keeping: slots)
      }
      let column = try projection?.vector(inner, context) ?? inner.column(slot)
      try context.limits.keep(column, madeSince: before)
      result.append(contentsOf: column.all)
    }
    return .list(try result.takeAll { () throws(CypherError) in try context.limits.check() })
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    var lists: [[Value]] = Array(repeating: [], count: batch.count)
    let rows = try ElementRows(list, of: batch, in: slot, keeping: slots, context) {
      (inner, origins) throws(CypherError) in
      var (inner, origins) = (inner, origins)
      let before = context.limits.madeBytes
      if let held = try predicate?.holding(inner, context) {
        if held.isEmpty { return }
        inner = inner.gathered(held, keeping: slots)
        origins = held.map { origins[Int($0)] }
      }
      let column = try projection?.vector(inner, context) ?? inner.column(slot)
      try context.limits.keep(column, madeSince: before)
      for (index, origin) in origins.enumerated() { lists[Int(origin)].append(column.value(at: index)) }
    }
    var values = lists.map { Value.list($0) }
    for row in rows.nulls { values[row] = .null }
    for row in rows.long { values[row] = try value(batch, row, context) }
    return .values(values)
  }
}

extension LimitTracker {
  /// Counts a column that goes into a list; what was made on the way to flat values is free again.
  func keep(_ column: Vector, madeSince before: Int) throws(CypherError) {
    if case .values = column {} else { letGo(.max, since: before) }
    try make(bytes: column.count * MemoryLayout<Value>.stride)
  }
}

/// `reduce(accumulator = initial, x IN list | step)`; with `nests` a step may put the value so far into another one.
final class ReduceNode: EvaluationNode {
  private let accumulator: Slot
  private let initial: any EvaluationNode
  private let list: ElementSource
  private let slot: Slot
  private let step: Evaluation
  private let nests: Bool
  let span: Span

  init(
    accumulator: Slot, initial: any EvaluationNode, _ list: ElementSource, slot: Slot,
    step: Evaluation, nests: Bool, _ span: Span
  ) {
    self.nests = nests
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
        let (before, old) = (context.limits.madeBytes, total.ownBytes)
        total = try step.value(inner, row: 0, context)
        context.limits.letGo(old, since: before)
        if nests { try NestedSize.check(total, at: span) }
      }
      try context.limits.check()
    }
    return total
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    var totals: [Value] = []
    var lists: [(row: Int32, elements: Elements)] = []
    for row in 0..<batch.count {
      let elements = try list.elements(batch, row, context)
      totals.append(elements == nil ? .null : try initial.value(batch, row, context))
      if let elements { lists.append((Int32(truncatingIfNeeded: row), elements)) }
    }
    // Each round takes one element of every list that has one left.
    var round = 0
    while true {
      lists.removeAll { $0.elements.count <= round }
      if lists.isEmpty { return .values(totals) }
      try context.limits.check()
      let made = context.limits.madeBytes
      var old = 0
      var inner = batch.gathered(lists.map(\.row), keeping: step.slots)
      var (before, elements) = (VectorBuilder(capacity: lists.count), VectorBuilder(capacity: lists.count))
      for entry in lists {
        before.append(totals[Int(entry.row)])
        old &+= totals[Int(entry.row)].ownBytes
        elements.append(entry.elements[round])
      }
      inner.columns[accumulator] = before.vector
      inner.columns[slot] = elements.vector
      let after = try step.vector(inner, context)
      context.limits.letGo(old, since: made)
      for (index, entry) in lists.enumerated() {
        totals[Int(entry.row)] = after.value(at: index)
        if nests { try NestedSize.check(totals[Int(entry.row)], at: span) }
      }
      round += 1
    }
  }
}
