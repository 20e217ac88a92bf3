/// A text that is looked for whatever its case.
struct FoldedNeedle: Sendable {
  private let scalars: [UInt32]
  /// The last bytes of the code points that the text may begin with: what a scan looks for, whole vectors at a time.
  private let lastBytes: [UInt8]

  /// Makes a text ready to be looked for; nil of an empty one.
  init?(_ text: String) {
    scalars = text.unicodeScalars.map { CaseFold.folded($0.value) }
    guard let first = scalars.first else { return nil }
    let variants = CaseFold.variants(of: first).compactMap { Unicode.Scalar($0) }
    lastBytes = Set(variants.compactMap { String($0).utf8.last }).sorted()
  }

  /// Where the text begins next in a stretch of UTF-8, or nil.
  ///
  /// What is no UTF-8, such as the bytes between the strings of a heap, matches nothing. O(bytes), but for texts that
  /// repeat themselves.
  func place(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, let low = lastBytes.first, let high = lastBytes.last else {
      return nil
    }
    let (lows, highs) = (SIMD32<UInt8>(repeating: low), SIMD32<UInt8>(repeating: high))
    var at = start
    while at < bytes.count {
      let end = min(at + 32, bytes.count)
      defer { at = end }
      if end - at == 32, lastBytes.count <= 2 {
        let chunk = UnsafeRawPointer(base + at).loadUnaligned(as: SIMD32<UInt8>.self)
        if !any((chunk .== lows) .| (chunk .== highs)) { continue }
      }
      for index in at..<end where lastBytes.contains(base[index]) {
        var first = index
        while first > start, base[first] & 0xC0 == 0x80 { first -= 1 }
        if matches(bytes, from: first) { return first }
      }
    }
    return nil
  }

  /// Whether a string holds the text.
  func isFound(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { place(in: $0, from: 0) != nil }
  }

  /// Whether the text stands at a place.
  private func matches(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> Bool {
    var at = place
    for scalar in scalars {
      guard let (found, length) = Self.scalar(in: bytes, at: at), CaseFold.folded(found) == scalar else {
        return false
      }
      at += length
    }
    return true
  }

  /// The code point at a place and the number of its bytes; nil where none begins there.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (UInt32, Int)? {
    guard place < bytes.count else { return nil }
    let first = bytes[place]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 0
    guard length > 0, place + length <= bytes.count else { return nil }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for index in place + 1..<place + length { scalar = scalar << 6 | UInt32(bytes[index] & 0x3F) }
    return (scalar, length)
  }
}
