/// Writes one property of many nodes: what it finds out about a table serves as long as nodes are of that table.
struct NodePropertyWriter {
  private let store: NodeStore
  private let key: KeyID
  private var number = -1
  private var column: Column?

  /// Begins to write a property.
  init(_ store: NodeStore, _ key: KeyID) {
    self.store = store
    self.key = key
  }

  /// Puts a cell into a node that is there.
  mutating func set(_ id: UInt32, to cell: Cell) {
    let number = store.table(of: id)
    if number != self.number {
      self.number = number
      column = store.tables[number].properties.column(key)
    }
    if let column { return column.set(store.row(of: id), to: cell, store.texts) }
    store.set(key, id, to: cell)
    column = store.tables[number].properties.column(key)
  }
}
