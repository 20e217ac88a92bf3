extension Graph {
  /// The net effect of what the open transaction changed since a mark.
  ///
  /// - Complexity: linear in the changes; changes that touch entities again, or in another order than that of their
  ///   ids, are folded first, at a higher price each.
  public func sideEffects(since mark: ChangeMark) -> SideEffects {
    let changes = changes(since: mark)
    var effects = SideEffects()
    if TouchOrder.ascends(changes) {
      for change in changes { effects.add(change) }
    } else {
      for net in ChangeFold(changes).result { effects.add(net) }
    }
    for (label, delta) in labelDeltas(changes) {
      let after = count(label: label)
      let before = after - delta
      if before == 0 && after > 0 { effects.labelsAdded += 1 }
      if before > 0 && after == 0 { effects.labelsRemoved += 1 }
    }
    return effects
  }

  /// How many nodes more or less carry each label that the changes touch: a few, so that a list will do.
  private func labelDeltas(_ changes: ArraySlice<Change>) -> [(label: LabelID, delta: Int)] {
    var deltas: [(label: LabelID, delta: Int)] = []
    func add(_ label: LabelID, _ delta: Int) {
      if let index = deltas.firstIndex(where: { $0.label == label }) {
        deltas[index].delta += delta
      } else {
        deltas.append((label, delta))
      }
    }
    for change in changes {
      switch change {
      case .nodeCreated(_, let labels, _): for label in labels { add(label, 1) }
      case .nodeDeleted(_, let labels, _): for label in labels { add(label, -1) }
      case .labelAdded(_, let label): add(label, 1)
      case .labelRemoved(_, let label): add(label, -1)
      default: break
      }
    }
    return deltas
  }
}

/// Tells by the order of changes that none touches what another one did: then each is its own net effect.
///
/// Labels are left out, since they are counted by name.
private struct TouchOrder {
  private var id: Int64 = -1
  private var key: Int32 = .max

  /// Whether the changes ascend by id and key, those of nodes and of relationships each on their own.
  static func ascends(_ changes: ArraySlice<Change>) -> Bool {
    var nodes = TouchOrder()
    var relationships = TouchOrder()
    for change in changes {
      let isAfter =
        switch change {
        case .nodeCreated(let node, _, _), .nodeDeleted(let node, _, _): nodes.pass(node.rawValue, nil)
        case .nodePropertySet(let node, let key, _, _): nodes.pass(node.rawValue, key)
        case .relationshipCreated(let relationship, _, _, _, _),
          .relationshipDeleted(let relationship, _, _, _, _):
          relationships.pass(relationship.rawValue, nil)
        case .relationshipPropertySet(let relationship, let key, _, _):
          relationships.pass(relationship.rawValue, key)
        case .labelAdded, .labelRemoved, .indexCreated, .indexDropped: true
        }
      if !isAfter { return false }
    }
    return true
  }

  /// Passes a property or (nil) all of an entity; false where that is not behind what was passed last.
  private mutating func pass(_ entity: UInt32, _ touched: KeyID?) -> Bool {
    let isAfter = Int64(entity) > id || Int64(entity) == id && touched.map { $0.rawValue > key } ?? false
    id = Int64(entity)
    key = touched?.rawValue ?? .max
    return isAfter
  }
}

extension SideEffects {
  /// Counts a change of what no other one touches, its labels aside.
  fileprivate mutating func add(_ change: Change) {
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
    case .nodePropertySet(_, _, let before, let after), .relationshipPropertySet(_, _, let before, let after):
      add(before, after)
    case .labelAdded, .labelRemoved, .indexCreated, .indexDropped: break
    }
  }

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
      for property in properties { add(property.before, property.after) }
    }
  }

  private mutating func add(_ before: Value, _ after: Value) {
    if !after.isNull { propertiesSet += 1 }
    if !before.isNull { propertiesRemoved += 1 }
  }
}
