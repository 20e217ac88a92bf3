/// A property: a key and its value, which is not null.
public typealias Property = (key: KeyID, value: Value)

/// One change of the graph, with what was there before and after, so that it has an exact inverse.
public enum Change: Sendable {
  /// A node came, with labels and properties in ascending order.
  case nodeCreated(NodeID, labels: [LabelID], properties: [Property])
  /// A node without relationships went; this is what it had.
  case nodeDeleted(NodeID, labels: [LabelID], properties: [Property])
  /// A relationship came.
  case relationshipCreated(
    RelationshipID, TypeID, from: NodeID, to: NodeID, properties: [Property])
  /// A relationship went; this is what it had.
  case relationshipDeleted(
    RelationshipID, TypeID, from: NodeID, to: NodeID, properties: [Property])
  /// A property of a node changed; null means absent.
  indirect case nodePropertySet(NodeID, KeyID, before: Value, after: Value)
  /// A property of a relationship changed; null means absent.
  indirect case relationshipPropertySet(RelationshipID, KeyID, before: Value, after: Value)
  /// A node got a label.
  case labelAdded(NodeID, LabelID)
  /// A node lost a label.
  case labelRemoved(NodeID, LabelID)
  /// An index came.
  indirect case indexCreated(IndexInfo)
  /// An index went.
  indirect case indexDropped(IndexInfo)

  /// The change that takes this one back.
  public var inverse: Change {
    switch self {
    case .nodeCreated(let node, let labels, let properties):
      .nodeDeleted(node, labels: labels, properties: properties)
    case .nodeDeleted(let node, let labels, let properties):
      .nodeCreated(node, labels: labels, properties: properties)
    case .relationshipCreated(let relationship, let type, let from, let to, let properties):
      .relationshipDeleted(relationship, type, from: from, to: to, properties: properties)
    case .relationshipDeleted(let relationship, let type, let from, let to, let properties):
      .relationshipCreated(relationship, type, from: from, to: to, properties: properties)
    case .nodePropertySet(let node, let key, let before, let after):
      .nodePropertySet(node, key, before: after, after: before)
    case .relationshipPropertySet(let relationship, let key, let before, let after):
      .relationshipPropertySet(relationship, key, before: after, after: before)
    case .labelAdded(let node, let label): .labelRemoved(node, label)
    case .labelRemoved(let node, let label): .labelAdded(node, label)
    case .indexCreated(let info): .indexDropped(info)
    case .indexDropped(let info): .indexCreated(info)
    }
  }
}

/// Properties in ascending order of their keys, without nulls; of a key given twice the last counts.
func normalized(_ properties: [Property]) -> [Property] {
  var isNormal = true
  for (index, property) in properties.enumerated()
  where property.value.isNull || (index > 0 && properties[index - 1].key >= property.key) {
    isNormal = false
  }
  if isNormal { return properties }
  let places = properties.indices.sorted { (properties[$0].key, $0) < (properties[$1].key, $1) }
  var result: [Property] = []
  result.reserveCapacity(properties.count)
  for place in places {
    if result.last?.key == properties[place].key { result.removeLast() }
    result.append(properties[place])
  }
  result.removeAll { $0.value.isNull }
  return result
}

/// Labels in ascending order, each once.
func normalized(_ labels: [LabelID]) -> [LabelID] {
  for index in labels.indices.dropFirst() where labels[index - 1] >= labels[index] {
    return Set(labels).sorted()
  }
  return labels
}
