/// Gives the relationships of a type, or all, by id, a batch at a time.
///
/// Relationships that come meanwhile may be met or not; those that go are not met any more.
public struct RelationshipCursor {
  private let store: RelationshipStore
  private let type: Int?
  private var position: UInt32
  private let end: UInt32

  /// Makes a cursor before the first relationship of a type, or of all (nil).
  public init(_ graph: Graph, type: TypeID?) {
    let all = 0..<graph.relationships.limit
    self.init(graph, type: type, within: type.map { graph.relationshipIDs(of: $0) } ?? all)
  }

  /// Makes a cursor before the first relationship of a type, or of all (nil), with an id in a range.
  public init(_ graph: Graph, type: TypeID?, within ids: Range<UInt32>) {
    store = graph.relationships
    self.type = type.map { Int($0.rawValue) }
    position = ids.lowerBound
    end = min(ids.upperBound, graph.relationships.limit)
  }

  /// Appends up to so many relationships; false where none were left.
  public mutating func next(into ids: inout [UInt32], atMost limit: Int) -> Bool {
    let before = ids.count
    let code = type.map { UInt16(exactly: $0 + 1) ?? RelationshipStore.rareCode }
    while position < end && ids.count - before < limit {
      if let code, code != RelationshipStore.rareCode {
        position = store.codes.firstIndex(of: code, from: position, to: end)
        if position == end { break }
        ids.append(position)
      } else {
        let found = store.type(of: position)
        if found >= 0 && type.map({ $0 == found }) ?? true { ids.append(position) }
      }
      position += 1
    }
    return ids.count > before
  }
}

extension Graph {
  /// A range that holds the ids of all relationships of a type.
  public func relationshipIDs(of type: TypeID) -> Range<UInt32> { relationships.ids(of: type) }
}

extension SparseBuffer<UInt16> {
  /// Where a value is next in a range, or the range's end; 16 elements a step, so that rare types are found fast.
  fileprivate func firstIndex(of value: UInt16, from start: UInt32, to end: UInt32) -> UInt32 {
    var position = Int(start)
    let end = Int(end)
    let wanted = SIMD16<UInt16>(repeating: value)
    while position + 16 <= end {
      if base[position] == value { return UInt32(position) }
      let block = UnsafeRawPointer(base + position).loadUnaligned(as: SIMD16<UInt16>.self)
      if any(block .== wanted) { break }
      position += 16
    }
    while position < end && base[position] != value { position += 1 }
    return UInt32(position)
  }
}
