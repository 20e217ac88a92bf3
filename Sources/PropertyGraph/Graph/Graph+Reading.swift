extension Graph {
  /// The number of nodes.
  public var nodeCount: Int { nodes.count { $0 != nil } }
  /// The number of relationships.
  public var relationshipCount: Int { relationships.count { $0 != nil } }
  /// All ids of nodes are below.
  public var nodeLimit: UInt32 { UInt32(nodes.count) }
  /// All ids of relationships are below.
  public var relationshipLimit: UInt32 { UInt32(relationships.count) }

  /// Whether a node is there.
  public func contains(_ node: NodeID) -> Bool {
    Int(node.rawValue) < nodes.count && nodes[Int(node.rawValue)] != nil
  }

  /// Whether a relationship is there.
  public func contains(_ relationship: RelationshipID) -> Bool {
    Int(relationship.rawValue) < relationships.count && relationships[Int(relationship.rawValue)] != nil
  }

  /// The labels of a node, ascending; none where it is not there.
  public func labels(of node: NodeID) -> [LabelID] {
    contains(node) ? nodes[Int(node.rawValue)]?.labels ?? [] : []
  }

  /// Whether a node carries a label.
  public func has(_ label: LabelID, _ node: NodeID) -> Bool { labels(of: node).contains(label) }

  /// The type of a relationship.
  ///
  /// - Precondition: it is there.
  public func type(of relationship: RelationshipID) -> TypeID { plain(relationship).type }

  /// The node where a relationship starts.
  ///
  /// - Precondition: it is there.
  public func start(of relationship: RelationshipID) -> NodeID { plain(relationship).start }

  /// The node where a relationship ends.
  ///
  /// - Precondition: it is there.
  public func end(of relationship: RelationshipID) -> NodeID { plain(relationship).end }

  /// A property of a node; null where the node or the property is absent.
  public func value(_ key: KeyID, of node: NodeID) -> Value {
    properties(of: node).first { $0.key == key }?.value ?? .null
  }

  /// A property of a relationship; null where the relationship or the property is absent.
  public func value(_ key: KeyID, of relationship: RelationshipID) -> Value {
    properties(of: relationship).first { $0.key == key }?.value ?? .null
  }

  /// The properties of a node by key; none where it is not there.
  public func properties(of node: NodeID) -> [Property] {
    contains(node) ? nodes[Int(node.rawValue)]?.properties ?? [] : []
  }

  /// The properties of a relationship by key; none where it is not there.
  public func properties(of relationship: RelationshipID) -> [Property] {
    contains(relationship) ? relationships[Int(relationship.rawValue)]?.properties ?? [] : []
  }

  private func plain(_ relationship: RelationshipID) -> PlainRelationship {
    guard contains(relationship), let plain = relationships[Int(relationship.rawValue)] else {
      preconditionFailure("no such relationship")
    }
    return plain
  }
}
