import PropertyGraph

/// Looks for a few bytes in long stretches of memory, 32 places at a time.
///
/// Two of the bytes looked for, those that are rarest in what is searched, sift the places; the rest is compared only
/// where both fit. Where that is misled too often, the search goes on byte by byte, so that it stays linear.
struct ByteSearch {
  private let part: [UInt8]
  private let finder: TextFinder
  /// The places in the part of the bytes that sift.
  private let probes: (Int, Int)

  /// How much of the memory is looked at to tell rare bytes.
  private static let sampleSize = 512

  /// Prepares a search for a text that is not empty.
  init(_ text: String, in memory: UnsafeBufferPointer<UInt8>) {
    let part = Array(text.utf8)
    self.part = part
    finder = TextFinder(text)
    var counts = [Int](repeating: 0, count: 256)
    for byte in memory.prefix(Self.sampleSize) { counts[Int(byte)] += 1 }
    let rarest = part.indices.sorted { (counts[Int(part[$0])], $0) < (counts[Int(part[$1])], $1) }
    let first = rarest.first ?? 0
    probes = (first, rarest.first { part[$0] != part[first] } ?? rarest.last ?? 0)
  }

  /// The place of the first occurrence at or after another place.
  ///
  /// - Complexity: O(n) in what is looked at.
  func find(in memory: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = memory.baseAddress, start + Block.size + part.count <= memory.count else {
      return finder.find(in: memory, from: start)
    }
    let raw = UnsafeRawPointer(base)
    let first = Block(repeating: part[probes.0])
    let second = Block(repeating: part[probes.1])
    let end = memory.count - part.count - Block.size
    var place = start
    var allowance = 4096
    while place <= end {
      var hits = Block(raw + place + probes.0).equal(first, and: Block(raw + place + probes.1), second)
      while let offset = hits.next() {
        if matches(base + place + offset) { return place + offset }
        allowance -= part.count
      }
      place += Block.size
      allowance += Block.size
      if allowance < 0 { break }
    }
    return finder.find(in: memory, from: place)
  }

  private func matches(_ pointer: UnsafePointer<UInt8>) -> Bool {
    for index in part.indices where pointer[index] != part[index] { return false }
    return true
  }
}

/// 32 bytes that are compared at once.
private struct Block {
  static let size = 32
  private let bytes: SIMD32<UInt8>

  @inline(__always)
  init(repeating byte: UInt8) { bytes = SIMD32(repeating: byte) }

  @inline(__always)
  init(_ pointer: UnsafeRawPointer) { bytes = pointer.loadUnaligned(as: SIMD32<UInt8>.self) }

  /// The places where this one equals a block and another one equals a fourth.
  @inline(__always)
  func equal(_ mine: Block, and other: Block, _ others: Block) -> Hits {
    Hits(
      words: unsafeBitCast((bytes .== mine.bytes) .& (other.bytes .== others.bytes), to: SIMD4<UInt64>.self))
  }

  /// Places in a block, one after the other.
  struct Hits {
    /// A byte of ones for each place.
    var words: SIMD4<UInt64>

    @inline(__always)
    mutating func next() -> Int? {
      if words[0] | words[1] | words[2] | words[3] == 0 { return nil }
      var word = 0
      while words[word] == 0 { word += 1 }
      let byte = words[word].trailingZeroBitCount / 8
      words[word] &= ~(0xFF << UInt64(byte * 8))
      return word * 8 + byte
    }
  }
}
