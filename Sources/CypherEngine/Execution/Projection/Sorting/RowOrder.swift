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
    let check = { () throws(CypherError) in try context.limits.check() }
    try rows.sortByRank(check)
    if !comparisons.isEmpty { try rows.sortEqualRanks(check, by: compare) }
    return rows.map { Int32(truncatingIfNeeded: $0.row) }
  }

  /// What the keys say that decide where ranks are equal.
  private func compare(_ a: Int, _ b: Int) -> Int {
    for compare in comparisons {
      let order = compare(a, b)
      if order != 0 { return order }
    }
    return 0
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
