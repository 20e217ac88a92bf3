/// Distinct strings and their dense codes; the bytes lie behind one another in the order of the codes.
///
/// Equal means equal bytes: composed and decomposed forms are different strings, as in openCypher. Each string is
/// followed by one byte 0xFF, which no UTF-8 holds, so that a search over many strings finds nothing that spans two.
/// Strings are never dropped.
public final class TextHeap {
  /// Stands for null among codes.
  public static let none: UInt32 = .max

  @exclusivity(unchecked) @usableFromInline var bytes = Buffer<UInt8>()
  /// Where each string begins; one entry more than there are strings.
  @exclusivity(unchecked) @usableFromInline var starts = Buffer<Int>()
  @exclusivity(unchecked) var table = TextTable()

  /// Makes an empty heap.
  public init() { starts.append(0) }

  deinit {
    bytes.free()
    starts.free()
    table.free()
  }

  /// The number of distinct strings; all codes are below.
  @inlinable public var count: Int { starts.count &- 1 }

  /// The string of a code.
  public func string(_ code: UInt32) -> String {
    withBytes(code) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls with the bytes of a string, which hold during the call.
  @inlinable public func withBytes<R>(_ code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    body(span(code))
  }

  /// The number of bytes of a string.
  @inlinable public func byteCount(_ code: UInt32) -> Int {
    let start = starts.base + Int(code)
    return start[1] &- start[0] &- 1
  }

  /// Orders two strings by bytes, which is by code points: negative, zero or positive.
  @inlinable public func compare(_ a: UInt32, _ b: UInt32) -> Int {
    a == b ? 0 : compareBytes(span(a), span(b))
  }

  @inlinable func span(_ code: UInt32) -> UnsafeBufferPointer<UInt8> {
    assert(Int(code) < count)
    let start = starts.base + Int(code)
    return UnsafeBufferPointer(start: bytes.base + start[0], count: start[1] &- start[0] &- 1)
  }
}
