import CypherSyntax
import PropertyGraph

/// `collect(value)`.
final class CollectColumn: AggregateColumn {
  private var lists: [[Value]] = []
  /// What comes before the lists of groups that are long: these grow piece by piece, since nothing can stop the growth
  /// of a list.
  private var pieces: [Int: [[Value]]] = [:]
  private var limits: LimitTracker?

  private static let pieceCount = 1 << 16

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
      if lists[group].count == Self.pieceCount { closePiece(of: group) }
    }
  }

  override func add(
    later: AggregateColumn, _ groups: [UInt32], groupCount: Int
  ) throws(CypherError) {
    guard let later = later as? CollectColumn else { return }
    grow(to: groupCount)
    for (number, group) in groups.enumerated() {
      let group = Int(group)
      if let more = later.pieces[number] {
        closePiece(of: group)
        pieces[group, default: []] += more
      }
      lists[group] += later.lists[number]
      if lists[group].count >= Self.pieceCount { closePiece(of: group) }
    }
  }

  override func results(groupCount: Int) throws(CypherError) -> Vector {
    grow(to: groupCount)
    for (group, before) in pieces {
      var whole: [Value] = []
      whole.reserveCapacity(before.reduce(lists[group].count) { $0 + $1.count })
      for piece in before + [lists[group]] {
        try limits?.check()
        whole += piece
      }
      lists[group] = whole
    }
    pieces = [:]
    return .values(lists.map { .list($0) })
  }

  private func closePiece(of group: Int) {
    pieces[group, default: []].append(lists[group])
    lists[group] = []
  }

  override var bytesPerRow: Int { MemoryLayout<Value>.stride }

  private func grow(to count: Int) {
    while lists.count < count { lists.append([]) }
  }
}
