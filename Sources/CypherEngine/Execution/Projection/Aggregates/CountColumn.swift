import CypherSyntax
import PropertyGraph

/// `count(*)` and `count(value)`.
final class CountColumn: AggregateColumn {
  private var counts: [Int64] = []

  override var sharesWork: Bool { true }

  override func add(
    _ arguments: [Vector], _ rows: GroupedRows, _ context: ExecutionContext
  ) throws(CypherError) {
    grow(to: rows.groupCount)
    if let weights = rows.weights { return try add(weights, arguments.first, rows) }
    guard let bytes = arguments.first?.nullBytes(whereNull: 0) else {
      if rows.isSingle { counts[0] += Int64(rows.count) } else { count(rows.groups) }
      return
    }
    if rows.isSingle {
      var total: Int64 = 0
      for byte in bytes { total &+= Int64(byte) }
      counts[0] += total
    } else {
      count(rows.groups, bytes)
    }
  }

  /// Counts rows that stand for several each.
  private func add(
    _ weights: [Int64], _ argument: Vector?, _ rows: GroupedRows
  ) throws(CypherError) {
    for row in weights.indices where argument?.isNull(at: row) != true {
      try add(weights[row], to: rows.groups[row])
    }
  }

  private func add(_ number: Int64, to group: UInt32) throws(CypherError) {
    let (sum, overflow) = counts[Int(group)].addingReportingOverflow(number)
    if overflow { throw CypherError.countOverflow }
    counts[Int(group)] = sum
  }

  override func add(
    later: AggregateColumn, _ groups: [UInt32], groupCount: Int
  ) throws(CypherError) {
    guard let later = later as? CountColumn else { return }
    grow(to: groupCount)
    for (group, count) in zip(groups, later.counts) { try add(count, to: group) }
  }

  private func count(_ groups: [UInt32]) {
    var counts = take()
    for group in groups { counts[Int(group)] &+= 1 }
    self.counts = counts
  }

  private func count(_ groups: [UInt32], _ bytes: [UInt8]) {
    var counts = take()
    for row in groups.indices { counts[Int(groups[row])] &+= Int64(bytes[row]) }
    self.counts = counts
  }

  /// The counts as a local, for loops that must not go through the object.
  private func take() -> [Int64] {
    let taken = counts
    counts = []
    return taken
  }

  override func results(groupCount: Int) throws(CypherError) -> Vector {
    grow(to: groupCount)
    return .integers(counts, nulls: nil)
  }

  private func grow(to count: Int) {
    if counts.count < count {
      counts.append(contentsOf: repeatElement(0, count: count - counts.count))
    }
  }
}
