import PropertyGraph

/// Rows under construction: of which row each is made, and the node and relationship that are new in it.
struct Expansion {
  /// The rows that they are made of, ascending.
  private(set) var rows: [Int32] = []
  private(set) var nodes: [UInt32] = []
  private(set) var relationships: [UInt32] = []

  /// The number of rows.
  var count: Int { rows.count }

  /// Adds a row.
  mutating func append(row: Int, node: UInt32, relationship: UInt32) {
    rows.append(Int32(truncatingIfNeeded: row))
    nodes.append(node)
    relationships.append(relationship)
  }

  /// Adds rows for a piece of a run of neighbours.
  mutating func append(
    row: Int, nodes piece: Slice<UnsafeBufferPointer<UInt32>>,
    relationships links: Slice<UnsafeBufferPointer<UInt32>>
  ) {
    rows.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: piece.count))
    nodes.append(contentsOf: piece)
    relationships.append(contentsOf: links)
  }

  /// Keeps the rows that pass a test, in their order.
  mutating func keep(_ passes: (_ row: Int, _ node: UInt32, _ relationship: UInt32) -> Bool) {
    var kept = 0
    for index in rows.indices where passes(Int(rows[index]), nodes[index], relationships[index]) {
      rows[kept] = rows[index]
      nodes[kept] = nodes[index]
      relationships[kept] = relationships[index]
      kept += 1
    }
    rows.removeSubrange(kept...)
    nodes.removeSubrange(kept...)
    relationships.removeSubrange(kept...)
  }

  /// The batch that these rows make of another one.
  func batch(
    of batch: Batch, keeping slots: SlotSet, node: Slot?, relationship: Slot?
  ) -> Batch {
    var result = batch.extended(rows, keeping: slots)
    if let node { result.columns[node] = .nodes(nodes) }
    if let relationship { result.columns[relationship] = .relationships(relationships) }
    return result
  }
}
