/// Fills an empty graph with nodes and relationships that keep their ids; nothing of it is logged.
public struct BulkLoader {
  private let graph: Graph
  private var labelSets: [[LabelID]] = []
  private var last = Last.none

  private enum Last {
    case none
    case node(Int)
    case relationship(Int)
  }

  /// Begins to load.
  ///
  /// - Precondition: the graph holds nothing and has no open transaction.
  public init(_ graph: Graph) {
    precondition(graph.nodeLimit == 0 && !graph.isInTransaction, "loading fills an empty graph")
    self.graph = graph
  }

  /// Ids are below; larger ones are refused, so that ids are left for what comes later.
  public static let idLimit: UInt32 = 1 << 30

  /// Makes room for so many in all.
  public mutating func reserve(nodes: Int, relationships: Int) {}

  /// A set of labels, to be named by nodes.
  public mutating func labelSet(_ labels: [LabelID]) -> LabelSetID {
    labelSets.append(normalized(labels))
    return LabelSetID(position: labelSets.count - 1)
  }

  /// Begins a node; false where the id is there already or too large.
  public mutating func node(_ id: UInt32, _ labels: LabelSetID) -> Bool {
    guard id < Self.idLimit, !graph.contains(NodeID(id)) else { return false }
    graph.perform(.nodeCreated(NodeID(id), labels: labelSets[labels.position], properties: []))
    last = .node(Int(id))
    return true
  }

  /// Begins a relationship between nodes that were loaded before.
  public mutating func relationship(_ id: UInt32, _ type: TypeID, from: UInt32, to: UInt32) -> LoadResult {
    guard id < Self.idLimit, !graph.contains(RelationshipID(id)) else { return .duplicateID }
    guard graph.contains(NodeID(from)) else { return .missingStart }
    guard graph.contains(NodeID(to)) else { return .missingEnd }
    graph.perform(
      .relationshipCreated(RelationshipID(id), type, from: NodeID(from), to: NodeID(to), properties: []))
    last = .relationship(Int(id))
    return .ok
  }

  /// Sets an integer of the node or relationship begun last.
  public mutating func property(_ key: KeyID, integer: Int64) { property(key, value: .integer(integer)) }
  /// Sets a double of the node or relationship begun last.
  public mutating func property(_ key: KeyID, float: Double) { property(key, value: .float(float)) }
  /// Sets a truth value of the node or relationship begun last.
  public mutating func property(_ key: KeyID, boolean: Bool) { property(key, value: .boolean(boolean)) }
  /// Sets a text, given as valid UTF-8, of the node or relationship begun last.
  public mutating func property(_ key: KeyID, text: UnsafeBufferPointer<UInt8>) {
    property(key, value: .string(String(decoding: text, as: UTF8.self)))
  }
  /// Sets a date, in days since 1970-01-01, of the node or relationship begun last.
  public mutating func property(_ key: KeyID, date: Int64) {
    property(key, value: .date(CalendarDate(daysSinceEpoch: date)))
  }
  /// Sets a value of the node or relationship begun last; a key given twice takes the last value.
  public mutating func property(_ key: KeyID, value: Value) {
    switch last {
    case .none: break
    case .node(let id):
      graph.nodes[id]?.properties = normalized((graph.nodes[id]?.properties ?? []) + [(key, value)])
    case .relationship(let id):
      let old = graph.relationships[id]?.properties ?? []
      graph.relationships[id]?.properties = normalized(old + [(key, value)])
    }
  }

  /// Ends the loading: adjacency, statistics and indexes are made; the next commit has the number after this one.
  public mutating func finish(sequence: Int = 0) {
    last = .none
    graph.log.sequence = sequence
  }
}

/// A set of labels that a loader knows.
public struct LabelSetID: Hashable, Sendable {
  let position: Int
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
