/// How a column keeps its values.
enum ColumnKind {
  /// It never had a value.
  case empty
  /// Integers that all fit into 32 bits.
  case integers32
  case integers
  case floats
  /// 0 is false, 1 is true, 2 is null.
  case booleans
  /// Codes of the graph's heap; `TextHeap.none` is null.
  case texts
  /// Days since 1970-01-01 that all fit into 32 bits.
  case dates32
  case dates
  /// Values of any type.
  case mixed

  /// The narrowest kind that holds a cell.
  init(of cell: Cell) {
    self =
      switch cell {
      case .null: .empty
      case .integer(let number): Int32(exactly: number) == nil ? .integers : .integers32
      case .float: .floats
      case .boolean: .booleans
      case .text: .texts
      case .date(let days): Int32(exactly: days) == nil ? .dates : .dates32
      case .other: .mixed
      }
  }

  /// The kind that holds what both hold.
  func joined(_ other: ColumnKind) -> ColumnKind {
    switch (self, other) {
    case let (a, b) where a == b: a
    case (.integers, .integers32), (.integers32, .integers): .integers
    case (.dates, .dates32), (.dates32, .dates): .dates
    default: .mixed
    }
  }

  /// The number of bytes of a row; 0 where rows are not kept as bytes.
  var width: Int {
    switch self {
    case .empty, .mixed: 0
    case .booleans: 1
    case .integers32, .dates32, .texts: 4
    case .integers, .floats, .dates: 8
    }
  }

  /// Whether nulls are marked in a bitmap and not by a value.
  var hasMask: Bool {
    switch self {
    case .integers32, .integers, .floats, .dates32, .dates: true
    case .empty, .booleans, .texts, .mixed: false
    }
  }
}
