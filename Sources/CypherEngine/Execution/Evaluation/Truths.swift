import CypherSyntax
import PropertyGraph

/// Truth values of a batch: 0 is false, 1 is true, 2 is unknown.
struct Truths {
  /// One byte a row.
  var bytes: [UInt8]

  /// Reads a vector whose values must be booleans or null.
  init(_ vector: Vector, _ span: Span) throws(CypherError) {
    switch vector {
    case .booleans(let bytes): self.bytes = bytes
    case .constant(let value, let count):
      bytes = count == 0 ? [] : Array(repeating: try Truths.byte(value, span), count: count)
    default:
      bytes = []
      bytes.reserveCapacity(vector.count)
      for row in 0..<vector.count { bytes.append(try Truths.byte(vector.value(at: row), span)) }
    }
  }

  /// The rows that are true; nil where all are.
  var heldRows: [Int32]? {
    var held = 0
    for byte in bytes where byte == 1 { held &+= 1 }
    if held == bytes.count { return nil }
    var rows: [Int32] = []
    rows.reserveCapacity(held)
    for row in bytes.indices where bytes[row] == 1 { rows.append(Int32(truncatingIfNeeded: row)) }
    return rows
  }

  /// The rows whose byte is another one.
  func rows(except byte: UInt8) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(bytes.count)
    for row in bytes.indices where bytes[row] != byte {
      rows.append(Int32(truncatingIfNeeded: row))
    }
    return rows
  }

  /// The number of rows whose byte is another one.
  func count(except byte: UInt8) -> Int {
    var count = 0
    for other in bytes where other != byte { count &+= 1 }
    return count
  }

  /// Joins the truths of another operand of AND or OR, which a byte decides: 0 or 1.
  mutating func join(_ other: Truths, decisive: UInt8) {
    bytes.withUnsafeMutableBufferPointer { bytes in
      other.bytes.withUnsafeBufferPointer { other in
        for row in 0..<min(bytes.count, other.count) {
          bytes[row] = Self.joined(bytes[row], other[row], decisive)
        }
      }
    }
  }

  /// Joins the truths that another operand has in some rows.
  mutating func join(_ other: Truths, at rows: [Int32], decisive: UInt8) {
    for (index, row) in rows.enumerated() {
      bytes[Int(row)] = Self.joined(bytes[Int(row)], other.bytes[index], decisive)
    }
  }

  /// One byte that decides does so; else one that is unknown makes all unknown.
  @inline(__always)
  private static func joined(_ a: UInt8, _ b: UInt8, _ decisive: UInt8) -> UInt8 {
    a == decisive || b == decisive ? decisive : max(a, b)
  }

  /// The byte of one value.
  static func byte(_ value: Value, _ span: Span) throws(CypherError) -> UInt8 {
    switch value {
    case .boolean(let value): return value ? 1 : 0
    case .null: return 2
    default: throw notBoolean(value, span)
    }
  }

  /// A value that is asked whether it is true, and cannot be.
  static func notBoolean(_ value: Value, _ span: Span) -> CypherError {
    CypherError(
      .typeError, .runtime, "InvalidArgumentType",
      "a boolean is needed here, not \(StaticType(of: value).name)", at: span)
  }
}
