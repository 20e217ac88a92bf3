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

  /// Makes rows, at most so many, by a body that writes them.
  init(atMost limit: Int, _ body: (inout ExpansionWriter) -> Void) {
    var written = 0
    rows = Array(unsafeUninitializedCapacity: limit) { rows, count in
      nodes = Array(unsafeUninitializedCapacity: limit) { nodes, count in
        relationships = Array(unsafeUninitializedCapacity: limit) { relationships, count in
          var writer = ExpansionWriter(rows: rows, nodes: nodes, relationships: relationships)
          body(&writer)
          written = writer.count
          count = written
        }
        count = written
      }
      count = written
    }
  }

  /// Makes no rows.
  init() {}

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

/// Writes the rows of an expansion into memory that has room for them.
///
/// Lifetime: only during the call that hands it out.
struct ExpansionWriter {
  fileprivate let rows: UnsafeMutableBufferPointer<Int32>
  fileprivate let nodes: UnsafeMutableBufferPointer<UInt32>
  fileprivate let relationships: UnsafeMutableBufferPointer<UInt32>
  /// The number of rows.
  private(set) var count = 0

  /// How many rows there is room for.
  var room: Int { rows.count - count }

  /// Adds a row; there is room.
  @inline(__always)
  mutating func append(row: Int, node: UInt32, relationship: UInt32) {
    rows.initializeElement(at: count, to: Int32(truncatingIfNeeded: row))
    nodes.initializeElement(at: count, to: node)
    relationships.initializeElement(at: count, to: relationship)
    count &+= 1
  }
}
