/// Fills an empty graph with nodes and relationships that keep their ids; nothing of it is logged.
///
/// The properties of an entity follow its beginning. Nothing may be read between the beginning and `finish`.
public struct BulkLoader {
  /// Ids are below; larger ones are refused, so that ids are left for what comes later.
  public static let idLimit: UInt32 = 1 << 30

  let graph: Graph
  private let texts: TextHeap
  private var current = Current.nothing
  /// Whether the ends of relationships must be there.
  var looksForEnds = true

  /// What properties go to.
  private enum Current {
    case nothing
    /// A node, by the columns of its table and its row.
    case row(PropertyTable, Int)
    /// A relationship, which gets a row with its first property.
    case relationship(UInt32)
  }

  /// Begins to load.
  ///
  /// - Precondition: the graph never held anything and has no open transaction.
  public init(_ graph: Graph) {
    precondition(graph.nodeLimit == 0 && !graph.isInTransaction, "loading fills an empty graph")
    self.graph = graph
    texts = graph.texts
  }

  /// Makes room for so many in all.
  public mutating func reserve(nodes: Int, relationships: Int) {
    graph.nodes.reserve(min(nodes, Int(Self.idLimit)))
    graph.relationships.reserve(min(relationships, Int(Self.idLimit)))
  }

  /// A set of labels, to be named by nodes.
  public mutating func labelSet(_ labels: [LabelID]) -> LabelSetID {
    LabelSetID(table: graph.nodes.table(for: normalized(labels)))
  }

  /// Makes an index, which `finish` fills; false where there is one, or the name is taken.
  ///
  /// - Precondition: no node was begun yet.
  public mutating func index(_ info: IndexInfo) -> Bool {
    precondition(graph.nodes.count == 0, "indexes come before nodes")
    if graph.isTaken(info) { return false }
    graph.indexStore.add(info, graph)
    return true
  }

  /// Begins a node; false where the id is there already or not below the limit.
  public mutating func node(_ id: UInt32, _ labels: LabelSetID) -> Bool {
    guard id < Self.idLimit, graph.nodes.table(of: id) < 0 else { return false }
    let row = graph.nodes.insert(id, labels.table)
    current = .row(graph.nodes.tables[labels.table].properties, row)
    return true
  }

  /// Begins a relationship between nodes that were begun before.
  public mutating func relationship(_ id: UInt32, _ type: TypeID, from: UInt32, to: UInt32) -> LoadResult {
    guard id < Self.idLimit, graph.relationships.type(of: id) < 0 else { return .duplicateID }
    if looksForEnds {
      guard isThere(from) else { return .missingStart }
      guard isThere(to) else { return .missingEnd }
    }
    graph.relationships.insert(id, type, start: from, end: to)
    current = .relationship(id)
    return .ok
  }

  /// Whether a node was begun; where their ids have no gaps, which is the rule, no memory is touched.
  @inline(__always)
  private func isThere(_ node: UInt32) -> Bool {
    let nodes = graph.nodes
    return nodes.count == Int(nodes.limit) ? node < nodes.limit : nodes.table(of: node) >= 0
  }

  /// Ends the loading: adjacency, statistics and indexes are made; the next commit has the number after this one.
  public mutating func finish(sequence: Int = 0) {
    current = .nothing
    graph.nodes.settle()
    graph.relationships.settle()
    graph.texts.trim()
    graph.buildAdjacency()
    graph.indexStore.fill(graph)
    graph.log.sequence = sequence
  }
}

extension BulkLoader {
  /// Sets an integer of the node or relationship begun last.
  public mutating func property(_ key: KeyID, integer: Int64) { set(key, .integer(integer)) }

  /// Sets a double of the node or relationship begun last.
  public mutating func property(_ key: KeyID, float: Double) { set(key, .float(float)) }

  /// Sets a truth value of the node or relationship begun last.
  public mutating func property(_ key: KeyID, boolean: Bool) { set(key, .boolean(boolean)) }

  /// Sets a text, given as valid UTF-8, of the node or relationship begun last.
  public mutating func property(_ key: KeyID, text: UnsafeBufferPointer<UInt8>) {
    set(key, .text(texts.intern(bytes: text)))
  }

  /// Sets a text by its code in the graph's heap, of the node or relationship begun last.
  public mutating func property(_ key: KeyID, textCode: UInt32) { set(key, .text(textCode)) }

  /// Sets a date, in days since 1970-01-01, of the node or relationship begun last.
  public mutating func property(_ key: KeyID, date: Int64) { set(key, .date(date)) }

  /// Sets a value of the node or relationship begun last; a key given twice takes the last value.
  public mutating func property(_ key: KeyID, value: Value) { set(key, Cell(value, texts)) }

  private mutating func set(_ key: KeyID, _ cell: Cell) {
    switch current {
    case .nothing: break
    case .row(let table, let row): table.set(key, row, to: cell, texts)
    case .relationship(let id): graph.relationships.set(key, id, to: cell)
    }
  }
}

/// A set of labels that a loader knows.
public struct LabelSetID: Hashable, Sendable {
  let table: Int
}

/// Whether a relationship could be loaded.
public enum LoadResult: Hashable, Sendable {
  /// It is there now.
  case ok
  /// Its id is taken, or not below the limit of ids.
  case duplicateID
  /// Its start was not loaded.
  case missingStart
  /// Its end was not loaded.
  case missingEnd
}
