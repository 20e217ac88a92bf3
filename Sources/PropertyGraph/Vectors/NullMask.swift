/// Marks the rows of a vector that are null, a bit a row.
public struct NullMask: Sendable, Equatable {
  /// The bits, 64 a word; those past the count are 0.
  public var words: [UInt64]
  /// The number of rows.
  public let count: Int

  /// Makes a mask without a null.
  @inlinable public init(count: Int) {
    words = [UInt64](repeating: 0, count: (count &+ 63) >> 6)
    self.count = count
  }

  /// Whether a row is null.
  @inlinable public subscript(_ row: Int) -> Bool {
    get { words[row >> 6] & (1 << UInt64(row & 63)) != 0 }
    set {
      if newValue {
        words[row >> 6] |= 1 << UInt64(row & 63)
      } else {
        words[row >> 6] &= ~(1 << UInt64(row & 63))
      }
    }
  }

  /// Whether any row is null.
  @inlinable public var anyNull: Bool { words.contains { $0 != 0 } }

  /// The number of nulls.
  @inlinable public var nullCount: Int { words.reduce(0) { $0 &+ $1.nonzeroBitCount } }
}
