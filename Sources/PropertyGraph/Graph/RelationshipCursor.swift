/// Gives the relationships of a type, or all, ascending, a batch at a time.
///
/// It is made anew after a change of the graph.
public struct RelationshipCursor {
  private let graph: Graph
  private let type: TypeID?
  private var position = 0

  /// Makes a cursor before the first relationship of a type, or of all (nil).
  public init(_ graph: Graph, type: TypeID?) {
    self.graph = graph
    self.type = type
  }

  /// Appends up to so many relationships; false where none were left.
  public mutating func next(into ids: inout [UInt32], atMost limit: Int) -> Bool {
    let before = ids.count
    while ids.count - before < limit && position < graph.relationships.count {
      if let plain = graph.relationships[position], type == nil || plain.type == type {
        ids.append(UInt32(position))
      }
      position += 1
    }
    return ids.count > before
  }
}
