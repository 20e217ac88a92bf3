extension Graph {
  /// A property of many nodes, typed where all values are of one type; null for null ids and absent properties.
  public func gather(_ key: KeyID, ofNodes ids: [UInt32]) -> Vector {
    let columns = nodes.tables.map { $0.properties.column(key) }
    let locator = NodeLocator(places: nodes.places)
    return Gathering(locator: locator, columns: columns, texts: texts, ids: ids).vector
  }

  /// A property of many relationships, typed where all values are of one type; null for null ids and absent
  /// properties.
  public func gather(_ key: KeyID, ofRelationships ids: [UInt32]) -> Vector {
    let columns = relationships.types.map { $0.properties.column(key) }
    let locator = RelationshipLocator(store: relationships)
    return Gathering(locator: locator, columns: columns, texts: texts, ids: ids).vector
  }
}

/// Says in which row of which table an entity is.
protocol Locator {
  /// The number of the entity's table, or -1 where it is not there.
  func table(_ id: UInt32) -> Int
  /// The row of an entity that is there; negative: it has none.
  func row(_ id: UInt32) -> Int
}

private struct NodeLocator: Locator {
  let places: SparseBuffer<NodePlace>

  @inline(__always) func table(_ id: UInt32) -> Int {
    Int(id) < places.capacity ? Int(places[Int(id)].tableAfter) &- 1 : -1
  }
  @inline(__always) func row(_ id: UInt32) -> Int { Int(places[Int(id)].row) }
}

private struct RelationshipLocator: Locator {
  let store: RelationshipStore

  @inline(__always) func table(_ id: UInt32) -> Int { store.type(of: id) }
  @inline(__always) func row(_ id: UInt32) -> Int { store.row(of: id) }
}
