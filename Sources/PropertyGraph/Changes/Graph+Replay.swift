extension Graph {
  /// Commits a transaction as it was read from a journal, with its number, time and origin; false, and nothing is
  /// changed, where a change does not fit the graph.
  ///
  /// - Precondition: no transaction is open.
  public func replay(_ transaction: Transaction) -> Bool {
    guard transaction.sequence > log.sequence else { return false }
    begin(statement: transaction.statement)
    for change in transaction.changes {
      guard fits(change) else {
        rollback()
        return false
      }
      record(change)
    }
    if close(origin: transaction.origin, number: transaction.sequence, time: transaction.time) != nil {
      noteForUndo(transaction)
    }
    return true
  }

  private func noteForUndo(_ transaction: Transaction) {
    switch transaction.origin {
    case .statement:
      log.undoable.append(transaction.sequence)
      log.redoable.removeAll()
    case .undo(let number):
      if log.undoable.last == number { log.redoable.append(log.undoable.removeLast()) }
    case .redo(let number):
      if log.redoable.last == number { log.undoable.append(log.redoable.removeLast()) }
    }
  }

  /// Whether a change can be made: what it needs is there, what it makes is not, and its before-image is true.
  private func fits(_ change: Change) -> Bool {
    switch change {
    case .nodeCreated(let node, _, _): node.rawValue < BulkLoader.idLimit && !contains(node)
    case .nodeDeleted(let node, let labels, _):
      contains(node) && self.labels(of: node) == labels && degree(node, nil, .both) == 0
    case .relationshipCreated(let relationship, _, let from, let to, _):
      relationship.rawValue < BulkLoader.idLimit && !contains(relationship) && contains(from) && contains(to)
    case .relationshipDeleted(let relationship, let type, let from, let to, _):
      contains(relationship) && self.type(of: relationship) == type && start(of: relationship) == from
        && end(of: relationship) == to
    case .nodePropertySet(let node, let key, let before, _):
      contains(node) && value(key, of: node).isIdentical(to: before)
    case .relationshipPropertySet(let relationship, let key, let before, _):
      contains(relationship) && value(key, of: relationship).isIdentical(to: before)
    case .labelAdded(let node, let label): contains(node) && !has(label, node)
    case .labelRemoved(let node, let label): contains(node) && has(label, node)
    case .indexCreated(let info):
      !indexes.contains { $0.name == info.name || ($0.label == info.label && $0.key == info.key) }
    case .indexDropped(let info): indexes.contains(info)
    }
  }
}
