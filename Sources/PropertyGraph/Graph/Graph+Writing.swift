extension Graph {
  /// Makes a node; nulls among the properties are left out, of a key given twice the last value counts.
  @discardableResult
  public func createNode(labels: [LabelID], properties: [Property]) -> NodeID {
    let node = NodeID(nodeLimit)
    record(.nodeCreated(node, labels: normalized(labels), properties: normalized(properties)))
    return node
  }

  /// Makes a relationship between nodes that are there.
  @discardableResult
  public func createRelationship(
    _ type: TypeID, from: NodeID, to: NodeID, properties: [Property]
  ) -> RelationshipID {
    precondition(contains(from) && contains(to), "a relationship needs its nodes")
    let relationship = RelationshipID(relationshipLimit)
    record(.relationshipCreated(relationship, type, from: from, to: to, properties: normalized(properties)))
    return relationship
  }

  /// Sets a property of a node; null removes it, and an identical value changes and logs nothing.
  public func set(_ key: KeyID, of node: NodeID, to value: Value) {
    precondition(contains(node), "no such node")
    let before = self.value(key, of: node)
    if before.isIdentical(to: value) { return }
    record(.nodePropertySet(node, key, before: before, after: value))
  }

  /// Sets a property of a relationship; null removes it, and an identical value changes and logs nothing.
  public func set(_ key: KeyID, of relationship: RelationshipID, to value: Value) {
    precondition(contains(relationship), "no such relationship")
    let before = self.value(key, of: relationship)
    if before.isIdentical(to: value) { return }
    record(.relationshipPropertySet(relationship, key, before: before, after: value))
  }

  /// Adds a label to a node that may have it already.
  public func add(_ label: LabelID, to node: NodeID) {
    precondition(contains(node), "no such node")
    if !has(label, node) { record(.labelAdded(node, label)) }
  }

  /// Removes a label from a node that may not have it.
  public func remove(_ label: LabelID, from node: NodeID) {
    precondition(contains(node), "no such node")
    if has(label, node) { record(.labelRemoved(node, label)) }
  }

  /// Deletes a relationship that is there.
  public func delete(_ relationship: RelationshipID) {
    precondition(contains(relationship), "no such relationship")
    record(
      .relationshipDeleted(
        relationship, type(of: relationship), from: start(of: relationship), to: end(of: relationship),
        properties: properties(of: relationship)))
  }

  /// Deletes a node that is there.
  ///
  /// - Precondition: it has no relationships left.
  public func delete(_ node: NodeID) {
    precondition(contains(node), "no such node")
    precondition(degree(node, nil, .both) == 0, "a node with relationships is not deleted")
    record(.nodeDeleted(node, labels: labels(of: node), properties: properties(of: node)))
  }
}
