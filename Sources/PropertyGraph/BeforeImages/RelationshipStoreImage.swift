/// What a relationship store was at a moment: all that is small, and of the rest what changed since, copied before it did.
///
/// The ends need no copy: a relationship that was there has the same ones as long as its id is in use.
final class RelationshipStoreImage {
  /// All ids were below.
  let limit: UInt32
  /// The number of relationships.
  let count: Int
  /// The types that need more than 16 bits.
  let rareTypes: [UInt32: Int]
  /// The types and rows of relationships by id; nil as long as none that was there has lost or got one.
  private var codes: SparseBuffer<UInt16>?
  private var rows: SparseBuffer<UInt32>?
  /// The types whose relationships or properties changed.
  private var types: [RelationshipTable?] = []
  /// The bytes that were copied.
  private(set) var bytes = 0

  init(of store: RelationshipStore) {
    (limit, count, rareTypes) = (store.limit, store.count, store.rareTypes)
  }

  deinit {
    codes?.free()
    rows?.free()
  }

  /// Copies what a type keeps, which is about to change.
  @inline(__always)
  func keepType(_ type: Int, of store: RelationshipStore) {
    if type >= types.count || types[type] == nil { copyType(type, of: store) }
  }

  /// Copies the directory where it is about to change for a relationship that was there.
  @inline(__always)
  func keepPlace(_ id: UInt32, of store: RelationshipStore) {
    if id < limit && codes == nil { copyPlaces(of: store) }
  }

  /// Exchanges what was kept for what a store has now, which then goes with this.
  func swap(
    codes others: inout SparseBuffer<UInt16>, rows otherRows: inout SparseBuffer<UInt32>,
    types: inout [RelationshipTable], limit now: UInt32
  ) {
    if let codes, let rows {
      (self.codes, others) = (others, codes)
      (self.rows, otherRows) = (otherRows, rows)
    } else {
      others.clear(Int(limit)..<Int(now))
      otherRows.clear(Int(limit)..<Int(now))
    }
    for (number, type) in self.types.enumerated() {
      guard let type else { continue }
      (self.types[number], types[number]) = (types[number], type)
    }
  }

  private func copyPlaces(of store: RelationshipStore) {
    codes = store.codes.copy(to: Int(limit))
    rows = store.rows.copy(to: Int(limit))
    bytes += Int(limit) * (MemoryLayout<UInt16>.stride + MemoryLayout<UInt32>.stride)
  }

  private func copyType(_ type: Int, of store: RelationshipStore) {
    while types.count <= type { types.append(nil) }
    let table = store.types[type].copy()
    types[type] = table
    bytes += table.bytes
  }
}
