extension Graph {
  /// Makes a change that fits the graph, without logging it.
  func perform(_ change: Change) {
    switch change {
    case .nodeCreated(let node, let labels, let properties):
      while nodes.count <= Int(node.rawValue) { nodes.append(nil) }
      nodes[Int(node.rawValue)] = PlainNode(labels: labels, properties: properties)
    case .nodeDeleted(let node, _, _): nodes[Int(node.rawValue)] = nil
    case .relationshipCreated(let id, let type, let from, let to, let properties):
      while relationships.count <= Int(id.rawValue) { relationships.append(nil) }
      relationships[Int(id.rawValue)] = PlainRelationship(
        type: type, start: from, end: to, properties: properties)
      while outgoing.count <= Int(type.rawValue) {
        outgoing.append(Adjacency())
        incoming.append(Adjacency())
      }
      outgoing[Int(type.rawValue)].insert(from.rawValue, neighbour: to.rawValue, relationship: id.rawValue)
      incoming[Int(type.rawValue)].insert(to.rawValue, neighbour: from.rawValue, relationship: id.rawValue)
    case .relationshipDeleted(let id, let type, let from, let to, _):
      relationships[Int(id.rawValue)] = nil
      outgoing[Int(type.rawValue)].remove(from.rawValue, neighbour: to.rawValue, relationship: id.rawValue)
      incoming[Int(type.rawValue)].remove(to.rawValue, neighbour: from.rawValue, relationship: id.rawValue)
    case .nodePropertySet(let node, let key, _, let after):
      let old = nodes[Int(node.rawValue)]?.properties ?? []
      nodes[Int(node.rawValue)]?.properties = normalized(old + [(key, after)])
    case .relationshipPropertySet(let id, let key, _, let after):
      let old = relationships[Int(id.rawValue)]?.properties ?? []
      relationships[Int(id.rawValue)]?.properties = normalized(old + [(key, after)])
    case .labelAdded(let node, let label):
      let old = nodes[Int(node.rawValue)]?.labels ?? []
      nodes[Int(node.rawValue)]?.labels = normalized(old + [label])
    case .labelRemoved(let node, let label):
      nodes[Int(node.rawValue)]?.labels.removeAll { $0 == label }
    case .indexCreated(let info): nodeIndexes.append(NodeIndex(info, self))
    case .indexDropped(let info): nodeIndexes.removeAll { $0.info == info }
    }
  }
}
