/// The buckets of an index in the order of their values, in chunks, so that an insert moves little.
struct SortedBuckets {
  private var chunks: [[Int32]]
  private static let chunkSize = 512

  /// Takes buckets that are in order.
  init(_ sorted: [Int32]) {
    chunks = stride(from: 0, to: sorted.count, by: Self.chunkSize / 2).map {
      Array(sorted[$0..<min($0 + Self.chunkSize / 2, sorted.count)])
    }
  }

  /// Puts a bucket before the first that does not come before it.
  mutating func insert(_ bucket: Int32, isBefore: (Int32) -> Bool) {
    guard let last = chunks.indices.last else {
      chunks = [[bucket]]
      return
    }
    var (chunk, offset) = position(isBefore)
    if chunk > last { (chunk, offset) = (last, chunks[last].count) }
    chunks[chunk].insert(bucket, at: offset)
    if chunks[chunk].count > Self.chunkSize { split(chunk) }
  }

  /// Calls with the buckets in order, from the first that does not come before, while the call says to go on.
  func forEach(from isBefore: (Int32) -> Bool, while body: (Int32) -> Bool) {
    var (chunk, offset) = position(isBefore)
    while chunk < chunks.count {
      for bucket in chunks[chunk][offset...] where !body(bucket) { return }
      chunk += 1
      offset = 0
    }
  }

  /// Where the first bucket is that does not come before.
  private func position(_ isBefore: (Int32) -> Bool) -> (chunk: Int, offset: Int) {
    let chunk = partition(chunks.count) { isBefore(chunks[$0][chunks[$0].count - 1]) }
    return (chunk, chunk == chunks.count ? 0 : partition(chunks[chunk].count) { isBefore(chunks[chunk][$0]) })
  }

  private func partition(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func split(_ chunk: Int) {
    let half = chunks[chunk].count / 2
    chunks.insert(Array(chunks[chunk][half...]), at: chunk + 1)
    chunks[chunk].removeLast(chunks[chunk].count - half)
  }
}
