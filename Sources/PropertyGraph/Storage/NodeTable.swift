/// The nodes with one set of labels: a row each, in the order of ids where that comes without effort.
///
/// A deleted node leaves a hole, which is closed when holes prevail; so is the order restored when rows out of order
/// (of nodes that got a label, or came back by undo) prevail. Either is paid for by as many changes before.
final class NodeTable {
  /// Marks the id of a row whose node is gone.
  static let hole: UInt32 = 1 << 31

  /// The labels, ascending.
  let labels: [LabelID]
  /// The properties of the rows.
  let properties: PropertyTable
  /// The id of each row's node, marked where it is gone.
  @exclusivity(unchecked) private(set) var ids = Buffer<UInt32>()
  /// The number of nodes.
  @exclusivity(unchecked) private(set) var count = 0
  /// The rows below ascend by id, holes included.
  @exclusivity(unchecked) private(set) var sortedCount = 0
  /// How many relationships of each type leave the nodes, by type; types past the end have none.
  @exclusivity(unchecked) private var outgoing: [Int] = []
  /// How many relationships of each type enter the nodes, by type; types past the end have none.
  @exclusivity(unchecked) private var incoming: [Int] = []

  init(_ labels: [LabelID], _ properties: PropertyTable = PropertyTable()) {
    self.labels = labels
    self.properties = properties
  }

  deinit { ids.free() }

  /// The bytes that the rows take.
  var bytes: Int { ids.bytes + properties.bytes }

  /// The same rows in memory of their own.
  func copy() -> NodeTable {
    let copy = NodeTable(labels, properties.copy())
    copy.ids = ids.copy()
    (copy.count, copy.sortedCount) = (count, sortedCount)
    return copy
  }

  /// The number of rows, holes included.
  var rowCount: Int { ids.count }

  /// Whether the rows ascend by id.
  var isSorted: Bool { sortedCount == ids.count }

  /// Adds a row for a node, or finds the hole that it left, and returns it.
  func insert(_ id: UInt32) -> Int {
    count += 1
    if let row = holeLeft(by: id) {
      ids[row] = id
      return row
    }
    if isSorted && (ids.count == 0 || ids[ids.count - 1] & ~Self.hole < id) { sortedCount += 1 }
    ids.append(id)
    return ids.count - 1
  }

  /// Makes the row of a node a hole, or drops it where it is the last.
  func remove(_ row: Int) {
    count -= 1
    ids[row] |= Self.hole
    if row < ids.count - 1 { return properties.clear(row) }
    while let last = ids.elements.last, last & Self.hole != 0 { ids.count -= 1 }
    sortedCount = min(sortedCount, ids.count)
    properties.truncate(to: ids.count)
  }

  /// Whether so many rows are holes or out of order that the table should be put in order.
  var isUntidy: Bool {
    let disorder = (ids.count - count) + (ids.count - sortedCount)
    return disorder > 1024 && disorder > ids.count / 2
  }

  /// The rows of nodes that are there, by id.
  var orderedRows: [Int] {
    let rows = (0..<ids.count).filter { ids[$0] & Self.hole == 0 }
    return isSorted ? rows : rows.sorted { ids[$0] < ids[$1] }
  }

  /// Closes the holes and puts the rows in the order of ids; all row numbers change.
  func tidy(_ texts: TextHeap) {
    let rows = orderedRows
    properties.reorder(rows, texts)
    var ordered = Buffer<UInt32>()
    ordered.reserve(rows.count)
    for row in rows { ordered.append(ids[row]) }
    ids.free()
    ids = ordered
    sortedCount = rows.count
  }

  /// Makes room for so many rows.
  func reserve(_ rows: Int) { ids.reserve(rows) }

  /// Gives back the room that is not in use.
  func trim() {
    ids.trim()
    properties.trim()
  }

  private func holeLeft(by id: UInt32) -> Int? {
    if count - 1 == ids.count { return nil }
    var low = 0
    var high = sortedCount
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] & ~Self.hole < id { low = middle + 1 } else { high = middle }
    }
    return low < sortedCount && ids[low] == id | Self.hole ? low : nil
  }
}

extension NodeTable {
  /// How many relationships of each type leave and enter the nodes, by type.
  typealias DegreeSums = (outgoing: [Int], incoming: [Int])

  /// The sums of all types.
  var degreeSums: DegreeSums {
    get { (outgoing, incoming) }
    set { (outgoing, incoming) = newValue }
  }

  /// How many relationships of a type leave or enter the nodes.
  func degreeSum(_ type: Int, _ direction: Direction) -> Int {
    let out = direction != .incoming && type < outgoing.count ? outgoing[type] : 0
    let into = direction != .outgoing && type < incoming.count ? incoming[type] : 0
    return out + into
  }

  /// Counts relationships of a type that leave the nodes.
  func addOutgoing(_ type: Int, _ delta: Int) { Self.add(&outgoing, type, delta) }

  /// Counts relationships of a type that enter the nodes.
  func addIncoming(_ type: Int, _ delta: Int) { Self.add(&incoming, type, delta) }

  private static func add(_ counts: inout [Int], _ type: Int, _ delta: Int) {
    while counts.count <= type { counts.append(0) }
    counts[type] += delta
  }
}
