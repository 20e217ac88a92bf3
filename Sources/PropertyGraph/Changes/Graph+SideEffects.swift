extension Graph {
  /// The net effect of what the open transaction changed since a mark.
  public func sideEffects(since mark: ChangeMark) -> SideEffects {
    var effects = SideEffects()
    let changes = changes(since: mark)
    for net in ChangeFold(changes).result { effects.add(net) }
    for (label, delta) in labelDeltas(changes) {
      let after = count(label: label)
      let before = after - delta
      if before == 0 && after > 0 { effects.labelsAdded += 1 }
      if before > 0 && after == 0 { effects.labelsRemoved += 1 }
    }
    return effects
  }

  /// How many nodes more or less carry each label that the changes touch.
  private func labelDeltas(_ changes: ArraySlice<Change>) -> [LabelID: Int] {
    var deltas: [LabelID: Int] = [:]
    for change in changes {
      switch change {
      case .nodeCreated(_, let labels, _): for label in labels { deltas[label, default: 0] += 1 }
      case .nodeDeleted(_, let labels, _): for label in labels { deltas[label, default: 0] -= 1 }
      case .labelAdded(_, let label): deltas[label, default: 0] += 1
      case .labelRemoved(_, let label): deltas[label, default: 0] -= 1
      default: break
      }
    }
    return deltas
  }
}

extension SideEffects {
  /// Counts what became of one entity, its labels aside.
  fileprivate mutating func add(_ change: NetChange) {
    switch change {
    case .nodeCreated(_, _, let properties):
      nodesCreated += 1
      propertiesSet += properties.count
    case .nodeDeleted(_, _, let properties):
      nodesDeleted += 1
      propertiesRemoved += properties.count
    case .relationshipCreated(_, _, _, _, let properties):
      relationshipsCreated += 1
      propertiesSet += properties.count
    case .relationshipDeleted(_, _, _, _, let properties):
      relationshipsDeleted += 1
      propertiesRemoved += properties.count
    case .nodeChanged(_, _, _, let properties), .relationshipChanged(_, let properties):
      for property in properties {
        if !property.after.isNull { propertiesSet += 1 }
        if !property.before.isNull { propertiesRemoved += 1 }
      }
    }
  }
}
