import CypherSyntax
import PropertyGraph

/// A pattern inside an expression: a sub-plan that takes a whole batch at once.
///
/// Each outer row brings its number along in a hidden slot, by which matches find their way back.
struct AppliedPattern: Sendable {
  let plan: AppliedPlan
  /// The slots that the pattern reads of the outer row.
  let arguments: SlotSet
  /// The hidden slot.
  let numberSlot: Slot

  /// Starts the sub-plan with every row of a batch.
  func start(_ batch: Batch, _ context: ExecutionContext) -> AppliedOperator {
    let numbers = (0..<batch.count).map { Int64(truncatingIfNeeded: $0) }
    var outer = batch
    outer.keep(arguments)
    outer.columns[numberSlot] = .integers(numbers, nulls: nil)
    return start(outer: outer, context)
  }

  /// Starts the sub-plan with one row of a batch.
  func start(_ batch: Batch, row: Int, _ context: ExecutionContext) -> AppliedOperator {
    var outer = batch.repeated(row: row, count: 1, keeping: arguments)
    outer.columns[numberSlot] = .integers([0], nulls: nil)
    return start(outer: outer, context)
  }

  private func start(outer: Batch, _ context: ExecutionContext) -> AppliedOperator {
    let operators = context.operators(for: plan)
    operators.start(outer)
    return operators
  }

  /// The numbers of the outer rows that the rows of a result belong to.
  func numbers(_ result: Batch) -> [Int] {
    if case .integers(let numbers, _) = result.columns[numberSlot] {
      return numbers.map { Int(truncatingIfNeeded: $0) }
    }
    return (0..<result.count).map { row in
      if case .integer(let number) = result.value(numberSlot, row) {
        Int(truncatingIfNeeded: number)
      } else {
        0
      }
    }
  }
}

/// Whether a pattern has a match.
final class ExistsNode: EvaluationNode {
  private let pattern: AppliedPattern
  let span: Span

  init(_ pattern: AppliedPattern, _ span: Span) {
    self.pattern = pattern
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    .boolean(try pattern.start(batch, row: row, context).next(context) != nil)
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    var bytes = Array(repeating: 0 as UInt8, count: batch.count)
    let matches = pattern.start(batch, context)
    var seen = 0
    while let result = try matches.next(context) {
      for number in pattern.numbers(result) { bytes[number] = 1 }
      try context.limits.check()
      seen += result.count
      // Rows with very many matches: the others are asked one by one, each up to its first match.
      if seen > 16 * batch.count + Batch.maximumCount { break }
    }
    if seen > 16 * batch.count + Batch.maximumCount {
      for row in bytes.indices where bytes[row] == 0 {
        if case .boolean(true) = try value(batch, row, context) { bytes[row] = 1 }
      }
    }
    return .booleans(bytes)
  }
}

/// The number of matches of a pattern.
final class CountNode: EvaluationNode {
  private let pattern: AppliedPattern
  let span: Span

  init(_ pattern: AppliedPattern, _ span: Span) {
    self.pattern = pattern
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    let matches = pattern.start(batch, row: row, context)
    var count = 0
    while let result = try matches.next(context) {
      count += result.count
      try context.limits.check()
    }
    return .integer(Int64(count))
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    var counts = Array(repeating: 0 as Int64, count: batch.count)
    let matches = pattern.start(batch, context)
    while let result = try matches.next(context) {
      for number in pattern.numbers(result) { counts[number] += 1 }
      try context.limits.check()
    }
    return .integers(counts, nulls: nil)
  }
}

/// `[pattern WHERE predicate | projection]`, or COLLECT: a list with a value for each match.
final class CollectNode: EvaluationNode {
  private let pattern: AppliedPattern
  private let projection: Evaluation
  let span: Span

  init(_ pattern: AppliedPattern, _ projection: Evaluation, _ span: Span) {
    self.pattern = pattern
    self.projection = projection
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    let matches = pattern.start(batch, row: row, context)
    var values: [Value] = []
    while let result = try matches.next(context) {
      let before = context.limits.madeBytes
      let column = try projection.vector(result, context)
      try context.limits.keep(column, madeSince: before)
      values += column.all
      try context.limits.check()
    }
    return .list(values)
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    var lists: [[Value]] = Array(repeating: [], count: batch.count)
    let matches = pattern.start(batch, context)
    while let result = try matches.next(context) {
      let before = context.limits.madeBytes
      let column = try projection.vector(result, context)
      try context.limits.keep(column, madeSince: before)
      for (row, number) in pattern.numbers(result).enumerated() {
        lists[number].append(column.value(at: row))
      }
      try context.limits.check()
    }
    return .values(lists.map { .list($0) })
  }
}
