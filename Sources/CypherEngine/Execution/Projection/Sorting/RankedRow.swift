import CypherSyntax
import PropertyGraph

/// A row by its place, with the rank of its first key.
struct RankedRow {
  let rank: UInt64
  let row: UInt32

  /// So many rows are looked through without a check.
  static let partCount = 1 << 18
  /// From so many rows on it pays to count digits of ranks.
  static let worthCounting = 256
}

extension [RankedRow] {
  /// Rows with their ranks, in the order of the rows.
  ///
  /// - Parameter check: called now and then, to stop where there are many.
  init<E>(ranking count: Int, _ check: () throws(E) -> Void, _ rank: (Int) -> UInt64) throws(E) {
    self = []
    reserveCapacity(count)
    for row in 0..<count {
      if row & (RankedRow.partCount - 1) == 0 { try check() }
      append(RankedRow(rank: rank(row), row: UInt32(truncatingIfNeeded: row)))
    }
  }

  /// Sorts by rank, and rows of equal rank by their places.
  ///
  /// A radix sort from the last byte to the first, without the bytes that are the same in all.
  ///
  /// - Parameter check: called now and then, to stop a long sort.
  /// - Complexity: O(n), eight passes at most.
  mutating func sortByRank<E>(_ check: () throws(E) -> Void) throws(E) {
    if count < RankedRow.worthCounting { return sort { ($0.rank, $0.row) < ($1.rank, $1.row) } }
    let counts = try digitCounts(check)
    try check()
    var other = self
    for digit in 0..<8 {
      var starts = counts[digit * 256..<(digit + 1) * 256]
      if starts.contains(count) { continue }
      var start = 0
      for index in starts.indices { (starts[index], start) = (start, start + starts[index]) }
      let shift = UInt64(digit * 8)
      let first = starts.startIndex
      for part in stride(from: 0, to: count, by: RankedRow.partCount) {
        try check()
        for ranked in self[part..<Swift.min(part + RankedRow.partCount, count)] {
          let index = first + Int(truncatingIfNeeded: ranked.rank >> shift & 0xFF)
          other[starts[index]] = ranked
          starts[index] &+= 1
        }
      }
      swap(&self, &other)
    }
  }

  /// Sorts the rows of each run of equal ranks by what decides then; those that it takes for equal by their places.
  ///
  /// - Parameter check: called now and then, to stop a long sort.
  mutating func sortEqualRanks<E>(
    _ check: () throws(E) -> Void, by compare: (_ a: Int, _ b: Int) -> Int
  ) throws(E) {
    var comparisons = 0
    let isLess = { (a: RankedRow, b: RankedRow) throws(E) -> Bool in
      comparisons &+= 1
      if comparisons & 0xFFFF == 0 { try check() }
      let order = compare(Int(a.row), Int(b.row))
      return order == 0 ? a.row < b.row : order < 0
    }
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, self[end].rank == self[start].rank { end += 1 }
      if end - start > 1 {
        do { try self[start..<end].sort(by: isLess) } catch let error as E { throw error } catch {}
      }
      start = end
    }
  }

  /// How often each value of each of the eight bytes occurs.
  private func digitCounts<E>(_ check: () throws(E) -> Void) throws(E) -> [Int] {
    var counts = [Int](repeating: 0, count: 8 * 256)
    for part in stride(from: 0, to: count, by: RankedRow.partCount) {
      try check()
      for ranked in self[part..<Swift.min(part + RankedRow.partCount, count)] {
        for digit in 0..<8 {
          counts[digit &* 256 &+ Int(truncatingIfNeeded: ranked.rank >> UInt64(digit &* 8) & 0xFF)] &+= 1
        }
      }
    }
    return counts
  }
}

extension [Value] {
  /// The elements in the order of ORDER BY; equal ones stay as they were.
  func inOrder(_ check: LimitCheck) throws(CypherError) -> [Value] {
    if count < RankedRow.worthCounting { return sorted { Value.order($0, $1) < 0 } }
    var rows = try [RankedRow](ranking: count, check) { SortRank.of(self[$0]) }
    try rows.sortByRank(check)
    if !allSatisfy(SortRank.isExact) {
      try rows.sortEqualRanks(check) { Value.order(self[$0], self[$1]) }
    }
    return try [Value](rows.lazy.map { self[Int($0.row)] }, checking: check)
  }
}
