extension Graph {
  /// Makes a change that fits the graph, without logging it.
  func perform(_ change: Change) {
    switch change {
    case .nodeCreated(let node, let labels, let properties): insert(node, labels, properties)
    case .nodeDeleted(let node, _, _): remove(node)
    case .relationshipCreated(let relationship, let type, let from, let to, let properties):
      insert(relationship, type, from, to, properties)
    case .relationshipDeleted(let relationship, let type, let from, let to, _):
      remove(relationship, type, from, to)
    case .nodePropertySet(let node, let key, _, let after): put(key, node, after)
    case .relationshipPropertySet(let relationship, let key, _, let after): put(key, relationship, after)
    case .labelAdded(let node, let label): relabel(node, labels(of: node) + [label])
    case .labelRemoved(let node, let label): relabel(node, labels(of: node).filter { $0 != label })
    case .indexCreated(let info): indexStore.add(info, self)
    case .indexDropped(let info): indexStore.drop(info)
    }
  }

  func put(_ key: KeyID, _ node: NodeID, _ value: Value) {
    let cell = Cell(value, texts)
    indexStore.willSet(key, of: node, to: cell, self)
    nodes.set(key, node.rawValue, to: cell)
  }

  func put(_ key: KeyID, _ relationship: RelationshipID, _ value: Value) {
    relationships.set(key, relationship.rawValue, to: Cell(value, texts))
  }

  private func insert(_ node: NodeID, _ labels: [LabelID], _ properties: [Property]) {
    let number = nodes.table(for: labels)
    let row = nodes.insert(node.rawValue, number)
    let table = nodes.tables[number].properties
    for (key, value) in properties { table.set(key, row, to: Cell(value, texts), texts) }
    indexStore.didAdd(node, self)
  }

  func remove(_ node: NodeID) {
    indexStore.willRemove(node, self)
    nodes.remove(node.rawValue)
  }

  private func insert(
    _ relationship: RelationshipID, _ type: TypeID, _ from: NodeID, _ to: NodeID,
    _ properties: [Property]
  ) {
    let (id, start, end) = (relationship.rawValue, from.rawValue, to.rawValue)
    relationships.insert(id, type, start: start, end: end)
    for (key, value) in properties { relationships.set(key, id, to: Cell(value, texts)) }
    let table = relationships.types[Int(type.rawValue)]
    table.outgoing.insert(start, neighbour: end, relationship: id)
    table.incoming.insert(end, neighbour: start, relationship: id)
    countEnds(type, start, end, 1)
  }

  func remove(_ relationship: RelationshipID, _ type: TypeID, _ from: NodeID, _ to: NodeID) {
    let (id, start, end) = (relationship.rawValue, from.rawValue, to.rawValue)
    relationships.remove(id)
    let table = relationships.types[Int(type.rawValue)]
    table.outgoing.remove(start, neighbour: end, relationship: id)
    table.incoming.remove(end, neighbour: start, relationship: id)
    countEnds(type, start, end, -1)
  }

  /// Moves a node to the table of other labels, and with it what indexes and statistics know of it.
  private func relabel(_ node: NodeID, _ labels: [LabelID]) {
    let id = node.rawValue
    indexStore.willRemove(node, self)
    let old = nodes.tables[nodes.table(of: id)]
    let number = nodes.table(for: labels.sorted())
    nodes.move(id, to: number)
    let new = nodes.tables[number]
    for (type, table) in relationships.types.enumerated() {
      if old.degreeSum(type, .outgoing) > 0 {
        let degree = table.outgoing.view.degree(id)
        old.addOutgoing(type, -degree)
        new.addOutgoing(type, degree)
      }
      if old.degreeSum(type, .incoming) > 0 {
        let degree = table.incoming.view.degree(id)
        old.addIncoming(type, -degree)
        new.addIncoming(type, degree)
      }
    }
    indexStore.didAdd(node, self)
  }

  private func countEnds(_ type: TypeID, _ start: UInt32, _ end: UInt32, _ delta: Int) {
    nodes.tables[nodes.table(of: start)].addOutgoing(Int(type.rawValue), delta)
    nodes.tables[nodes.table(of: end)].addIncoming(Int(type.rawValue), delta)
  }
}
