/// A column of a batch, typed where all its values are of one type.
public enum Vector: @unchecked Sendable {
  /// Nodes by id; `UInt32.max` is null.
  case nodes([UInt32])
  /// Relationships by id; `UInt32.max` is null.
  case relationships([UInt32])
  /// Integers; no mask means no null.
  case integers([Int64], nulls: NullMask?)
  /// Doubles; no mask means no null.
  case floats([Double], nulls: NullMask?)
  /// 0 is false, 1 is true, 2 is null.
  case booleans([UInt8])
  /// Days since 1970-01-01; no mask means no null.
  case dates([Int64], nulls: NullMask?)
  /// Codes of a heap; `TextHeap.none` is null.
  case texts([UInt32], TextHeap)
  /// Values of any type.
  case values([Value])
  /// One value, so many times.
  case constant(Value, count: Int)

  /// The number of rows.
  @inlinable public var count: Int {
    switch self {
    case .nodes(let ids), .relationships(let ids): ids.count
    case .integers(let numbers, _), .dates(let numbers, _): numbers.count
    case .floats(let numbers, _): numbers.count
    case .booleans(let bytes): bytes.count
    case .texts(let codes, _): codes.count
    case .values(let values): values.count
    case .constant(_, let count): count
    }
  }

  /// The value of a row.
  public func value(at row: Int) -> Value {
    if isNull(at: row) { return .null }
    return switch self {
    case .nodes(let ids): .node(NodeID(ids[row]))
    case .relationships(let ids): .relationship(RelationshipID(ids[row]))
    case .integers(let numbers, _): .integer(numbers[row])
    case .floats(let numbers, _): .float(numbers[row])
    case .booleans(let bytes): .boolean(bytes[row] == 1)
    case .dates(let days, _): .date(CalendarDate(daysSinceEpoch: days[row]))
    case .texts(let codes, let heap): .string(heap.string(codes[row]))
    case .values(let values): values[row]
    case .constant(let value, _): value
    }
  }

  /// Whether a row is null.
  @inlinable public func isNull(at row: Int) -> Bool {
    switch self {
    case .nodes(let ids), .relationships(let ids): ids[row] == .max
    case .integers(_, let nulls), .floats(_, let nulls), .dates(_, let nulls): nulls?[row] ?? false
    case .booleans(let bytes): bytes[row] == 2
    case .texts(let codes, _): codes[row] == TextHeap.none
    case .values(let values): values[row].isNull
    case .constant(let value, _): value.isNull
    }
  }
}
