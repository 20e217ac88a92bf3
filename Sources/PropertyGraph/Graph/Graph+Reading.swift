extension Graph {
  /// The number of nodes.
  public var nodeCount: Int { nodes.count }
  /// The number of relationships.
  public var relationshipCount: Int { relationships.count }
  /// All ids of nodes are below.
  public var nodeLimit: UInt32 { nodes.limit }
  /// All ids of relationships are below.
  public var relationshipLimit: UInt32 { relationships.limit }

  /// Whether a node is there.
  @inlinable public func contains(_ node: NodeID) -> Bool { nodes.table(of: node.rawValue) >= 0 }

  /// Whether a relationship is there.
  @inlinable public func contains(_ relationship: RelationshipID) -> Bool {
    relationships.type(of: relationship.rawValue) >= 0
  }

  /// The labels of a node, ascending; none where it is not there.
  public func labels(of node: NodeID) -> [LabelID] {
    let table = nodes.table(of: node.rawValue)
    return table < 0 ? [] : nodes.tables[table].labels
  }

  /// Whether a node is there and carries a label.
  @inlinable public func has(_ label: LabelID, _ node: NodeID) -> Bool {
    let table = nodes.table(of: node.rawValue)
    return table >= 0 && nodes.labels.has(table, Int(label.rawValue))
  }

  /// The type of a relationship.
  ///
  /// - Precondition: it is there.
  @inlinable public func type(of relationship: RelationshipID) -> TypeID {
    let type = relationships.type(of: relationship.rawValue)
    precondition(type >= 0, "no such relationship")
    return TypeID(Int32(truncatingIfNeeded: type))
  }

  /// The node where a relationship starts.
  ///
  /// - Precondition: it is there.
  @inlinable public func start(of relationship: RelationshipID) -> NodeID {
    NodeID(ends(of: relationship).start)
  }

  /// The node where a relationship ends.
  ///
  /// - Precondition: it is there.
  @inlinable public func end(of relationship: RelationshipID) -> NodeID {
    NodeID(ends(of: relationship).end)
  }

  /// A property of a node; null where the node or the property is absent.
  public func value(_ key: KeyID, of node: NodeID) -> Value {
    nodes.cell(key, node.rawValue).value(texts)
  }

  /// A property of a relationship; null where the relationship or the property is absent.
  public func value(_ key: KeyID, of relationship: RelationshipID) -> Value {
    relationships.cell(key, relationship.rawValue).value(texts)
  }

  /// The properties of a node by key; none where it is not there.
  public func properties(of node: NodeID) -> [Property] { nodes.properties(node.rawValue) }

  /// The properties of a relationship by key; none where it is not there.
  public func properties(of relationship: RelationshipID) -> [Property] {
    relationships.properties(relationship.rawValue)
  }

  @inlinable func ends(of relationship: RelationshipID) -> Endpoints {
    precondition(contains(relationship), "no such relationship")
    return relationships.ends[Int(relationship.rawValue)]
  }
}
