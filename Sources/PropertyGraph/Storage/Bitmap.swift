/// A set of ids or codes, a bit each.
package struct Bitmap {
  @usableFromInline var words: [UInt64]

  /// Makes an empty set of ids below a limit.
  @inlinable package init(limit: UInt32) { words = Array(repeating: 0, count: Int(limit) / 64 + 1) }

  /// Whether an id is in the set; ids beyond the limit never are.
  @inlinable package func contains(_ id: UInt32) -> Bool {
    let word = Int(id >> 6)
    return word < words.count && words[word] & (1 << UInt64(id & 63)) != 0
  }

  /// Adds an id below the limit; false where it was in the set already.
  @inlinable @discardableResult package mutating func insert(_ id: UInt32) -> Bool {
    let bit: UInt64 = 1 << UInt64(id & 63)
    let isNew = words[Int(id >> 6)] & bit == 0
    words[Int(id >> 6)] |= bit
    return isNew
  }

  /// Takes an id out.
  @inlinable package mutating func remove(_ id: UInt32) { words[Int(id >> 6)] &= ~(1 << UInt64(id & 63)) }
}
