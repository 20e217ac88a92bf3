import CypherSyntax
import PropertyGraph

extension Batch {
  /// The nodes in a slot; `UInt32.max` where it is null.
  ///
  /// - Throws: a TypeError where the slot holds something else.
  func nodes(_ slot: Slot) throws(CypherError) -> [UInt32] {
    if case .nodes(let ids)? = columns[slot] { return ids }
    return try entities(slot, "a node") { value in
      if case .node(let node) = value { node.rawValue } else { nil }
    }
  }

  /// The relationships in a slot; `UInt32.max` where it is null.
  ///
  /// - Throws: a TypeError where the slot holds something else.
  func relationships(_ slot: Slot) throws(CypherError) -> [UInt32] {
    if case .relationships(let ids)? = columns[slot] { return ids }
    return try entities(slot, "a relationship") { value in
      if case .relationship(let relationship) = value { relationship.rawValue } else { nil }
    }
  }

  private func entities(
    _ slot: Slot, _ wanted: String, _ id: (Value) -> UInt32?
  ) throws(CypherError) -> [UInt32] {
    func read(_ value: Value) throws(CypherError) -> UInt32 {
      if value.isNull { return .max }
      guard let id = id(value) else {
        throw CypherError(
          .typeError, .runtime, "InvalidArgumentType",
          "\(wanted) is needed here, not \(StaticType(of: value).name)")
      }
      return id
    }
    switch columns[slot] {
    case nil: return Array(repeating: .max, count: count)
    case .constant(let value, _)?: return Array(repeating: try read(value), count: count)
    case let column?:
      var ids: [UInt32] = []
      ids.reserveCapacity(count)
      for row in 0..<count { ids.append(try read(column.value(at: row))) }
      return ids
    }
  }

  /// The rows that an operator makes of these: each so often as it stands in `rows`, which ascend.
  func extended(_ rows: [Int32], keeping slots: SlotSet) -> Batch {
    if rows.count == count, rows.last == Int32(truncatingIfNeeded: count - 1), rows.isConsecutive {
      var same = self
      same.keep(slots)
      return same
    }
    if count == 1 { return repeated(row: 0, count: rows.count, keeping: slots) }
    return gathered(rows, keeping: slots)
  }
}

extension [Int32] {
  /// Whether each number is one more than that before, from 0 on.
  fileprivate var isConsecutive: Bool {
    for index in indices where self[index] != Int32(truncatingIfNeeded: index) { return false }
    return true
  }
}
