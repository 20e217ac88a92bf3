internal import Glibc

/// Memory for trivial elements indexed by id: all bits are zero until written, and pages that nothing was written to
/// cost address space only, so ids may be far apart.
///
/// Lifetime: the pointer holds until the next call of `grow` or `free`; the owner, always a class, frees it in
/// `deinit`.
@frozen @usableFromInline struct SparseBuffer<Element: BitwiseCopyable> {
  /// The element of id 0; nil before anything is reserved.
  @usableFromInline var pointer: UnsafeMutablePointer<Element>?
  /// The number of elements there is room for: all ids below may be read.
  @usableFromInline var capacity: Int

  @inlinable init() {
    pointer = nil
    capacity = 0
  }

  /// The element of id 0.
  ///
  /// - Precondition: the capacity is not 0, or nothing is read through it.
  @inlinable var base: UnsafeMutablePointer<Element> { pointer.unsafelyUnwrapped }

  @inlinable subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < capacity)
      return pointer.unsafelyUnwrapped[index]
    }
    nonmutating set {
      assert(index >= 0 && index < capacity)
      pointer.unsafelyUnwrapped[index] = newValue
    }
  }

  /// Makes room for ids below a limit, and for more, so that the next growth is far.
  @inlinable mutating func grow(to needed: Int) {
    if needed > capacity { resize(to: max(needed, capacity &* 2, 8)) }
  }

  /// Makes room for ids below a limit.
  mutating func reserve(_ needed: Int) {
    if needed > capacity { resize(to: needed) }
  }

  /// The same elements in memory of their own, as far as ids are below a limit; as many ids may be read.
  func copy(to limit: Int) -> SparseBuffer {
    var copy = SparseBuffer()
    if capacity == 0 { return copy }
    copy.resize(to: capacity)
    copyWritten(
      from: UnsafeMutableRawPointer(base), to: UnsafeMutableRawPointer(copy.base),
      Self.byteCount(min(limit, capacity)))
    return copy
  }

  /// Forgets what ids of a range have.
  func clear(_ ids: Range<Int>) {
    let ids = ids.clamped(to: 0..<capacity)
    if !ids.isEmpty { memset(base + ids.lowerBound, 0, Self.byteCount(ids.count)) }
  }

  mutating func free() {
    release(pointer, Self.byteCount(capacity))
    self = SparseBuffer()
  }

  @usableFromInline mutating func resize(to newCapacity: Int) {
    let oldBytes = Self.byteCount(capacity)
    let newBytes = Self.byteCount(newCapacity)
    let block = zeroed(newBytes)
    if let pointer { copyWritten(from: UnsafeMutableRawPointer(pointer), to: block, oldBytes) }
    release(pointer, oldBytes)
    pointer = block.assumingMemoryBound(to: Element.self)
    capacity = newCapacity
  }

  private static func byteCount(_ capacity: Int) -> Int { capacity * MemoryLayout<Element>.stride }
}

/// From this size on blocks are mapped by themselves, so that untouched pages stay out of memory.
private let mappedSize = 1 << 18
private let pageSize = 4096

private func zeroed(_ bytes: Int) -> UnsafeMutableRawPointer {
  if bytes < mappedSize {
    guard let block = calloc(bytes, 1) else { preconditionFailure("out of memory") }
    return block
  }
  let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
  let block = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0)
  guard let block, block != MAP_FAILED else { preconditionFailure("out of memory") }
  return block
}

private func release(_ block: UnsafeMutableRawPointer?, _ bytes: Int) {
  if bytes < mappedSize { free(block) } else { munmap(block, bytes) }
}

/// Copies page by page and leaves out those that are all zero: writing them would make them resident.
private func copyWritten(
  from source: UnsafeMutableRawPointer, to target: UnsafeMutableRawPointer, _ bytes: Int
) {
  for start in stride(from: 0, to: bytes, by: pageSize) {
    let length = min(pageSize, bytes - start)
    if isZero(source + start, length) { continue }
    memcpy(target + start, source + start, length)
  }
}

private func isZero(_ pointer: UnsafeMutableRawPointer, _ length: Int) -> Bool {
  let head = min(16, length)
  for index in 0..<head where pointer.load(fromByteOffset: index, as: UInt8.self) != 0 { return false }
  // The rest is zero if it equals itself moved by the head, which is.
  return memcmp(pointer, pointer + head, length - head) == 0
}
