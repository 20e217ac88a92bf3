/// The values of one property in one table, row by row, for scanning a whole column in a kernel.
///
/// Lifetime: a segment and its buffers hold until the next change of the graph. It only reads, so several threads may
/// share it until then.
public struct ColumnSegment: @unchecked Sendable {
  /// The nodes of the rows; rows of `ColumnSegment.hole` and above are gone, and their values are null.
  public let nodes: UnsafeBufferPointer<UInt32>
  /// Whether no row is gone, so that `nodes` need not be tested.
  public let isDense: Bool
  /// Whether `nodes` ascends.
  public let isSorted: Bool
  /// The values, as many as nodes.
  public let values: ColumnValues
  /// The rows that are null, a bit each, for numbers and dates (nil: none is); other kinds mark null by a value.
  public let nulls: UnsafeBufferPointer<UInt64>?

  /// Ids of rows that are gone begin here.
  public static let hole: UInt32 = NodeTable.hole
}

/// The rows of a column as they are kept; nulls of numbers and dates are 0 and marked in the segment.
public enum ColumnValues {
  /// The table has no such property: every row is null.
  case absent
  /// Integers that fit into 32 bits.
  case integers32(UnsafeBufferPointer<Int32>)
  /// Integers.
  case integers(UnsafeBufferPointer<Int64>)
  /// Doubles.
  case floats(UnsafeBufferPointer<Double>)
  /// 0 is false, 1 is true, 2 is null.
  case booleans(UnsafeBufferPointer<UInt8>)
  /// Codes of the graph's heap; `TextHeap.none` is null.
  case texts(UnsafeBufferPointer<UInt32>)
  /// Days since 1970-01-01 that fit into 32 bits.
  case dates32(UnsafeBufferPointer<Int32>)
  /// Days since 1970-01-01.
  case dates(UnsafeBufferPointer<Int64>)
  /// Values of different types, or of rare ones.
  case mixed([Value])
}

extension Graph {
  /// A property of all nodes of a label, or (nil) of all, table by table, until the next change.
  public func columnSegments(label: LabelID?, key: KeyID) -> [ColumnSegment] {
    nodes.tables(with: label).map { nodes.tables[$0] }.filter { $0.count > 0 }.map { $0.segment(key) }
  }
}

extension NodeTable {
  fileprivate func segment(_ key: KeyID) -> ColumnSegment {
    let column = properties.column(key)
    column?.extend(to: rowCount)
    return ColumnSegment(
      nodes: ids.elements, isDense: count == rowCount, isSorted: isSorted,
      values: column?.allValues ?? .absent,
      nulls: column.flatMap { $0.nulls.count > 0 ? $0.nulls.elements : nil })
  }
}

extension Column {
  fileprivate var allValues: ColumnValues {
    switch kind {
    case .empty: .absent
    case .integers32: .integers32(all())
    case .integers: .integers(all())
    case .floats: .floats(all())
    case .booleans: .booleans(all())
    case .texts: .texts(all())
    case .dates32: .dates32(all())
    case .dates: .dates(all())
    case .mixed: .mixed(values)
    }
  }

  private func all<Element: BitwiseCopyable>() -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: rows(as: Element.self), count: count)
  }
}
