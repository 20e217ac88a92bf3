/// What a node store was at a moment: all that is small, and of the rest what changed since, copied before it did.
final class NodeStoreImage {
  /// All ids were below.
  let limit: UInt32
  /// The number of nodes.
  let count: Int
  /// The number of nodes with a label, by label.
  let labelCounts: [Int]
  /// The sums of degrees of each table.
  let degreeSums: [NodeTable.DegreeSums]
  /// Where each node was; nil as long as those that were there have not moved.
  private var places: SparseBuffer<NodePlace>?
  /// The tables that changed, by number.
  private var tables: [NodeTable?] = []
  /// The bytes that were copied.
  private(set) var bytes = 0

  init(of store: NodeStore) {
    (limit, count, labelCounts) = (store.limit, store.count, store.labelCounts)
    degreeSums = store.tables.map(\.degreeSums)
  }

  deinit { places?.free() }

  /// Copies a table that is about to change.
  @inline(__always)
  func keepTable(_ number: Int, of store: NodeStore) {
    if number >= tables.count || tables[number] == nil { copyTable(number, of: store) }
  }

  /// Copies the directory, which is about to change for nodes that were there.
  @inline(__always)
  func keepPlaces(of store: NodeStore) {
    if places != nil { return }
    places = store.places.copy(to: Int(limit))
    bytes += Int(limit) * MemoryLayout<NodePlace>.stride
  }

  /// Exchanges what was kept for what a store has now, which then goes with this.
  func swap(places others: inout SparseBuffer<NodePlace>, tables: inout [NodeTable], limit now: UInt32) {
    if let kept = places {
      (places, others) = (others, kept)
    } else {
      others.clear(Int(limit)..<Int(now))
    }
    for (number, table) in self.tables.enumerated() {
      guard let table else { continue }
      (self.tables[number], tables[number]) = (tables[number], table)
    }
  }

  private func copyTable(_ number: Int, of store: NodeStore) {
    while tables.count <= number { tables.append(nil) }
    let table = store.tables[number].copy()
    tables[number] = table
    bytes += table.bytes
  }
}
