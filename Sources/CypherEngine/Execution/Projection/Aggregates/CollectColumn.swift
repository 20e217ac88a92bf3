import CypherSyntax
import PropertyGraph

/// `collect(value)`.
final class CollectColumn: AggregateColumn {
  private var lists: [[Value]] = []

  override var sharesWork: Bool { true }

  override func add(
    _ arguments: [Vector], _ rows: GroupedRows, _ context: ExecutionContext
  ) throws(CypherError) {
    grow(to: rows.groupCount)
    let values = arguments[0]
    for row in 0..<rows.count where !values.isNull(at: row) {
      lists[Int(rows.groups[row])].append(values.value(at: row))
    }
  }

  override func add(
    later: AggregateColumn, _ groups: [UInt32], groupCount: Int
  ) throws(CypherError) {
    guard let later = later as? CollectColumn else { return }
    grow(to: groupCount)
    for (group, list) in zip(groups, later.lists) { lists[Int(group)] += list }
  }

  override func results(groupCount: Int) throws(CypherError) -> Vector {
    grow(to: groupCount)
    return .values(lists.map { .list($0) })
  }

  override var bytesPerRow: Int { MemoryLayout<Value>.stride }

  private func grow(to count: Int) {
    while lists.count < count { lists.append([]) }
  }
}
