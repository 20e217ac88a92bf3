/// Finds the nodes of a label by the value of a property.
public final class NodeIndex {
  /// What the index is over.
  public let info: IndexInfo
  private unowned let graph: Graph

  init(_ info: IndexInfo, _ graph: Graph) {
    self.info = info
    self.graph = graph
  }

  /// The nodes whose value equals one as openCypher has it (1 = 1.0, NaN equals nothing), ascending.
  public func nodes(equalTo value: Value) -> [UInt32] {
    entries.filter { IndexOrder.areEqual($0.value, value) }.map(\.node)
  }

  /// The nodes whose value lies between two bounds of the same type, ascending by value, equal values by node.
  ///
  /// A missing bound leaves that end open; two missing give nothing, as the type is unknown.
  public func nodes(
    from low: Value?, inclusive lowInclusive: Bool, to high: Value?, inclusive highInclusive: Bool
  ) -> [UInt32] {
    if low == nil && high == nil { return [] }
    func isInside(_ value: Value) -> Bool {
      if let low {
        guard let order = IndexOrder.compare(low, value), order < 0 || lowInclusive && order == 0 else {
          return false
        }
      }
      if let high {
        guard let order = IndexOrder.compare(value, high), order < 0 || highInclusive && order == 0 else {
          return false
        }
      }
      return true
    }
    return entries.filter { isInside($0.value) }.sorted {
      let order = IndexOrder.compare($0.value, $1.value) ?? 0
      return order == 0 ? $0.node < $1.node : order < 0
    }.map(\.node)
  }

  /// The number of distinct values.
  public var distinctCount: Int {
    var distinct: [Value] = []
    for entry in entries where !distinct.contains(where: { IndexOrder.areEqual($0, entry.value) }) {
      distinct.append(entry.value)
    }
    return distinct.count
  }

  /// The number of nodes that have a value.
  public var count: Int { entries.count }

  private var entries: [(value: Value, node: UInt32)] {
    var ids: [UInt32] = []
    var cursor = NodeCursor(graph, label: info.label)
    while cursor.next(into: &ids, atMost: 1024) {}
    return ids.map { (graph.value(info.key, of: NodeID($0)), $0) }.filter { !$0.value.isNull }
  }
}
