/// Bytes in memory that grow at their end.
///
/// Lifetime: what `bytes` shows holds until the next change.
@usableFromInline struct ByteBuffer: ~Copyable {
  @usableFromInline var memory: UnsafeMutablePointer<UInt8>
  @usableFromInline var count = 0
  @usableFromInline var capacity: Int

  init(capacity: Int) {
    memory = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { memory.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  /// Makes room for so many bytes more; the memory behind the count may then be written.
  @inline(__always) mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(to: count + more) }
  }

  @inline(never) private mutating func grow(to needed: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: max(needed, capacity * 2))
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity = max(needed, capacity * 2)
  }

  @inline(__always) mutating func append(_ byte: UInt8) {
    reserve(1)
    memory[count] = byte
    count &+= 1
  }

  @inline(__always) mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    if let source = bytes.baseAddress { (memory + count).update(from: source, count: bytes.count) }
    count &+= bytes.count
  }

  /// Appends a character as UTF-8.
  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar).unsafelyUnwrapped { append(byte) }
  }
}
