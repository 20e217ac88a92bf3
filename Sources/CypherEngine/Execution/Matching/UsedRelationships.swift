import CypherSyntax
import PropertyGraph

/// The slots with relationships that an edge of the same pattern may not be matched by again.
struct UsedRelationships: Sendable {
  /// Those with one relationship.
  var singles: [Slot] = []
  /// Those with a list.
  var lists: [Slot] = []

  /// All of them.
  var slots: SlotSet { SlotSet(singles + lists) }

  /// What the rows of a batch use.
  func read(_ batch: Batch) throws(CypherError) -> UsedInRows {
    var used = UsedInRows()
    for slot in singles { used.singles.append(try batch.relationships(slot)) }
    for slot in lists { used.lists.append(batch.column(slot)) }
    return used
  }
}

/// The relationships used in the rows of one batch.
struct UsedInRows {
  fileprivate(set) var singles: [[UInt32]] = []
  fileprivate(set) var lists: [Vector] = []

  /// Whether nothing is used in any row.
  var isEmpty: Bool { singles.isEmpty && lists.isEmpty }

  /// Whether a row uses a relationship.
  func contains(_ relationship: UInt32, row: Int) -> Bool {
    for column in singles where column[row] == relationship { return true }
    for column in lists {
      guard case .list(let elements) = column.value(at: row) else { continue }
      for case .relationship(let element) in elements where element.rawValue == relationship { return true }
    }
    return false
  }

  /// All relationships that a row uses.
  func all(row: Int) -> [UInt32] {
    var ids = singles.map { $0[row] }
    for column in lists {
      guard case .list(let elements) = column.value(at: row) else { continue }
      for case .relationship(let element) in elements { ids.append(element.rawValue) }
    }
    return ids
  }
}
