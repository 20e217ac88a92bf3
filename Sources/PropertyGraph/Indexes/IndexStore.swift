/// The indexes of a graph, and what keeps them current.
struct IndexStore {
  /// All indexes, in the order in which they came.
  private(set) var all: [NodeIndex] = []
  /// What they are over, by name: kept, since every statement asks.
  private(set) var infos: [IndexInfo] = []
  /// The index that is about to be added, made beforehand so that it could be stopped.
  private var made: NodeIndex?

  /// Adds an index over what the graph holds.
  mutating func add(_ info: IndexInfo, _ graph: Graph) {
    let index = made?.info == info ? made : nil
    all.append(index ?? make(info, graph) {})
    made = nil
    list()
  }

  /// Makes the index that is added next.
  ///
  /// - Throws: what the check does, which is asked every now and then.
  mutating func prepare<E>(_ info: IndexInfo, _ graph: Graph, _ check: () throws(E) -> Void) throws(E) {
    made = try make(info, graph, check)
  }

  private func make<E>(_ info: IndexInfo, _ graph: Graph, _ check: () throws(E) -> Void) throws(E)
    -> NodeIndex
  {
    let index = NodeIndex(info, graph.texts)
    try fill(index, graph, check)
    return index
  }

  /// Drops an index.
  mutating func drop(_ info: IndexInfo) {
    all.removeAll { $0.info == info }
    list()
  }

  private mutating func list() {
    infos = all.map(\.info).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The same indexes, which share what neither changes.
  func copy() -> IndexStore {
    var copy = self
    copy.all = all.map { $0.copy() }
    copy.made = nil
    return copy
  }

  /// Fills the indexes of a graph that was loaded.
  func fill(_ graph: Graph) {
    for index in all { fill(index, graph) {} }
  }

  /// Adds a node that has come to the indexes of its labels.
  func didAdd(_ node: NodeID, _ graph: Graph) {
    for index in all where graph.has(index.info.label, node) {
      let cell = graph.nodes.cell(index.info.key, node.rawValue)
      if !cell.isNull { index.insert(node.rawValue, cell) }
    }
  }

  /// Takes a node that is about to go out of the indexes of its labels.
  func willRemove(_ node: NodeID, _ graph: Graph) {
    for index in all where graph.has(index.info.label, node) {
      let cell = graph.nodes.cell(index.info.key, node.rawValue)
      if !cell.isNull { index.remove(node.rawValue, cell) }
    }
  }

  /// Moves a node whose property is about to change.
  func willSet(_ key: KeyID, of node: NodeID, to cell: Cell, _ graph: Graph) {
    for index in all where index.info.key == key && graph.has(index.info.label, node) {
      let old = graph.nodes.cell(key, node.rawValue)
      if !old.isNull { index.remove(node.rawValue, old) }
      if !cell.isNull { index.insert(node.rawValue, cell) }
    }
  }

  private func fill<E>(_ index: NodeIndex, _ graph: Graph, _ check: () throws(E) -> Void) throws(E) {
    for number in graph.nodes.tables(with: index.info.label) {
      let table = graph.nodes.tables[number]
      guard let column = table.properties.column(index.info.key) else { continue }
      for row in 0..<table.rowCount where !column.isNull(row) {
        if row & 0x3FFF == 0 { try check() }
        index.insert(table.ids[row], column.cell(row, graph.texts))
      }
    }
  }
}
