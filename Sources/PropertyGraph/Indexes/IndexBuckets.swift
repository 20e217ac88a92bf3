/// The nodes of an index by value: a bucket for each distinct value, found by hash.
///
/// A bucket stays when its last node goes, to be filled again; when most are empty the index is made anew.
struct IndexBuckets {
  /// The value of each bucket.
  private(set) var keys: [IndexKey] = []
  /// The number of buckets that hold a node.
  private(set) var filledCount = 0
  /// The number of nodes.
  private(set) var nodeCount = 0
  /// The only node of each bucket, or one of the marks below.
  private var only: [UInt32] = []
  /// The nodes of buckets with several, ascending.
  private var many: [Int: [UInt32]] = [:]
  /// A hash table of the buckets plus one; 0 is free.
  private var slots: [UInt32] = []

  private static let nobody = UInt32.max
  private static let several = UInt32.max - 1

  /// The number of buckets that hold one node.
  var singleCount: Int { filledCount - many.count }

  /// The bucket of a value, if there is one.
  func find(_ key: IndexKey) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = key.hash & (slots.count - 1)
    while slots[slot] != 0 {
      let bucket = Int(slots[slot]) - 1
      if keys[bucket] == key { return bucket }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The node that is alone in a bucket; nil where there are several or none.
  func onlyNode(_ bucket: Int) -> UInt32? {
    let node = only[bucket]
    return node < Self.several ? node : nil
  }

  /// The nodes of a bucket, ascending.
  func nodes(_ bucket: Int) -> [UInt32] {
    switch only[bucket] {
    case Self.nobody: []
    case Self.several: many[bucket] ?? []
    default: [only[bucket]]
    }
  }

  /// Adds a node that is not there, and says the number of the bucket where it is new.
  mutating func insert(_ node: UInt32, _ key: IndexKey) -> Int? {
    nodeCount += 1
    let found = find(key)
    let bucket = found ?? makeBucket(key)
    switch only[bucket] {
    case Self.nobody:
      only[bucket] = node
      filledCount += 1
    case Self.several: Self.insert(node, into: &many[bucket, default: []])
    default:
      many[bucket] = [min(only[bucket], node), max(only[bucket], node)]
      only[bucket] = Self.several
    }
    return found == nil ? bucket : nil
  }

  /// Takes out a node that is there.
  mutating func remove(_ node: UInt32, _ key: IndexKey) {
    guard let bucket = find(key) else { return assertionFailure("the index misses a value") }
    nodeCount -= 1
    if only[bucket] != Self.several {
      only[bucket] = Self.nobody
      filledCount -= 1
      return
    }
    Self.remove(node, from: &many[bucket, default: []])
    if let rest = many[bucket], rest.count == 1 {
      only[bucket] = rest[0]
      many[bucket] = nil
    }
  }

  /// Whether so many buckets are empty that the index should be made anew.
  var isUntidy: Bool { keys.count - filledCount > 1024 && filledCount < keys.count / 4 }

  private mutating func makeBucket(_ key: IndexKey) -> Int {
    if (keys.count + 1) * 4 > slots.count * 3 { growSlots() }
    keys.append(key)
    only.append(Self.nobody)
    place(keys.count - 1)
    return keys.count - 1
  }

  private mutating func growSlots() {
    slots = [UInt32](repeating: 0, count: max(16, slots.count * 2))
    for bucket in keys.indices { place(bucket) }
  }

  private mutating func place(_ bucket: Int) {
    var slot = keys[bucket].hash & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(bucket + 1)
  }

  private static func insert(_ node: UInt32, into nodes: inout [UInt32]) {
    nodes.insert(node, at: rank(node, nodes))
  }

  private static func remove(_ node: UInt32, from nodes: inout [UInt32]) {
    nodes.remove(at: rank(node, nodes))
  }

  private static func rank(_ node: UInt32, _ nodes: [UInt32]) -> Int {
    if let last = nodes.last, last < node { return nodes.count }
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
