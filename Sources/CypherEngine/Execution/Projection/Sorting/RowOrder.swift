import CypherSyntax
import PropertyGraph

/// The order of rows by sort keys.
struct RowOrder {
  private let ranks: [UInt64]
  /// What decides where ranks are equal.
  private let comparisons: [(_ a: Int, _ b: Int) -> Int]

  /// Reads the columns of the keys, the most important first.
  init(_ keys: [(column: Vector, isDescending: Bool)]) {
    ranks = keys.first.map { RowOrder.ranks($0.column, isDescending: $0.isDescending) } ?? []
    let isDecided = keys.first.map { SortRank.isExact($0.column) } ?? true
    comparisons = keys.dropFirst(isDecided ? 1 : 0).map { key in
      let compare = key.column.comparison
      return key.isDescending ? { compare($1, $0) } : compare
    }
  }

  /// Ranks that are least for the rows to come first.
  static func ranks(_ column: Vector, isDescending: Bool) -> [UInt64] {
    let ranks = SortRank.ranks(column)
    return isDescending ? ranks.map { ~$0 } : ranks
  }

  /// The rows in order; equal ones stay as they were.
  ///
  /// A long sort is stopped where the run is.
  func sorted(_ context: ExecutionContext) throws(CypherError) -> [Int32] {
    var rows = ranks.indices.map { RankedRow(rank: ranks[$0], row: UInt32(truncatingIfNeeded: $0)) }
    try rows.sortByRank { () throws(CypherError) in try context.limits.check() }
    if !comparisons.isEmpty { try decide(&rows, context) }
    return rows.map { Int32(truncatingIfNeeded: $0.row) }
  }

  /// Sorts each run of equal ranks by what decides then.
  private func decide(_ rows: inout [RankedRow], _ context: ExecutionContext) throws(CypherError) {
    var comparisonsDone = 0
    let isLess = { (a: RankedRow, b: RankedRow) throws(CypherError) -> Bool in
      comparisonsDone &+= 1
      if comparisonsDone & 0xFFFF == 0 { try context.limits.check() }
      for compare in comparisons {
        let order = compare(Int(a.row), Int(b.row))
        if order != 0 { return order < 0 }
      }
      return a.row < b.row
    }
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].rank == rows[start].rank { end += 1 }
      if end - start > 1 {
        do { try rows[start..<end].sort(by: isLess) } catch let error as CypherError { throw error } catch {}
      }
      start = end
    }
  }

  /// The rank of a row's first key.
  func rank(of row: Int32) -> UInt64 { ranks[Int(row)] }
}

extension Vector {
  /// The total order of two rows: negative, zero or positive.
  fileprivate var comparison: (_ a: Int, _ b: Int) -> Int {
    switch self {
    case .integers(let numbers, nil), .dates(let numbers, nil):
      return { numbers[$0] < numbers[$1] ? -1 : numbers[$0] > numbers[$1] ? 1 : 0 }
    case .texts(let codes, let heap):
      return { a, b in
        let (x, y) = (codes[a], codes[b])
        if x == y { return 0 }
        if x == TextHeap.none { return 1 }
        if y == TextHeap.none { return -1 }
        return heap.compare(x, y)
      }
    case .constant: return { _, _ in 0 }
    default: return { Value.order(value(at: $0), value(at: $1)) }
    }
  }
}
