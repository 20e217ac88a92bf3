/// The nodes of an index by value: a bucket for each distinct value, found by hash.
///
/// A bucket stays when its last node goes, to be filled again; when most are empty the index is made anew.
struct IndexBuckets {
  /// A value and its only node, or one of the marks below: what a look-up reads lies together.
  private struct Bucket {
    let word: UInt64
    var only: UInt32
    let kind: IndexKey.Kind

    init(_ key: IndexKey) {
      (word, kind) = (key.word, key.kind)
      only = IndexBuckets.nobody
    }

    var key: IndexKey { IndexKey(kind, word) }
  }

  private var buckets: [Bucket] = []
  /// The number of buckets that hold a node.
  private(set) var filledCount = 0
  /// The number of nodes.
  private(set) var nodeCount = 0
  /// The nodes of buckets with several, ascending.
  private var many: [Int: [UInt32]] = [:]
  /// A hash table: the number of a bucket plus one, and above it the hash of its value, so that others are passed over
  /// without a look at them; 0 is free.
  private var slots: [UInt64] = []

  private static let nobody = UInt32.max
  private static let several = UInt32.max - 1

  /// The number of buckets, empty ones included.
  var bucketCount: Int { buckets.count }

  /// The value of a bucket.
  func key(of bucket: Int) -> IndexKey { buckets[bucket].key }

  /// The number of buckets that hold one node.
  var singleCount: Int { filledCount - many.count }

  /// The bucket of a value, if there is one.
  func find(_ key: IndexKey) -> Int? {
    guard !slots.isEmpty else { return nil }
    let hash = key.hash
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash) {
        let bucket = Self.bucket(in: slots[slot])
        if buckets[bucket].key == key { return bucket }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The node that is alone in a bucket; nil where there are several or none.
  func onlyNode(_ bucket: Int) -> UInt32? {
    let node = buckets[bucket].only
    return node < Self.several ? node : nil
  }

  /// The nodes of a bucket, ascending.
  func nodes(_ bucket: Int) -> [UInt32] {
    switch buckets[bucket].only {
    case Self.nobody: []
    case Self.several: many[bucket] ?? []
    default: [buckets[bucket].only]
    }
  }

  /// Adds a node that is not there, and says the number of the bucket where it is new.
  mutating func insert(_ node: UInt32, _ key: IndexKey) -> Int? {
    nodeCount += 1
    let found = find(key)
    let bucket = found ?? makeBucket(key)
    switch buckets[bucket].only {
    case Self.nobody:
      buckets[bucket].only = node
      filledCount += 1
    case Self.several: Self.insert(node, into: &many[bucket, default: []])
    default:
      many[bucket] = [min(buckets[bucket].only, node), max(buckets[bucket].only, node)]
      buckets[bucket].only = Self.several
    }
    return found == nil ? bucket : nil
  }

  /// Takes out a node that is there.
  mutating func remove(_ node: UInt32, _ key: IndexKey) {
    guard let bucket = find(key) else { return assertionFailure("the index misses a value") }
    nodeCount -= 1
    if buckets[bucket].only != Self.several {
      buckets[bucket].only = Self.nobody
      filledCount -= 1
      return
    }
    Self.remove(node, from: &many[bucket, default: []])
    if let rest = many[bucket], rest.count == 1 {
      buckets[bucket].only = rest[0]
      many[bucket] = nil
    }
  }

  /// Whether so many buckets are empty that the index should be made anew.
  var isUntidy: Bool { buckets.count - filledCount > 1024 && filledCount < buckets.count / 4 }

  private mutating func makeBucket(_ key: IndexKey) -> Int {
    if (buckets.count + 1) * 4 > slots.count * 3 { growSlots() }
    buckets.append(Bucket(key))
    place(UInt64(key.hash) << 32 | UInt64(buckets.count))
    return buckets.count - 1
  }

  private mutating func growSlots() {
    let old = slots
    slots = [UInt64](repeating: 0, count: max(16, old.count * 2))
    for entry in old where entry != 0 { place(entry) }
  }

  private mutating func place(_ entry: UInt64) {
    var slot = Int(entry >> 32) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private static func bucket(in entry: UInt64) -> Int { Int(entry & 0xFFFF_FFFF) - 1 }

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
