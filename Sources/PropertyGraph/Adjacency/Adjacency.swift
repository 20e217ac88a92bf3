/// The relationships of one type in one direction: for every node one sorted run of neighbours in an arena.
///
/// A node with one relationship keeps it in its entry. Runs are contiguous and sorted by neighbour and relationship at
/// all times, so reading merges nothing and scans like CSR. The price is paid by writes: an insert or delete moves the
/// shorter side of the run. That is nothing at its ends, where new nodes and deletions in order fall, and a quarter of
/// the run in the mean: some microseconds for a hub of 100,000.
final class Adjacency {
  /// What each node has, by node.
  @exclusivity(unchecked) var entries = SparseBuffer<AdjacencyEntry>()
  /// Where the runs lie.
  @exclusivity(unchecked) var arena = RunArena()
  /// The room before the runs of hubs, where there is any; an entry's capacity counts from the run's beginning.
  @exclusivity(unchecked) fileprivate var leads: [UInt32: Int] = [:]
  /// The number of relationships.
  @exclusivity(unchecked) var count = 0
  /// The number of relationships from a node to itself.
  @exclusivity(unchecked) var loopCount = 0
  /// All nodes that ever had a relationship lie in this range.
  @exclusivity(unchecked) private(set) var filledNodes: Range<UInt32> = 0..<0

  /// From this length on a run may have room at its beginning as well.
  private static let hubLength = 64

  deinit {
    entries.free()
    arena.free()
  }

  /// The bytes that it takes.
  var bytes: Int {
    filledNodes.count * MemoryLayout<AdjacencyEntry>.stride + arena.nodes.bytes + arena.relationships.bytes
  }

  /// The same in memory of its own.
  func copy() -> Adjacency {
    let copy = Adjacency()
    copy.entries = entries.copy(to: Int(filledNodes.upperBound))
    copy.arena = arena.copy()
    (copy.leads, copy.count, copy.loopCount, copy.filledNodes) = (leads, count, loopCount, filledNodes)
    return copy
  }

  /// What is there, for reading until the next change.
  var view: AdjacencyView {
    AdjacencyView(
      entries: entries.pointer.map { UnsafePointer($0) }, limit: filledNodes.upperBound,
      nodes: arena.nodes.pointer.map { UnsafePointer($0) },
      relationships: arena.relationships.pointer.map { UnsafePointer($0) })
  }

  /// Adds a relationship that is not there.
  func insert(_ node: UInt32, neighbour: UInt32, relationship: UInt32) {
    entries.grow(to: Int(node) + 1)
    note(node)
    count += 1
    if neighbour == node { loopCount += 1 }
    let entry = entries[Int(node)]
    switch entry.count {
    case 0: entries[Int(node)] = AdjacencyEntry(first: neighbour, second: relationship, count: 1)
    case 1: makeRun(node, entry, neighbour, relationship)
    default: insertIntoRun(node, entry, neighbour, relationship)
    }
  }

  /// Takes out a relationship that is there.
  func remove(_ node: UInt32, neighbour: UInt32, relationship: UInt32) {
    count -= 1
    if neighbour == node { loopCount -= 1 }
    let entry = entries[Int(node)]
    switch entry.count {
    case 1: entries[Int(node)] = AdjacencyEntry(first: 0, second: 0, count: 0)
    case 2: dissolveRun(node, entry, neighbour, relationship)
    default: removeFromRun(node, entry, neighbour, relationship)
    }
  }

  /// Notes that a node has a relationship.
  func note(_ node: UInt32) {
    if filledNodes.isEmpty {
      filledNodes = node..<node + 1
    } else if !filledNodes.contains(node) {
      filledNodes = min(filledNodes.lowerBound, node)..<max(filledNodes.upperBound, node + 1)
    }
  }

  private func makeRun(_ node: UInt32, _ only: AdjacencyEntry, _ neighbour: UInt32, _ relationship: UInt32) {
    let (start, capacity) = arena.allocate(atLeast: 2)
    let isAfter = (only.first, only.second) < (neighbour, relationship)
    arena.set(isAfter ? start : start + 1, only.first, only.second)
    arena.set(isAfter ? start + 1 : start, neighbour, relationship)
    entries[Int(node)] = AdjacencyEntry(first: UInt32(start), second: UInt32(capacity), count: 2)
  }

  private func dissolveRun(
    _ node: UInt32, _ entry: AdjacencyEntry, _ neighbour: UInt32, _ relationship: UInt32
  ) {
    let start = Int(entry.first)
    let position = arena.rank(neighbour, relationship, start: start, count: 2)
    let other = start + 1 - position
    entries[Int(node)] = AdjacencyEntry(
      first: arena.nodes[other], second: arena.relationships[other], count: 1)
    releaseRun(node, entry)
  }

