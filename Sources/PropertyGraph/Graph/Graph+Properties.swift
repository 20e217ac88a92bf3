extension Graph {
  /// Calls with each property of a node, by key, as it is kept: texts by their codes in `texts`.
  public func forEachProperty(of node: NodeID, _ body: (KeyID, Cell) -> Void) {
    let table = nodes.table(of: node.rawValue)
    if table < 0 { return }
    nodes.tables[table].properties.forEach(nodes.row(of: node.rawValue), texts, body)
  }

  /// Calls with each property of a relationship, by key, as it is kept: texts by their codes in `texts`.
  public func forEachProperty(of relationship: RelationshipID, _ body: (KeyID, Cell) -> Void) {
    let (type, row) = (
      relationships.type(of: relationship.rawValue), relationships.row(of: relationship.rawValue)
    )
    if type < 0 || row < 0 { return }
    relationships.types[type].properties.forEach(row, texts, body)
  }
}

extension PropertyTable {
  fileprivate func forEach(_ row: Int, _ texts: TextHeap, _ body: (KeyID, Cell) -> Void) {
    for (key, column) in columns where !column.isNull(row) { body(key, column.cell(row, texts)) }
  }
}
