internal import Glibc

/// Text as openCypher sees it: a sequence of code points, without canonical equivalence.
///
/// Swift's own `==` and `<` treat composed and decomposed forms as one; openCypher does not.
enum Text {
  /// Whether two texts are the same code points.
  static func equal(_ a: String, _ b: String) -> Bool {
    withBytes(a, b) { a, b in a.count == b.count && memory(a, b, a.count) == 0 }
  }

  /// The order by code point: negative, zero or positive.
  static func compare(_ a: String, _ b: String) -> Int {
    withBytes(a, b) { a, b in
      let order = memory(a, b, min(a.count, b.count))
      return order == 0 ? a.count - b.count : order
    }
  }

  /// The number of code points.
  static func length(_ text: String) -> Int {
    withBytes(text) { bytes in
      var count = 0
      // All bytes but those that go on with a code point.
      for byte in bytes { count &+= byte & 0xC0 == 0x80 ? 0 : 1 }
      return count
    }
  }

  /// Feeds a text's bytes, so that equal texts hash alike.
  static func hash(_ text: String, into hasher: inout Hasher) {
    hasher.combine(text.utf8.count)
    withBytes(text) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Lends the UTF-8 bytes of a text for the length of a call.
  static func withBytes<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }

  private static func withBytes<Result>(
    _ a: String, _ b: String,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withBytes(a) { a in withBytes(b) { b in body(a, b) } }
  }

  private static func memory(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ count: Int
  ) -> Int {
    guard count > 0, let a = a.baseAddress, let b = b.baseAddress else { return 0 }
    return Int(memcmp(a, b, count))
  }
}
