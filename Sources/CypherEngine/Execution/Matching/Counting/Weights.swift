import CypherSyntax
import PropertyGraph

extension Batch {
  /// How many equal rows each row stands for; nil where each stands for itself.
  func weights(in slot: Slot) -> [Int64]? {
    switch columns[slot] {
    case .integers(let weights, _)?: weights
    case .constant(.integer(let weight), let count)?: Array(repeating: weight, count: count)
    default: nil
    }
  }

  /// The rows that stand for more than none, each for so many times as many as before.
  ///
  /// - Throws: where a row would stand for more than 64 bits hold.
  func multiplied(by factors: [Int64], in slot: Slot, keeping slots: SlotSet) throws(CypherError) -> Batch? {
    let before = weights(in: slot)
    var rows: [Int32] = []
    var weights: [Int64] = []
    for (row, factor) in factors.enumerated() where factor > 0 {
      let (weight, overflow) = (before?[row] ?? 1).multipliedReportingOverflow(by: factor)
      if overflow { throw CypherError.countOverflow }
      rows.append(Int32(truncatingIfNeeded: row))
      weights.append(weight)
    }
    if rows.isEmpty { return nil }
    var result = extended(rows, keeping: slots)
    result.columns[slot] = .integers(weights, nulls: nil)
    return result
  }
}

extension CypherError {
  /// There are more rows than 64 bits can count.
  static var countOverflow: CypherError {
    CypherError(.arithmeticError, .runtime, "IntegerOverflow", "there are too many rows to count")
  }
}
