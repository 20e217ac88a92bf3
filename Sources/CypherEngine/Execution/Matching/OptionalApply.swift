import CypherSyntax
import PropertyGraph

/// Runs a sub-plan over the rows of an input; a row for which it gives nothing is kept once, the new slots null.
struct OptionalApplyPlan: Plan {
  let input: any Plan
  /// Gives its rows in the order of those that it was given.
  let applied: any Plan
  let argument: ArgumentPlan
  /// Where the number of the outer row is held inside.
  let rowSlot: Slot
  /// The outer slots that are read inside.
  let arguments: SlotSet
  /// The outer slots that are carried on.
  let keeping: SlotSet
  /// The slots that are filled inside and read afterwards.
  let introduced: SlotSet

  var inputs: [any Plan] { [input, applied] }
  var estimatedRows: Double { max(input.estimatedRows, applied.estimatedRows) }
  var name: String { "OptionalApply" }
  var details: String { "" }
  var sharesWork: Bool { inputsShareWork }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    OptionalApplyOperator(
      self, inputs[0], AppliedOperator(root: inputs[1], arguments: builder.arguments(of: argument)))
  }
}

private final class OptionalApplyOperator: Operator {
  private let plan: OptionalApplyPlan
  private let input: Operator
  private let applied: AppliedOperator
  private var batch: Batch?
  /// The first outer row that has not been given yet.
  private var row = 0

  init(_ plan: OptionalApplyPlan, _ input: Operator, _ applied: AppliedOperator) {
    self.plan = plan
    self.input = input
    self.applied = applied
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if batch == nil {
        guard let next = try input.next(context) else { return nil }
        batch = next
        row = 0
        applied.start(next.numbered(in: plan.rowSlot, keeping: plan.arguments))
      }
      guard let batch else { return nil }
      try context.check()
      let inner = try applied.next(context)
      let made = rows(inner, of: batch)
      if inner == nil { self.batch = nil }
      if !made.outer.isEmpty { return combine(batch, inner, made) }
    }
  }

  override func reset() {
    batch = nil
    input.reset()
  }

  /// Which outer and inner rows stand side by side; -1 where there is no inner one.
  private func rows(_ inner: Batch?, of batch: Batch) -> (outer: [Int32], inner: [Int32]) {
    var outer: [Int32] = []
    var found: [Int32] = []
    func addUnmatched(before end: Int) {
      while row < end {
        outer.append(Int32(truncatingIfNeeded: row))
        found.append(-1)
        row += 1
      }
    }
    guard let inner else {
      addUnmatched(before: batch.count)
      return (outer, found)
    }
    for (index, number) in inner.rowNumbers(in: plan.rowSlot).enumerated() {
      addUnmatched(before: number)
      row = number + 1
      outer.append(Int32(truncatingIfNeeded: number))
      found.append(Int32(truncatingIfNeeded: index))
    }
    return (outer, found)
  }

  private func combine(_ batch: Batch, _ inner: Batch?, _ rows: (outer: [Int32], inner: [Int32])) -> Batch {
    var result = batch.extended(rows.outer, keeping: plan.keeping)
    for slot in plan.introduced.slots where slot < result.columns.count {
      result.columns[slot] = inner?.columns[slot]?.gatheredOrNull(rows.inner)
    }
    return result
  }
}

extension Batch {
  /// The same rows with their numbers in a slot, and of the other slots only those in a set.
  func numbered(in slot: Slot, keeping slots: SlotSet) -> Batch {
    var result = self
    result.keep(slots)
    result.columns[slot] = .integers((0..<count).map { Int64($0) }, nulls: nil)
    return result
  }

  /// The numbers that `numbered` gave to the rows that these were made of.
  func rowNumbers(in slot: Slot) -> [Int] {
    switch columns[slot] {
    case .integers(let numbers, _)?: return numbers.map { Int($0) }
    case .constant(.integer(let number), let count)?: return Array(repeating: Int(number), count: count)
    case let column?:
      return (0..<count).map { row in
        if case .integer(let number) = column.value(at: row) { Int(number) } else { 0 }
      }
    case nil: return Array(repeating: 0, count: count)
    }
  }
}

extension Vector {
  /// The rows named, null for each -1.
  func gatheredOrNull(_ rows: [Int32]) -> Vector {
    guard rows.contains(-1) else { return gathered(rows) }
    switch self {
    case .nodes(let ids): return .nodes(rows.map { $0 < 0 ? .max : ids[Int($0)] })
    case .relationships(let ids): return .relationships(rows.map { $0 < 0 ? .max : ids[Int($0)] })
    default: return .values(rows.map { $0 < 0 ? .null : value(at: Int($0)) })
    }
  }
}
