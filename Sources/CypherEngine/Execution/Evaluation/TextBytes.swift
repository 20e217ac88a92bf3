import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// The order of two texts by bytes, which is by code points: negative, zero or positive.
  func order(_ other: UnsafeBufferPointer<UInt8>) -> Int {
    let order = Self.memory(self, other, Swift.min(count, other.count))
    return order == 0 ? count - other.count : order
  }

  /// Whether the text begins with another.
  func begins(with prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    count >= prefix.count && Self.memory(self, prefix, prefix.count) == 0
  }

  /// Whether the text ends with another.
  func ends(with suffix: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count >= suffix.count else { return false }
    let tail = UnsafeBufferPointer(rebasing: self[(count - suffix.count)...])
    return Self.memory(tail, suffix, suffix.count) == 0
  }

  private static func memory(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ count: Int
  ) -> Int {
    guard count > 0, let a = a.baseAddress, let b = b.baseAddress else { return 0 }
    return Int(memcmp(a, b, count))
  }
}
