internal import Glibc

/// Where the runs of an adjacency lie: neighbours and relationships at the same positions of two arrays, and the
/// blocks that were given back, by size.
struct RunArena {
  /// The neighbours of all runs.
  private(set) var nodes = Buffer<UInt32>()
  /// The relationships of all runs.
  private(set) var relationships = Buffer<UInt32>()
  private var freeBlocks: [[UInt32]] = []

  /// The same in memory of its own.
  func copy() -> RunArena {
    var copy = self
    (copy.nodes, copy.relationships) = (nodes.copy(), relationships.copy())
    return copy
  }

  mutating func free() {
    nodes.free()
    relationships.free()
  }

  /// A block with room for so many entries, and how many really fit.
  mutating func allocate(atLeast needed: Int) -> (start: Int, capacity: Int) {
    let size = BlockSize(atLeast: needed)
    if size.index < freeBlocks.count, let start = freeBlocks[size.index].popLast() {
      return (Int(start), size.capacity)
    }
    let start = nodes.count
    nodes.grow(to: start + size.capacity)
    relationships.grow(to: start + size.capacity)
    nodes.count += size.capacity
    relationships.count += size.capacity
    return (start, size.capacity)
  }

  /// Gives a block back; what does not make up a size is lost.
  mutating func release(start: Int, capacity: Int) {
    guard let size = BlockSize(atMost: capacity) else { return }
    while freeBlocks.count <= size.index { freeBlocks.append([]) }
    freeBlocks[size.index].append(UInt32(start))
  }

  /// Makes an empty arena one block of so many entries.
  mutating func reserve(_ count: Int) {
    nodes.reserve(count)
    relationships.reserve(count)
    nodes.count = count
    relationships.count = count
  }

  @inline(__always)
  func set(_ position: Int, _ neighbour: UInt32, _ relationship: UInt32) {
    nodes.base[position] = neighbour
    relationships.base[position] = relationship
  }

  func move(from source: Int, to target: Int, count: Int) {
    memmove(nodes.base + target, nodes.base + source, count * MemoryLayout<UInt32>.stride)
    memmove(relationships.base + target, relationships.base + source, count * MemoryLayout<UInt32>.stride)
  }

  /// Sorts a run by neighbour, and by relationship where neighbours are the same; relationships ascend already.
  func sort(start: Int, count: Int) {
    let neighbours = nodes.base + start
    let ids = relationships.base + start
    if count > 32 { return Self.sortLong(neighbours, ids, count) }
    for index in 1..<count {
      let (neighbour, id) = (neighbours[index], ids[index])
      var place = index
      while place > 0, neighbours[place - 1] > neighbour {
        neighbours[place] = neighbours[place - 1]
        ids[place] = ids[place - 1]
        place -= 1
      }
      neighbours[place] = neighbour
      ids[place] = id
    }
  }

  /// Sorts pairs as words, the neighbour above the relationship.
  private static func sortLong(
    _ neighbours: UnsafeMutablePointer<UInt32>, _ ids: UnsafeMutablePointer<UInt32>, _ count: Int
  ) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { memory in
      var words = memory
      for index in 0..<count { words[index] = UInt64(neighbours[index]) << 32 | UInt64(ids[index]) }
      words.sort()
      for index in 0..<count {
        neighbours[index] = UInt32(truncatingIfNeeded: words[index] >> 32)
        ids[index] = UInt32(truncatingIfNeeded: words[index])
      }
    }
  }

  /// How many entries of a run come before a neighbour and relationship.
  func rank(_ neighbour: UInt32, _ relationship: UInt32, start: Int, count: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let other = nodes.base[start + middle]
      if other < neighbour || (other == neighbour && relationships.base[start + middle] < relationship) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

/// The sizes of blocks: 4, 6, 8, 12, 16, 24 and so on.
private struct BlockSize {
  let index: Int

  var capacity: Int { (4 + (index & 1) * 2) << (index >> 1) }

  /// The smallest size with room for so many.
  init(atLeast needed: Int) {
    let floor = Self.floor(max(needed, 4))
    index = BlockSize(index: floor).capacity < needed ? floor + 1 : floor
  }

  /// The largest size that fits into so many, if any.
  init?(atMost capacity: Int) {
    guard capacity >= 4 else { return nil }
    index = Self.floor(capacity)
  }

  private init(index: Int) { self.index = index }

  private static func floor(_ capacity: Int) -> Int {
    let exponent = Int.bitWidth - 1 - capacity.leadingZeroBitCount
    let isOverHalf = capacity >> (exponent - 1) & 1
    return (exponent - 2) * 2 + isOverHalf
  }
}
