/// Where the neighbours of one node are: nowhere (`count` 0), here (`count` 1), or in a run of the arena.
@frozen @usableFromInline struct AdjacencyEntry: BitwiseCopyable {
  /// The only neighbour, or where the run begins.
  @usableFromInline var first: UInt32
  /// The only relationship, or how many entries fit into the run.
  @usableFromInline var second: UInt32
  /// The number of neighbours.
  @usableFromInline var count: UInt32

  @inlinable init(first: UInt32, second: UInt32, count: UInt32) {
    self.first = first
    self.second = second
    self.count = count
  }
}

/// The relationships of one type in one direction, by node, for reading in kernels.
///
/// Lifetime: a view and the buffers that it gives hold until the next change of the graph. It only reads, so several
/// threads may share it until then.
@frozen public struct AdjacencyView: @unchecked Sendable {
  @usableFromInline let entries: UnsafePointer<AdjacencyEntry>?
  @usableFromInline let limit: UInt32
  @usableFromInline let nodes: UnsafePointer<UInt32>?
  @usableFromInline let arenaRelationships: UnsafePointer<UInt32>?

  @inlinable init(
    entries: UnsafePointer<AdjacencyEntry>?, limit: UInt32, nodes: UnsafePointer<UInt32>?,
    relationships: UnsafePointer<UInt32>?
  ) {
    self.entries = entries
    self.limit = limit
    self.nodes = nodes
    self.arenaRelationships = relationships
  }

  /// All nodes that have a relationship are below.
  @inlinable public var nodeLimit: UInt32 { limit }

  /// The number of relationships at a node.
  @inlinable public func degree(_ node: UInt32) -> Int {
    node < limit ? Int(entries.unsafelyUnwrapped[Int(node)].count) : 0
  }

  /// The nodes at the other ends, ascending; parallel relationships repeat theirs.
  @inlinable public func neighbours(of node: UInt32) -> UnsafeBufferPointer<UInt32> {
    guard node < limit else { return UnsafeBufferPointer(start: nil, count: 0) }
    let entry = entries.unsafelyUnwrapped + Int(node)
    let count = Int(entry.pointee.count)
    if count == 1 { return UnsafeBufferPointer(start: word(entry, 0), count: 1) }
    return UnsafeBufferPointer(start: run(nodes, entry), count: count)
  }

  /// The relationships, in the order of `neighbours`; parallel ones ascend.
  @inlinable public func relationships(of node: UInt32) -> UnsafeBufferPointer<UInt32> {
    guard node < limit else { return UnsafeBufferPointer(start: nil, count: 0) }
    let entry = entries.unsafelyUnwrapped + Int(node)
    let count = Int(entry.pointee.count)
    if count == 1 { return UnsafeBufferPointer(start: word(entry, 1), count: 1) }
    return UnsafeBufferPointer(start: run(arenaRelationships, entry), count: count)
  }

  /// The neighbour and the relationship of a node that has one; nil where it has none or several.
  @inlinable public func only(of node: UInt32) -> (neighbour: UInt32, relationship: UInt32)? {
    guard node < limit else { return nil }
    let entry = entries.unsafelyUnwrapped[Int(node)]
    return entry.count == 1 ? (entry.first, entry.second) : nil
  }

  /// A word of an entry that is its own run.
  @inlinable func word(_ entry: UnsafePointer<AdjacencyEntry>, _ index: Int) -> UnsafePointer<UInt32> {
    UnsafeRawPointer(entry).assumingMemoryBound(to: UInt32.self) + index
  }

  @inlinable func run(
    _ arena: UnsafePointer<UInt32>?, _ entry: UnsafePointer<AdjacencyEntry>
  ) -> UnsafePointer<UInt32>? {
    arena.map { $0 + Int(entry.pointee.first) }
  }
}

extension AdjacencyView {
  /// Nothing.
  public static var empty: AdjacencyView {
    AdjacencyView(entries: nil, limit: 0, nodes: nil, relationships: nil)
  }
}
