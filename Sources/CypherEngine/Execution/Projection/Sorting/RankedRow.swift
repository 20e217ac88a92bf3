/// A row by its place, with the rank of its first key.
struct RankedRow {
  let rank: UInt64
  let row: UInt32
}

extension [RankedRow] {
  /// Sorts by rank; rows of equal rank stay as they were.
  ///
  /// A radix sort from the last byte to the first, without the bytes that are the same in all.
  ///
  /// - Parameter check: called now and then, to stop a long sort.
  /// - Complexity: O(n), eight passes at most.
  mutating func sortByRank<E>(_ check: () throws(E) -> Void) throws(E) {
    let counts = digitCounts()
    var other = self
    for digit in 0..<8 {
      try check()
      var starts = counts[digit * 256..<(digit + 1) * 256]
      if starts.contains(count) { continue }
      var start = 0
      for index in starts.indices { (starts[index], start) = (start, start + starts[index]) }
      let shift = UInt64(digit * 8)
      let first = starts.startIndex
      for ranked in self {
        let index = first + Int(truncatingIfNeeded: ranked.rank >> shift & 0xFF)
        other[starts[index]] = ranked
        starts[index] &+= 1
      }
      swap(&self, &other)
    }
  }

  /// How often each value of each of the eight bytes occurs.
  private func digitCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: 8 * 256)
    for ranked in self {
      for digit in 0..<8 {
        counts[digit &* 256 &+ Int(truncatingIfNeeded: ranked.rank >> UInt64(digit &* 8) & 0xFF)] &+= 1
      }
    }
    return counts
  }
}
