import CypherSyntax
import PropertyGraph

/// A node or a relationship.
enum EntityID: Hashable {
  case node(NodeID)
  case relationship(RelationshipID)

  /// What SET and REMOVE are to change: nil for null, which is skipped.
  ///
  /// - Throws: EntityNotFound for what was deleted, TypeError for what is no entity.
  init?(target value: Value, _ graph: Graph, at span: Span) throws(CypherError) {
    switch value {
    case .null: return nil
    case .node(let node):
      guard graph.contains(node) else { throw Self.deleted("node", at: span) }
      self = .node(node)
    case .relationship(let relationship):
      guard graph.contains(relationship) else { throw Self.deleted("relationship", at: span) }
      self = .relationship(relationship)
    default:
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentType",
        "only nodes and relationships can be changed, not \(value.typeName)", at: span)
    }
  }

  /// The error for what this statement has deleted.
  static func deleted(_ what: String, at span: Span) -> CypherError {
    CypherError(
      .entityNotFound, .runtime, "DeletedEntityAccess", "this \(what) was deleted by the statement",
      at: span)
  }
}

extension Graph {
  /// The properties of a node or relationship, sorted by key id.
  func properties(of entity: EntityID) -> [Property] {
    switch entity {
    case .node(let node): properties(of: node)
    case .relationship(let relationship): properties(of: relationship)
    }
  }
}
