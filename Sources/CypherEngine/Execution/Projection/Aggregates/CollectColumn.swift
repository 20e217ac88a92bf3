import CypherSyntax
import PropertyGraph

/// `collect(value)`.
final class CollectColumn: AggregateColumn {
  private var lists: [[Value]] = []
  /// What comes before the lists of groups that are long.
  private var long: [Int: GrowingList] = [:]
  private var limits: LimitTracker?

  override var sharesWork: Bool { true }

  override func add(
    _ arguments: [Vector], _ rows: GroupedRows, _ context: ExecutionContext
  ) throws(CypherError) {
    limits = context.limits
    grow(to: rows.groupCount)
    let values = arguments[0]
    for row in 0..<rows.count where !values.isNull(at: row) {
      let group = Int(rows.groups[row])
      lists[group].append(values.value(at: row))
      if lists[group].count == GrowingList.pieceCount { moveToLong(group) }
    }
  }

  override func add(
    later: AggregateColumn, _ groups: [UInt32], groupCount: Int
  ) throws(CypherError) {
    guard let later = later as? CollectColumn else { return }
    grow(to: groupCount)
    for (number, group) in groups.enumerated() {
      let group = Int(group)
      if let more = later.long[number] {
        moveToLong(group)
        long[group]?.append(more)
      }
      lists[group] += later.lists[number]
      if lists[group].count >= GrowingList.pieceCount { moveToLong(group) }
    }
  }

  override func results(groupCount: Int) throws(CypherError) -> Vector {
    grow(to: groupCount)
    for (group, before) in long {
      before.append(contentsOf: lists[group])
      lists[group] = try before.takeAll { () throws(CypherError) in try limits?.check() }
    }
    long = [:]
    return .values(lists.map { .list($0) })
  }

  private func moveToLong(_ group: Int) {
    let list = long[group] ?? GrowingList()
    list.append(contentsOf: lists[group])
    long[group] = list
    lists[group] = []
  }

  override var bytesPerRow: Int { MemoryLayout<Value>.stride }

  private func grow(to count: Int) {
    while lists.count < count { lists.append([]) }
  }
}
