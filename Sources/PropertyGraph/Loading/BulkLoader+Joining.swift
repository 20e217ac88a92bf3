extension BulkLoader {
  /// Begins to load relationships alone into a graph of their own, on whatever thread, to be taken over by the loader
  /// of their nodes; their ends are not looked for.
  ///
  /// - Precondition: the graph never held anything.
  public init(relationshipsOnlyInto part: Graph) {
    self.init(part)
    looksForEnds = false
  }

  /// Takes over the relationships that were loaded into a graph of their own, which is dropped then.
  ///
  /// - Parameter node: gives the node for an end as it was loaded.
  /// - Returns: false, and nothing is taken, where an end is no node or relationships are here already.
  public mutating func takeOver(_ part: Graph, node: (UInt32) -> UInt32?) -> Bool {
    guard graph.relationships.limit == 0, part.relationships.renameEnds(node) else { return false }
    let types = part.types.map { graph.intern(type: part.name(of: $0)) }
    let keys = part.keys.map { graph.intern(key: part.name(of: $0)) }
    let codes = (0..<UInt32(part.texts.count)).map { code in
      part.texts.withBytes(code) { graph.texts.intern(bytes: $0) }
    }
    graph.relationships.take(part.relationships, types, keys, codes)
    return true
  }
}
