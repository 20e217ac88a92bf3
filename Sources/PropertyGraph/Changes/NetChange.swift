/// What became of one entity between two states of the graph.
public enum NetChange: Sendable {
  /// A node is there that was not; this is how it is now.
  case nodeCreated(NodeID, labels: [LabelID], properties: [Property])
  /// A node is gone; this is how it was.
  case nodeDeleted(NodeID, labels: [LabelID], properties: [Property])
  /// A node has other labels or properties.
  case nodeChanged(
    NodeID, labelsAdded: [LabelID], labelsRemoved: [LabelID], properties: [PropertyChange])
  /// A relationship is there that was not; this is how it is now.
  case relationshipCreated(
    RelationshipID, TypeID, from: NodeID, to: NodeID, properties: [Property])
  /// A relationship is gone; this is how it was.
  case relationshipDeleted(
    RelationshipID, TypeID, from: NodeID, to: NodeID, properties: [Property])
  /// A relationship has other properties.
  case relationshipChanged(RelationshipID, properties: [PropertyChange])
}

/// A property before and after; null means absent.
public typealias PropertyChange = (key: KeyID, before: Value, after: Value)
