/// Folds changes into what became of each entity.
struct ChangeFold {
  private var nodes: [NodeID: EntityFold] = [:]
  private var relationships: [RelationshipID: EntityFold] = [:]

  /// Folds the changes in their order.
  init(_ changes: some Sequence<Change>) {
    for change in changes { add(change) }
  }

  /// What became of each entity that is not as it was: nodes before relationships, each by id.
  var result: [NetChange] {
    nodes.sorted { $0.key < $1.key }.compactMap { $1.net(of: $0) }
      + relationships.sorted { $0.key < $1.key }.compactMap { $1.net(of: $0) }
  }

  private mutating func add(_ change: Change) {
    switch change {
    case .nodeCreated(let node, let labels, let properties):
      nodes[node, default: EntityFold()].create(labels, properties, nil)
    case .nodeDeleted(let node, let labels, let properties):
      nodes[node, default: EntityFold()].delete(labels, properties, nil)
    case .nodePropertySet(let node, let key, let before, let after):
      nodes[node, default: EntityFold()].set(key, before, after)
    case .labelAdded(let node, let label):
      nodes[node, default: EntityFold()].setLabel(label, true)
    case .labelRemoved(let node, let label):
      nodes[node, default: EntityFold()].setLabel(label, false)
    case .relationshipCreated(let relationship, let type, let from, let to, let properties):
      relationships[relationship, default: EntityFold()].create([], properties, Ends(type, from, to))
    case .relationshipDeleted(let relationship, let type, let from, let to, let properties):
      relationships[relationship, default: EntityFold()].delete([], properties, Ends(type, from, to))
    case .relationshipPropertySet(let relationship, let key, let before, let after):
      relationships[relationship, default: EntityFold()].set(key, before, after)
    case .indexCreated, .indexDropped: break
    }
  }
}

/// The type and the ends of a relationship.
private struct Ends {
  let type: TypeID
  let from, to: NodeID

  init(_ type: TypeID, _ from: NodeID, _ to: NodeID) {
    self.type = type
    self.from = from
    self.to = to
  }
}

/// What is known of one entity before and after: whether it is there, and the labels and properties touched.
private struct EntityFold {
  private var wasThere: Bool?
  private var isThere = true
  private var ends: Ends?
  private var labels: [LabelID: (before: Bool, after: Bool)] = [:]
  private var properties: [KeyID: (before: Value, after: Value)] = [:]

  mutating func create(_ newLabels: [LabelID], _ newProperties: [Property], _ newEnds: Ends?) {
    begin(wasThere: false)
    isThere = true
    ends = newEnds ?? ends
    for label in newLabels { setLabel(label, true) }
    for (key, value) in newProperties { set(key, .null, value) }
  }

  mutating func delete(_ oldLabels: [LabelID], _ oldProperties: [Property], _ oldEnds: Ends?) {
    begin(wasThere: true)
    isThere = false
    ends = oldEnds ?? ends
    for label in oldLabels { setLabel(label, false) }
    for (key, value) in oldProperties { set(key, value, .null) }
  }

  mutating func set(_ key: KeyID, _ before: Value, _ after: Value) {
    begin(wasThere: true)
    properties[key, default: (before, after)].after = after
  }

  mutating func setLabel(_ label: LabelID, _ isCarried: Bool) {
    begin(wasThere: true)
    labels[label, default: (!isCarried, isCarried)].after = isCarried
  }

  private mutating func begin(wasThere before: Bool) {
    if wasThere == nil { wasThere = before }
  }

  func net(of node: NodeID) -> NetChange? {
    switch (wasThere ?? true, isThere) {
    case (false, false): nil
    case (false, true): .nodeCreated(node, labels: labelsAfter, properties: propertiesAfter)
    case (true, false): .nodeDeleted(node, labels: labelsBefore, properties: propertiesBefore)
    case (true, true):
      hasChanged
        ? .nodeChanged(
          node, labelsAdded: labelsAdded, labelsRemoved: labelsRemoved, properties: changedProperties)
        : nil
    }
  }

  func net(of relationship: RelationshipID) -> NetChange? {
    switch (wasThere ?? true, isThere, ends) {
    case (false, true, let ends?):
      .relationshipCreated(
        relationship, ends.type, from: ends.from, to: ends.to, properties: propertiesAfter)
    case (true, false, let ends?):
      .relationshipDeleted(
        relationship, ends.type, from: ends.from, to: ends.to, properties: propertiesBefore)
    case (true, true, _) where hasChanged:
      .relationshipChanged(relationship, properties: changedProperties)
    default: nil
    }
  }

  private var hasChanged: Bool {
    !labelsAdded.isEmpty || !labelsRemoved.isEmpty || !changedProperties.isEmpty
  }
  private var labelsAdded: [LabelID] { labels.filter { !$1.before && $1.after }.keys.sorted() }
  private var labelsRemoved: [LabelID] { labels.filter { $1.before && !$1.after }.keys.sorted() }
  private var labelsBefore: [LabelID] { labels.filter { $1.before }.keys.sorted() }
  private var labelsAfter: [LabelID] { labels.filter { $1.after }.keys.sorted() }

  private var propertiesBefore: [Property] {
    sortedProperties.compactMap { $0.before.isNull ? nil : ($0.key, $0.before) }
  }
  private var propertiesAfter: [Property] {
    sortedProperties.compactMap { $0.after.isNull ? nil : ($0.key, $0.after) }
  }
  private var changedProperties: [PropertyChange] {
    sortedProperties.filter { !$0.before.isIdentical(to: $0.after) }
  }
  private var sortedProperties: [PropertyChange] {
    properties.sorted { $0.key < $1.key }.map { ($0.key, $0.value.before, $0.value.after) }
  }
}
