/// Gives the nodes of a label, or all, a batch at a time; ascending within each table.
///
/// It is made anew after a change of the graph.
public struct NodeCursor {
  private let graph: Graph
  private let label: LabelID?
  private var position = 0

  /// Makes a cursor before the first node of a label, or of all (nil).
  public init(_ graph: Graph, label: LabelID?) {
    self.graph = graph
    self.label = label
  }

  /// Appends up to so many nodes; false where none were left.
  public mutating func next(into ids: inout [UInt32], atMost limit: Int) -> Bool {
    let before = ids.count
    while ids.count - before < limit && position < graph.nodes.count {
      let node = NodeID(UInt32(position))
      position += 1
      if graph.contains(node) && label.map({ graph.has($0, node) }) ?? true { ids.append(node.rawValue) }
    }
    return ids.count > before
  }
}
