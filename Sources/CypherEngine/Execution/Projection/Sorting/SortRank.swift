import PropertyGraph

/// A number for each value that follows the total order: a lesser rank means a lesser value.
///
/// Equal ranks decide nothing. Four bits tell the type, in the order of `Value.order`, the others begin the value.
enum SortRank {
  private static let valueBits: UInt64 = 60
  private static let text: UInt64 = 11
  private static let boolean: UInt64 = 12
  private static let number: UInt64 = 13
  private static let null: UInt64 = 14

  /// The ranks of a vector's values.
  static func ranks(_ vector: Vector) -> [UInt64] {
    switch vector {
    case .integers(let numbers, let nulls):
      return masked(numbers.map { of(Double($0)) }, nulls)
    case .floats(let numbers, let nulls): return masked(numbers.map { of($0) }, nulls)
    case .dates(let days, let nulls): return masked(days.map { ofDay($0) }, nulls)
    case .nodes(let ids): return ids.map { $0 == .max ? ranked(null, 0) : ofNode($0) }
    case .relationships(let ids): return ids.map { $0 == .max ? ranked(null, 0) : ofRelationship($0) }
    case .booleans(let bytes): return bytes.map { $0 == 2 ? ranked(null, 0) : ranked(boolean, UInt64($0)) }
    case .texts(let codes, let heap):
      return codes.map { code in
        code == TextHeap.none ? ranked(null, 0) : heap.withBytes(code) { ofText($0) }
      }
    case .values(let values): return values.map { of($0) }
    case .constant(let value, let count): return Array(repeating: of(value), count: count)
    }
  }

  /// Whether equal ranks say that the values are equal.
  static func isExact(_ vector: Vector) -> Bool {
    switch vector {
    case .dates, .nodes, .relationships, .booleans, .constant: true
    // What a rank has of a float are its first 60 bits.
    case .integers(let numbers, _): numbers.allSatisfy { $0.magnitude < 1 << 48 }
    case .floats, .texts, .values: false
    }
  }

  /// Whether an equal rank says that another value is equal.
  static func isExact(_ value: Value) -> Bool {
    switch value {
    case .integer(let number): number.magnitude < 1 << 48
    case .null, .boolean, .date, .node, .relationship: true
    default: false
    }
  }

  /// The rank of one value.
  static func of(_ value: Value) -> UInt64 {
    switch value {
    case .null: ranked(null, 0)
    case .integer(let number): of(Double(number))
    case .float(let number): of(number)
    case .boolean(let truth): ranked(boolean, truth ? 1 : 0)
    case .string(let text): Text.withBytes(text) { ofText($0) }
    case .date(let date): ofDay(date.daysSinceEpoch)
    case .node(let node): ofNode(node.rawValue)
    case .relationship(let relationship): ofRelationship(relationship.rawValue)
    case .map: ranked(0, 0)
    case .list: ranked(3, 0)
    case .path: ranked(4, 0)
    case .dateTime: ranked(5, 0)
    case .localDateTime: ranked(6, 0)
    case .time: ranked(8, 0)
    case .localTime: ranked(9, 0)
    case .duration: ranked(10, 0)
    }
  }

  private static func of(_ number: Double) -> UInt64 {
    // Both zeros and all NaNs are one; the sign bit turns, and negative numbers run backwards.
    let bits = number.isNaN ? Double.nan.bitPattern : (number + 0).bitPattern
    let ordered = bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    return ranked(Self.number, ordered >> (64 - valueBits))
  }

  private static func ofDay(_ day: Int64) -> UInt64 {
    let limit: Int64 = 1 << 58
    return ranked(7, UInt64(min(max(day, -limit), limit) + limit))
  }

  private static func ofNode(_ id: UInt32) -> UInt64 { ranked(1, UInt64(id)) }

  private static func ofRelationship(_ id: UInt32) -> UInt64 { ranked(2, UInt64(id)) }

  private static func ofText(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<7 { prefix = prefix << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
    return ranked(text, prefix)
  }

  private static func ranked(_ type: UInt64, _ value: UInt64) -> UInt64 { type << valueBits | value }

  private static func masked(_ ranks: [UInt64], _ nulls: NullMask?) -> [UInt64] {
    guard let nulls else { return ranks }
    var ranks = ranks
    for row in ranks.indices where nulls[row] { ranks[row] = ranked(null, 0) }
    return ranks
  }
}
