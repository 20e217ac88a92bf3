/// A property's value as columns and indexes keep it: text by code, rare types as they are.
@frozen public enum Cell {
  /// Absent.
  case null
  case integer(Int64)
  case float(Double)
  case boolean(Bool)
  /// A code of the graph's heap.
  case text(UInt32)
  /// Days since 1970-01-01.
  case date(Int64)
  /// Times, instants, durations and lists.
  case other(Value)

  /// The cell of a value, whose text is interned.
  init(_ value: Value, _ texts: TextHeap) {
    self =
      switch value {
      case .null: .null
      case .integer(let number): .integer(number)
      case .float(let number): .float(number)
      case .boolean(let flag): .boolean(flag)
      case .string(let text): .text(texts.intern(text))
      case .date(let date): .date(date.daysSinceEpoch)
      default: .other(value)
      }
  }

  /// The value of a cell.
  func value(_ texts: TextHeap) -> Value {
    switch self {
    case .null: .null
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .boolean(let flag): .boolean(flag)
    case .text(let code): .string(texts.string(code))
    case .date(let days): .date(CalendarDate(daysSinceEpoch: days))
    case .other(let value): value
    }
  }

  /// Whether this is absent.
  var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// Whether two cells of one heap cannot be told apart.
  func isIdentical(to other: Cell) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.integer(let a), .integer(let b)), (.date(let a), .date(let b)): a == b
    case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
    case (.boolean(let a), .boolean(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.other(let a), .other(let b)): a.isIdentical(to: b)
    default: false
    }
  }
}
