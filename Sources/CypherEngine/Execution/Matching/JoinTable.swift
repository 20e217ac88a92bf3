import CypherSyntax
import PropertyGraph

/// Rows that are held, found by their keys.
struct JoinTable {
  /// All rows.
  let rows: Batch
  private var numbers: GroupTable
  /// Where the rows of each group begin in `order`, and where the last ones end.
  private let starts: [Int]
  /// The rows, those of a group together and in the order in which they came.
  private let order: [Int32]
  private let held: RowHold

  /// No row has it: null and NaN equal nothing.
  private static let none = UInt32.max

  /// The group of each row of other keys, `none` for those that equal no row's.
  mutating func groups(of keys: [Vector], count: Int, _ context: ExecutionContext) -> [UInt32] {
    numbers.joining(keys, count, context)
  }

  /// The rows of a group, in order.
  func rows(of group: UInt32) -> ArraySlice<Int32> {
    // Keys that came after the table was made have groups of their own.
    guard Int(group) < starts.count - 1 else { return [] }
    return order[starts[Int(group)]..<starts[Int(group) + 1]]
  }

  /// Takes rows in.
  struct Builder {
    private var buffer: RowBuffer
    private var numbers: GroupTable
    private var groups: [UInt32] = []
    private let bytesPerRow: Int
    private let held: RowHold

    init(_ plan: HashJoinPlan, _ context: ExecutionContext) {
      buffer = RowBuffer(keeping: plan.keepingRight, frameSize: context.frameSize)
      numbers = GroupTable(keyCount: plan.rightKeys.count)
      bytesPerRow = plan.keepingRight.count * 8 + 32
      held = RowHold(context.limits)
    }

    /// Adds rows with their keys.
    mutating func add(_ batch: Batch, _ keys: [Vector], _ context: ExecutionContext) throws(CypherError) {
      try held.add(rows: batch.count, bytes: batch.count * bytesPerRow)
      groups += numbers.joining(keys, batch.count, context)
      buffer.append(batch)
    }

    /// The table of all rows.
    func table(_ limits: LimitTracker) throws(CypherError) -> JoinTable {
      var starts = [Int](repeating: 0, count: numbers.count + 1)
      for group in groups where group != JoinTable.none { starts[Int(group) + 1] += 1 }
      try limits.check()
      for group in starts.indices.dropFirst() { starts[group] += starts[group - 1] }
      var order = [Int32](repeating: 0, count: starts[numbers.count])
      var next = starts
      for (row, group) in groups.enumerated() where group != JoinTable.none {
        try limits.work(8)
        order[next[Int(group)]] = Int32(truncatingIfNeeded: row)
        next[Int(group)] += 1
      }
      return JoinTable(rows: buffer.batch, numbers: numbers, starts: starts, order: order, held: held)
    }
  }

  fileprivate init(rows: Batch, numbers: GroupTable, starts: [Int], order: [Int32], held: RowHold) {
    self.rows = rows
    self.numbers = numbers
    self.starts = starts
    self.order = order
    self.held = held
  }
}

extension GroupTable {
  /// The groups of rows, and `none` for those whose keys equal nothing.
  fileprivate mutating func joining(
    _ keys: [Vector], _ count: Int, _ context: ExecutionContext
  ) -> [UInt32] {
    var first: [Int32] = []
    var groups = groups(of: keys, count: count, context.graph.texts, first: &first)
    for key in keys { key.forEachUnequalToItself { groups[$0] = .max } }
    return groups
  }
}

extension Vector {
  /// Calls with each row whose value is not equal to itself.
  fileprivate func forEachUnequalToItself(_ body: (Int) -> Void) {
    switch self {
    case .integers(_, nil), .dates(_, nil): break
    case .floats(let numbers, let nulls):
      for row in numbers.indices where numbers[row].isNaN || nulls?[row] == true { body(row) }
    case .values, .constant:
      for row in 0..<count where value(at: row).equals(value(at: row)) != true { body(row) }
    default: for row in 0..<count where isNull(at: row) { body(row) }
    }
  }
}
