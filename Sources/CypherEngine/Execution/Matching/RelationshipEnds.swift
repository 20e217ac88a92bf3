import PropertyGraph

/// Relationships with their ends as a pattern sees them, under construction.
struct RelationshipEnds {
  private let direction: Direction
  private let isLoop: Bool
  /// The rows that they belong to, ascending.
  private(set) var rows: [Int32] = []
  private(set) var from: [UInt32] = []
  private(set) var to: [UInt32] = []
  private(set) var relationships: [UInt32] = []

  /// - Parameters:
  ///   - direction: the direction of the pattern, seen from the left.
  ///   - isLoop: whether both ends are the same node of the pattern.
  init(_ direction: Direction, isLoop: Bool) {
    self.direction = direction
    self.isLoop = isLoop
  }

  /// Adds a relationship as the pattern may see it: once, or without a direction both ways.
  mutating func append(_ relationship: RelationshipID, row: Int, _ graph: Graph) {
    let start = graph.start(of: relationship).rawValue
    let end = graph.end(of: relationship).rawValue
    if isLoop && start != end { return }
    if direction != .incoming { append(row, start, end, relationship) }
    if direction == .incoming || direction == .both && start != end { append(row, end, start, relationship) }
  }

  private mutating func append(
    _ row: Int, _ left: UInt32, _ right: UInt32, _ relationship: RelationshipID
  ) {
    rows.append(Int32(truncatingIfNeeded: row))
    from.append(left)
    to.append(right)
    relationships.append(relationship.rawValue)
  }

  /// Keeps those whose ends have the labels.
  mutating func keep(from left: ResolvedLabels, to right: ResolvedLabels, _ graph: Graph) {
    if case .none = left, case .none = right { return }
    keep { left.admits($0.from, graph) && right.admits($0.to, graph) }
  }

  /// Keeps those that pass a test, in their order.
  mutating func keep(_ passes: ((row: Int, from: UInt32, to: UInt32, relationship: UInt32)) -> Bool) {
    var kept = 0
    for index in rows.indices
    where passes((Int(rows[index]), from[index], to[index], relationships[index])) {
      rows[kept] = rows[index]
      from[kept] = from[index]
      to[kept] = to[index]
      relationships[kept] = relationships[index]
      kept += 1
    }
    rows.removeSubrange(kept...)
    from.removeSubrange(kept...)
    to.removeSubrange(kept...)
    relationships.removeSubrange(kept...)
  }

  /// Puts the columns that somebody reads into a batch.
  func fill(_ batch: inout Batch, from left: Slot?, to right: Slot?, relationship: Slot?) {
    if let left { batch.columns[left] = .nodes(from) }
    if let right { batch.columns[right] = .nodes(to) }
    if let relationship { batch.columns[relationship] = .relationships(relationships) }
  }
}
