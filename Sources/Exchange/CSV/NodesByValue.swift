internal import Persistence
internal import PropertyGraph

/// Nodes by the value of a property, as the ends of relationships are named in a table.
///
/// A text of digits is the same as the number, since columns of the same ids may be read as either.
final class NodesByValue {
  /// What a value leads to.
  enum Finding {
    case none, several
    case one(UInt32)
  }

  private var ids = ForeignIDs()
  private var repeated: Set<ForeignIDs.ID> = []

  /// Takes the nodes that the graph holds.
  init(_ graph: Graph, _ end: CSVTable.End) {
    guard let key = graph.key(end.key) else { return }
    let label = end.label.map { graph.intern(label: $0) }
    var cursor = NodeCursor(graph, label: label)
    var nodes: [UInt32] = []
    while cursor.next(into: &nodes, atMost: 1024) {
      for node in nodes { insert(graph.value(key, of: NodeID(node)), node) }
      nodes.removeAll(keepingCapacity: true)
    }
  }

  /// Adds a node with its value; values that are neither whole numbers nor texts are not looked up.
  func insert(_ value: StoredValue, _ node: UInt32) {
    guard let id = id(value) else { return }
    if !ids.insert(id, node) { repeated.insert(id) }
  }

  /// The node with a value.
  func find(_ value: StoredValue) -> Finding {
    guard let id = id(value), let node = ids.find(id) else { return .none }
    return repeated.isEmpty || !repeated.contains(id) ? .one(node) : .several
  }

  private func insert(_ value: Value, _ node: UInt32) {
    switch value {
    case .integer(let number): insert(StoredValue.integer(number), node)
    case .string(var text): text.withUTF8 { insert(StoredValue.text($0), node) }
    default: break
    }
  }

  private func id(_ value: StoredValue) -> ForeignIDs.ID? {
    switch value {
    case .integer(let number): return .integer(number)
    case .text(let bytes):
      if let number = CellType.readInteger(bytes) { return .integer(number) }
      return ids.id(bytes)
    default: return nil
    }
  }
}
