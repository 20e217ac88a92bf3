internal import PropertyGraph

/// The keys that objects of one sort have, each with a number in the order of first use.
///
/// It remembers which key came after which: most objects repeat the one before, so that a key is known by comparing
/// sixteen bytes at once. It also tells a key that stands twice in one object.
public struct KeyTable: ~Copyable {
  private var entries: UnsafeMutablePointer<Entry>
  private var capacity = 16
  private let names = TextHeap()
  /// The object at hand; an entry that bears its number was met in it.
  private var object: UInt32 = 0
  /// The key that was first in an object last.
  private var first = -1
  private var previous = -1
  private var guess = -1

  /// Makes a table that knows some keys already: they are 0, 1, ….
  public init(_ names: [String] = []) {
    entries = .allocate(capacity: capacity)
    for var name in names { _ = name.withUTF8 { find($0) } }
  }

  deinit { entries.deallocate() }

  /// The number of keys met so far.
  public var count: Int { names.count }

  /// The name of a key.
  public func name(_ index: Int) -> String { names.string(UInt32(index)) }

  /// Begins with a new object.
  @inline(__always)
  public mutating func begin() {
    object &+= 1
    previous = -1
    guess = first
  }

  /// Whether a key of the object at hand was met before.
  @inline(__always)
  public func has(_ index: Int) -> Bool { entries[index].object == object }

  /// Whether no key was met in the object at hand.
  @inline(__always)
  var isAtStart: Bool { previous < 0 }

  /// The key that is expected next, where it stands at the pointer with its quotes and its colon; else -1.
  @inline(__always)
  func expected(at pointer: UnsafePointer<UInt8>) -> Int {
    guard guess >= 0 else { return -1 }
    let bytes = UnsafeRawPointer(pointer)
    let low = bytes.loadUnaligned(as: UInt64.self) & entries[guess].lowMask
    let high = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & entries[guess].highMask
    return low == entries[guess].low && high == entries[guess].high ? guess : -1
  }

  /// The number of bytes of a key with its quotes and its colon.
  @inline(__always)
  func length(_ index: Int) -> Int { entries[index].length }

  /// Notes a key of the object at hand; false: it stands there twice.
  @inline(__always)
  mutating func note(_ index: Int) -> Bool {
    if entries[index].object == object { return false }
    entries[index].object = object
    if previous < 0 { first = index } else { entries[previous].next = index }
    previous = index
    guess = entries[index].next
    return true
  }

  /// The number of a key, which is new where it was never met.
  mutating func find(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    let index = Int(names.intern(bytes: name))
    if index == names.count - 1 && index >= filled { add(name) }
    return index
  }

  private var filled = 0

  private mutating func add(_ name: UnsafeBufferPointer<UInt8>) {
    if filled == capacity {
      let larger = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
      larger.update(from: entries, count: filled)
      entries.deallocate()
      entries = larger
      capacity *= 2
    }
    (entries + filled).initialize(to: Entry(name))
    filled += 1
  }

  private struct Entry {
    /// The key with its quotes and its colon, as it stands in the text, and which of the sixteen bytes are its.
    var low: UInt64 = .max
    var high: UInt64 = .max
    var lowMask: UInt64 = 0
    var highMask: UInt64 = 0
    var length = 0
    var next = -1
    var object: UInt32 = 0

    /// A key that is too long, or is written with escapes, matches nothing: masked bits are never all ones.
    init(_ name: UnsafeBufferPointer<UInt8>) {
      guard name.count <= 13, name.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else { return }
      var text = [UInt8(ascii: "\"")] + Array(name) + Array("\":".utf8)
      length = text.count
      text += [UInt8](repeating: 0, count: 16 - length)
      let mask = text.indices.map { $0 < length ? UInt8.max : 0 }
      (low, high) = Self.words(text)
      (lowMask, highMask) = Self.words(mask)
    }

    private static func words(_ bytes: [UInt8]) -> (UInt64, UInt64) {
      bytes.withUnsafeBytes {
        ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      }
    }
  }
}

extension JSONReader {
  /// Moves to the next member of the object at hand and gives the number of its key; nil: the object ended.
  ///
  /// - Throws: also for a key that stands twice in the object.
  @inline(__always)
  public mutating func nextKey(in table: inout KeyTable) throws(DataError) -> Int? {
    if at.pointee == UInt8(ascii: "}") {
      ascend()
      return nil
    }
    var next = at
    if !table.isAtStart, next.pointee == UInt8(ascii: ",") { next += 1 }
    if next > at || table.isAtStart {
      while JSONReader.isSpace(next.pointee) { next += 1 }
      let index = table.expected(at: next)
      if index >= 0, table.note(index) {
        at = next + table.length(index)
        return index
      }
    }
    return try searchedKey(in: &table)
  }

  @inline(never)
  private mutating func searchedKey(in table: inout KeyTable) throws(DataError) -> Int? {
    var isFirst = table.isAtStart
    guard let name = try nextKey(isFirst: &isFirst) else { return nil }
    let index = table.find(name)
    guard table.note(index) else { throw error(.duplicateKey(table.name(index)), at: keyOffset) }
    return index
  }
}
