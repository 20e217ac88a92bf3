internal import Glibc

/// Memory for trivial elements that one owner grows, shrinks and frees by hand.
///
/// Lifetime: the pointer holds until the next call of `reserve`, `append`, `trim` or `free`; the owner, always a
/// class, frees it in `deinit`. Nothing is initialised: the owner keeps the count of what it wrote.
@frozen @usableFromInline struct Buffer<Element: BitwiseCopyable> {
  /// The first element; nil before anything is reserved.
  @usableFromInline var pointer: UnsafeMutablePointer<Element>?
  /// The number of elements in use.
  @usableFromInline var count: Int
  /// The number of elements there is room for.
  @usableFromInline var capacity: Int

  @inlinable init() {
    pointer = nil
    count = 0
    capacity = 0
  }

  /// The first element.
  ///
  /// - Precondition: something was reserved, or nothing is read through it.
  @inlinable var base: UnsafeMutablePointer<Element> { pointer.unsafelyUnwrapped }

  /// What is in use; it holds as long as the pointer does.
  @inlinable var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: pointer, count: count) }

  @inlinable subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return pointer.unsafelyUnwrapped[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      pointer.unsafelyUnwrapped[index] = newValue
    }
  }

  /// Appends an element; growth is by half, so that appending is cheap in the mean.
  @inlinable mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    pointer.unsafelyUnwrapped[count] = element
    count += 1
  }

  /// Appends an element so often.
  @inlinable mutating func append(repeating element: Element, count more: Int) {
    grow(to: count + more)
    (base + count).initialize(repeating: element, count: more)
    count += more
  }

  /// Makes room for so many elements in all, and more, so that the next growth is far.
  @usableFromInline mutating func grow(to needed: Int) {
    if needed > capacity { resize(to: max(needed, capacity + capacity / 2, 8)) }
  }

  /// Makes room for exactly so many elements where there is less.
  mutating func reserve(_ needed: Int) {
    if needed > capacity { resize(to: needed) }
  }

  /// Gives back the room that is not in use.
  mutating func trim() {
    if capacity > count { resize(to: count) }
  }

  /// The bytes there is room for.
  var bytes: Int { capacity * MemoryLayout<Element>.stride }

  /// The same elements in memory of their own; its first element is there where this one's is, in use or not.
  func copy() -> Buffer {
    var copy = Buffer()
    guard let pointer else { return copy }
    copy.reserve(max(count, 1))
    copy.base.update(from: pointer, count: count)
    copy.count = count
    return copy
  }

  mutating func free() {
    Glibc.free(pointer)
    self = Buffer()
  }

  private mutating func resize(to newCapacity: Int) {
    guard newCapacity > 0 else { return free() }
    // Large blocks are remapped, not copied, by the C library.
    let block = realloc(pointer, newCapacity * MemoryLayout<Element>.stride)
    guard let block else { preconditionFailure("out of memory") }
    pointer = block.assumingMemoryBound(to: Element.self)
    capacity = newCapacity
  }
}
