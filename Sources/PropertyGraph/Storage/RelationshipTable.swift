/// What one relationship type keeps: adjacency in both directions, and the properties of those that have any.
final class RelationshipTable {
  /// The relationships by the node where they start.
  let outgoing: Adjacency
  /// The relationships by the node where they end.
  let incoming: Adjacency
  /// The properties, in rows that the relationships with properties hold.
  let properties: PropertyTable
  /// The ids of all relationships that the type ever had lie in this range.
  @exclusivity(unchecked) private(set) var ids: Range<UInt32> = 0..<0
  @exclusivity(unchecked) private var rowLimit = 0
  @exclusivity(unchecked) private var freeRows: [Int] = []

  init() { (outgoing, incoming, properties) = (Adjacency(), Adjacency(), PropertyTable()) }

  private init(_ other: RelationshipTable) {
    (outgoing, incoming) = (other.outgoing.copy(), other.incoming.copy())
    properties = other.properties.copy()
    (ids, rowLimit, freeRows) = (other.ids, other.rowLimit, other.freeRows)
  }

  /// The bytes that it takes.
  var bytes: Int { outgoing.bytes + incoming.bytes + properties.bytes }

  /// The same in memory of its own.
  func copy() -> RelationshipTable { RelationshipTable(self) }

  /// The number of relationships.
  var count: Int { outgoing.count }

  /// The adjacency in one direction.
  func adjacency(_ direction: Direction) -> Adjacency { direction == .incoming ? incoming : outgoing }

  /// Notes that the type has a relationship.
  func note(_ id: UInt32) {
    ids = ids.isEmpty ? id..<id + 1 : min(ids.lowerBound, id)..<max(ids.upperBound, id + 1)
  }

  /// A row for the properties of a relationship that had none; all null.
  func takeRow() -> Int {
    if let row = freeRows.popLast() { return row }
    rowLimit += 1
    return rowLimit - 1
  }

  /// Takes back the row of a relationship that is deleted.
  func releaseRow(_ row: Int) {
    properties.clear(row)
    freeRows.append(row)
  }
}