  private func insertIntoRun(
    _ node: UInt32, _ old: AdjacencyEntry, _ neighbour: UInt32, _ relationship: UInt32
  ) {
    var entry = old
    let position = arena.rank(
      neighbour, relationship, start: Int(entry.first), count: Int(entry.count))
    if entry.count >= Self.hubLength { entry = makeRoom(node, entry, position) }
    let lead = leads.isEmpty ? 0 : leads[node] ?? 0
    let isFull = entry.count == entry.second
    if isFull && lead == 0 {
      entry = relocate(node, entry, position)
    } else if lead > 0 && (isFull || position < Int(entry.count) / 2) {
      let start = Int(entry.first)
      arena.move(from: start, to: start - 1, count: position)
      entry.first -= 1
      entry.second += 1
      setLead(node, lead - 1)
    } else {
      let place = Int(entry.first) + position
      arena.move(from: place, to: place + 1, count: Int(entry.count) - position)
    }
    arena.set(Int(entry.first) + position, neighbour, relationship)
    entry.count += 1
    entries[Int(node)] = entry
  }

  private func removeFromRun(
    _ node: UInt32, _ old: AdjacencyEntry, _ neighbour: UInt32, _ relationship: UInt32
  ) {
    var entry = old
    let start = Int(entry.first)
    let length = Int(entry.count)
    let position = arena.rank(neighbour, relationship, start: start, count: length)
    assert(arena.relationships[start + position] == relationship)
    if position < length / 2 && length >= Self.hubLength {
      arena.move(from: start, to: start + 1, count: position)
      entry.first += 1
      entry.second -= 1
      setLead(node, (leads[node] ?? 0) + 1)
    } else {
      let place = start + position
      arena.move(from: place + 1, to: place, count: length - position - 1)
    }
    entry.count -= 1
    entries[Int(node)] = entry
  }

  /// Moves a full run to a larger block and leaves a gap at a position; the new room lies on the side where it grows.
  private func relocate(_ node: UInt32, _ old: AdjacencyEntry, _ position: Int) -> AdjacencyEntry {
    let length = Int(old.count)
    let (block, capacity) = arena.allocate(atLeast: length + 1)
    let lead = length >= Self.hubLength && position < length / 2 ? capacity - length - 1 : 0
    let start = block + lead
    let source = Int(old.first)
    arena.move(from: source, to: start, count: position)
    arena.move(from: source + position, to: start + position + 1, count: length - position)
    releaseRun(node, old)
    setLead(node, lead)
    return AdjacencyEntry(first: UInt32(start), second: UInt32(capacity - lead), count: old.count)
  }

  /// Moves the run of a hub into the middle of its block where all the room lies on the side away from a position:
  /// once, so that the inserts that follow move the shorter side.
  private func makeRoom(_ node: UInt32, _ old: AdjacencyEntry, _ position: Int) -> AdjacencyEntry {
    let lead = leads[node] ?? 0
    let behind = Int(old.second - old.count)
    let isInFront = position < Int(old.count) / 2
    guard isInFront ? lead == 0 && behind > 1 : behind == 0 && lead > 1 else { return old }
    let newLead = (lead + behind) / 2
    let start = Int(old.first) - lead + newLead
    arena.move(from: Int(old.first), to: start, count: Int(old.count))
    setLead(node, newLead)
    let capacity = Int(old.second) + lead - newLead
    return AdjacencyEntry(first: UInt32(start), second: UInt32(capacity), count: old.count)
  }

  private func releaseRun(_ node: UInt32, _ entry: AdjacencyEntry) {
    let lead = leads.isEmpty ? 0 : leads[node] ?? 0
    arena.release(start: Int(entry.first) - lead, capacity: Int(entry.second) + lead)
    setLead(node, 0)
  }

  private func setLead(_ node: UInt32, _ lead: Int) {
    if lead > 0 {
      leads[node] = lead
    } else if !leads.isEmpty {
      leads[node] = nil
    }
  }
}

extension Adjacency {
  /// The number of relationships from a node to itself.
  func loops(at node: UInt32) -> Int {
    guard Int(node) < entries.capacity else { return 0 }
    let entry = entries[Int(node)]
    if entry.count <= 1 { return entry.count == 1 && entry.first == node ? 1 : 0 }
    let start = Int(entry.first)
    let length = Int(entry.count)
    return arena.rank(node, .max, start: start, count: length)
      - arena.rank(node, 0, start: start, count: length)
  }

  /// The blocks of the arena that runs use, the room on both sides included.
  var usedBlocks: [Range<Int>] {
    filledNodes.compactMap { node in
      let entry = entries[Int(node)]
      let start = Int(entry.first)
      return entry.count < 2 ? nil : start - (leads[node] ?? 0)..<start + Int(entry.second)
    }
  }
}
