extension Graph {
  /// Takes back the changes that were made last, the latest first, without logging it.
  ///
  /// - Complexity: as for making them; less for nodes that were made one after the other, and for one property of many.
  func takeBack(_ changes: [Change]) {
    var end = changes.count
    while end > 0 {
      let made = Self.nodesMade(changes, before: end)
      if made.count >= Self.worthCutting {
        cut(made)
        end -= made.count
      } else if case .nodePropertySet(_, let key, _, _) = changes[end - 1], !indexStore.covers(key) {
        end = putBack(key, changes, before: end)
      } else {
        end -= 1
        takeBack(changes[end])
      }
    }
  }

  /// Puts back what nodes had under a key that no index is over, until a change did something else; that is behind the
  /// position returned.
  private func putBack(_ key: KeyID, _ changes: [Change], before end: Int) -> Int {
    var end = end
    var writer = NodePropertyWriter(nodes, key)
    while end > 0, case .nodePropertySet(let node, key, let before, _) = changes[end - 1] {
      writer.set(node.rawValue, to: Cell(before, texts))
      end -= 1
    }
    return end
  }

  /// From this number on nodes that were made one after the other are taken out together.
  private static let worthCutting = 16

  /// The ids that the changes before an end gave to new nodes one after the other; none where the last one did
  /// something else.
  private static func nodesMade(_ changes: [Change], before end: Int) -> Range<UInt32> {
    guard let last = changes[end - 1].createdNode?.rawValue else { return 0..<0 }
    var count = 1
    while count < end, let node = changes[end - 1 - count].createdNode?.rawValue, node == last - UInt32(count)
    {
      count += 1
    }
    return last + 1 - UInt32(count)..<last + 1
  }

  /// Makes the inverse of a change that was made last, without logging it.
  private func takeBack(_ change: Change) {
    switch change {
    // Most of what a statement that runs away has made; to make inverses would take as long as to perform them.
    case .nodeCreated(let node, _, _): remove(node)
    case .relationshipCreated(let relationship, let type, let from, let to, _):
      remove(relationship, type, from, to)
    case .nodePropertySet(let node, let key, let before, _): put(key, node, before)
    case .relationshipPropertySet(let relationship, let key, let before, _): put(key, relationship, before)
    default: perform(change.inverse)
    }
  }

  /// Takes out nodes without relationships.
  private func cut(_ ids: Range<UInt32>) {
    if !indexStore.all.isEmpty {
      for id in ids { indexStore.willRemove(NodeID(id), self) }
    }
    nodes.cut(ids)
  }
}

extension Change {
  /// The node that it made; nil where it did something else.
  fileprivate var createdNode: NodeID? {
    if case .nodeCreated(let node, _, _) = self { return node }
    return nil
  }
}
