/// The types of relationships that the open transaction deleted, gathered when first asked for.
struct DeletedTypes {
  private var types: [RelationshipID: TypeID] = [:]
  private var scanned = 0

  /// The type that a relationship had.
  ///
  /// - Complexity: O(1) but for the changes that came since the last call.
  mutating func type(of relationship: RelationshipID, in changes: [Change]) -> TypeID? {
    for change in changes.dropFirst(scanned) {
      if case .relationshipDeleted(let id, let type, _, _, _) = change { types[id] = type }
    }
    scanned = changes.count
    return types[relationship]
  }
}

extension Graph {
  /// The type of a relationship that was deleted in the open transaction; nil where it was not.
  public func typeBeforeDeletion(of relationship: RelationshipID) -> TypeID? {
    log.deletedTypes.type(of: relationship, in: log.open)
  }
}
