import CypherSyntax
import PropertyGraph

/// The order of rows by sort keys.
struct RowOrder {
  private let ranks: [UInt64]
  /// What decides where ranks are equal.
  private let comparisons: [(_ a: Int, _ b: Int) -> Int]

  private let check: LimitCheck

  /// Reads the columns of the keys, the most important first.
  ///
  /// - Parameter check: called now and then, here and while rows are sorted, to stop a long sort.
  init(
    _ keys: [(column: Vector, isDescending: Bool)],
    checking check: @escaping LimitCheck
  ) throws(CypherError) {
    self.check = check
    ranks =
      try keys.first.map { (key) throws(CypherError) in
        try RowOrder.ranks(key.column, isDescending: key.isDescending, check)
      } ?? []
    let isDecided = keys.first.map { SortRank.isExact($0.column) } ?? true
    comparisons = keys.dropFirst(isDecided ? 1 : 0).map { key in
      let compare = key.column.comparison
      return key.isDescending ? { compare($1, $0) } : compare
    }
  }

  private static func ranks(
    _ column: Vector, isDescending: Bool, _ check: LimitCheck
  ) throws(CypherError) -> [UInt64] {
    var ranks: [UInt64] = []
    ranks.reserveCapacity(column.count)
    for start in stride(from: 0, to: column.count, by: RankedRow.partCount) {
      try check()
      let part = column.rows(start..<min(start + RankedRow.partCount, column.count))
      ranks += Self.ranks(part, isDescending: isDescending)
    }
    return ranks
  }

  /// Ranks that are least for the rows to come first.
  static func ranks(_ column: Vector, isDescending: Bool) -> [UInt64] {
    let ranks = SortRank.ranks(column)
    return isDescending ? ranks.map { ~$0 } : ranks
  }

  /// The rows in order; equal ones stay as they were.
  func sorted() throws(CypherError) -> [Int32] {
    var rows = try [RankedRow](ranking: ranks.count, check) { ranks[$0] }
    try rows.sortByRank(check)
    if !comparisons.isEmpty { try rows.sortEqualRanks(check, by: compare) }
    try check()
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
