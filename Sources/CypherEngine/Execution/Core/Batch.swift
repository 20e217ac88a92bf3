import PropertyGraph

/// Some rows of the frame, column by column.
///
/// Operators give up to `usualCount` rows at a time; expansions may give more, up to `maximumCount`.
struct Batch {
  /// How many rows operators give at a time, as a rule.
  static let usualCount = 1024
  /// How many rows an expansion may give before it should begin another batch.
  static let maximumCount = 4096

  /// The number of rows.
  var count: Int
  /// The columns by slot; nil where nothing has been filled in, which reads as null.
  var columns: [Vector?]

  /// Makes a batch without rows.
  init(frameSize: Int) {
    count = 0
    columns = Array(repeating: nil, count: frameSize)
  }

  /// Makes a batch of columns.
  init(count: Int, columns: [Vector?]) {
    self.count = count
    self.columns = columns
  }

  /// One row with nothing filled in: what a query starts from.
  static func single(frameSize: Int) -> Batch {
    var batch = Batch(frameSize: frameSize)
    batch.count = 1
    return batch
  }

  /// The column of a slot; nulls where it has not been filled in.
  func column(_ slot: Slot) -> Vector {
    columns[slot] ?? .constant(.null, count: count)
  }

  /// One value; null where the slot has not been filled in.
  func value(_ slot: Slot, _ row: Int) -> Value {
    columns[slot]?.value(at: row) ?? .null
  }

  /// Selects or repeats rows, of the slots in a set only.
  func gathered(_ rows: [Int32], keeping slots: SlotSet) -> Batch {
    var result = Batch(frameSize: columns.count)
    result.count = rows.count
    for slot in columns.indices where slots.contains(slot) {
      if let column = columns[slot] { result.columns[slot] = column.gathered(rows) }
    }
    return result
  }

  /// Selects rows, of all slots.
  func gathered(_ rows: [Int32]) -> Batch {
    Batch(count: rows.count, columns: columns.map { $0?.gathered(rows) })
  }

  /// The numbers of all rows.
  var allRows: [Int32] { (0..<count).map { Int32(truncatingIfNeeded: $0) } }

  /// The rows of a range.
  func rows(_ range: Range<Int>) -> Batch {
    if range.lowerBound == 0, range.upperBound == count { return self }
    return Batch(count: range.count, columns: columns.map { $0?.rows(range) })
  }

  /// One row repeated without copying anything for each repetition: the columns become constants.
  func repeated(row: Int, count: Int, keeping slots: SlotSet) -> Batch {
    var result = Batch(frameSize: columns.count)
    result.count = count
    for slot in columns.indices where slots.contains(slot) {
      if let column = columns[slot] {
        result.columns[slot] = .constant(column.value(at: row), count: count)
      }
    }
    return result
  }

  /// Empties the columns of slots that nobody reads any more.
  mutating func keep(_ slots: SlotSet) {
    for slot in columns.indices where columns[slot] != nil && !slots.contains(slot) {
      columns[slot] = nil
    }
  }
}
