/// Reads JSON piece by piece, strictly as RFC 8259 says it and no more than 128 levels deep.
///
/// The caller asks for what must come next; anything else is an error with line and column. Nothing is allocated for
/// what is read: texts are shown where they lie, and hold until the next call.
public struct JSONReader: ~Copyable {
  /// How deep lists and objects may lie in one another.
  public static let deepest = 128

  let source: ByteSource
  private var cursor: ByteCursor
  var scratch = ByteBuffer(capacity: 256)
  /// Where the key read last begins, if it was not known by its place.
  public private(set) var keyOffset = 0
  private var depth: Int
  private var capture: Capture?

  /// Reads from a source's window on.
  ///
  /// - Parameter depth: in how many lists and objects it begins.
  public init(_ source: ByteSource, depth: Int = 0) {
    self.source = source
    self.depth = depth
    cursor = ByteCursor(source)
  }

  /// Reads bytes in memory.
  public init(_ bytes: [UInt8]) {
    self.init(ByteSource(bytes))
  }

  // MARK: Where it stands

  /// The next byte.
  @inline(__always)
  var at: UnsafePointer<UInt8> {
    get { cursor.at }
    set { cursor.at = newValue }
  }

  /// The end of the window.
  @inline(__always)
  var end: UnsafePointer<UInt8> { cursor.end }

  /// Where the next byte lies in the whole text.
  public var offset: Int { cursor.offset }

  /// An error at a byte of the whole text.
  public func error(_ fact: DataError.Fact, at offset: Int) -> DataError {
    source.error(fact, at: offset)
  }

  /// An error at the next byte.
  public func error(_ fact: DataError.Fact) -> DataError { error(fact, at: offset) }

  /// The error of meeting something else at the next byte.
  @inline(never)
  func unexpected(_ expected: DataError.Expectation) -> DataError {
    var scalars = String(
      decoding: UnsafeBufferPointer(start: at, count: min(end - at, 64)), as: UTF8.self)
    if scalars.isEmpty { return error(.unexpected(found: nil, expected: expected)) }
    return error(.unexpected(found: scalars.removeFirst(), expected: expected))
  }

  // MARK: Moving on

  /// Gets more bytes, so that the window begins with the byte at `kept`.
  ///
  /// - Returns: where that byte lies now; nil where there is no more.
  @inline(never)
  mutating func refill(keeping kept: UnsafePointer<UInt8>) throws(DataError) -> UnsafePointer<UInt8>? {
    capture?.add(upTo: kept)
    var kept = kept
    guard try cursor.refill(keeping: &kept) else { return nil }
    capture?.start = kept
    return kept
  }

  /// Passes spaces and line ends, and gives the byte behind them; 0 at the end of the text.
  @inline(__always)
  public mutating func peek() throws(DataError) -> UInt8 {
    let byte = at.pointee
    return byte > 0x20 ? byte : try peekBehindSpace()
  }

  @inline(never)
  private mutating func peekBehindSpace() throws(DataError) -> UInt8 {
    while true {
      while JSONReader.isSpace(at.pointee) { at += 1 }
      if at < end { return at.pointee }
      guard try refill(keeping: at) != nil else { return 0 }
    }
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Passes one byte that must stand next, behind spaces.
  @inline(__always)
  mutating func pass(_ byte: UInt8, _ expected: DataError.Expectation) throws(DataError) {
    guard try peek() == byte else { throw unexpected(expected) }
    at += 1
  }

  /// Makes sure that so many bytes are in the window where the text has them.
  mutating func fetch(_ count: Int) throws(DataError) {
    while end - at < count, try refill(keeping: at) != nil {}
  }

  // MARK: Structure

  /// Goes into an object.
  public mutating func beginObject() throws(DataError) {
    guard try peek() == UInt8(ascii: "{") else { throw unexpected(.object) }
    try deepen()
  }

  /// Goes into a list.
  public mutating func beginArray() throws(DataError) {
    guard try peek() == UInt8(ascii: "[") else { throw unexpected(.array) }
    try deepen()
  }

  @inline(__always)
  private mutating func deepen() throws(DataError) {
    if depth == JSONReader.deepest { throw error(.tooDeep(limit: JSONReader.deepest)) }
    depth += 1
    at += 1
  }

  @inline(__always)
  mutating func ascend() {
    depth -= 1
    at += 1
  }

  /// Moves to the next element of the list at hand; false: the list ended.
  @inline(__always)
  public mutating func nextElement(isFirst: inout Bool) throws(DataError) -> Bool {
    let byte = try peek()
    if byte == UInt8(ascii: ",") && !isFirst {
      at += 1
      return true
    }
    if byte == UInt8(ascii: "]") {
      ascend()
      return false
    }
    guard isFirst else { throw unexpected(.commaOrBracket) }
    isFirst = false
    return true
  }

  /// Moves to the next member of the object at hand and shows its key; nil: the object ended.
  ///
  /// Whoever calls looks for keys that stand twice; `nextKey(in:)` does it by itself.
  public mutating func nextKey(isFirst: inout Bool) throws(DataError) -> UnsafeBufferPointer<UInt8>? {
    var byte = try peek()
    if byte == UInt8(ascii: "}") {
      ascend()
      return nil
    }
    if !isFirst {
      guard byte == UInt8(ascii: ",") else { throw unexpected(.commaOrBrace) }
      at += 1
      byte = try peek()
    }
    isFirst = false
    guard byte == UInt8(ascii: "\"") else { throw unexpected(.key) }
    keyOffset = offset
    return try text(isKey: true)
  }

  /// Checks that only spaces are left.
  public mutating func finish() throws(DataError) {
    if try peek() != 0 || at < end { throw unexpected(.endOfText) }
  }

  // MARK: Setting aside

  /// Passes a value, checks it, and gives its bytes, to be read later.
  public mutating func setAside() throws(DataError) -> [UInt8] {
    _ = try peek()
    capture = Capture(start: at)
    defer { capture = nil }
    try skip()
    let valueEnd = at
    capture?.add(upTo: valueEnd)
    return capture?.bytes ?? []
  }

  /// Passes a value and checks it.
  public mutating func skip() throws(DataError) {
    var isFirst = true
    switch try peek() {
    case UInt8(ascii: "{"):
      try beginObject()
      while try nextKey(isFirst: &isFirst) != nil { try skip() }
    case UInt8(ascii: "["):
      try beginArray()
      while try nextElement(isFirst: &isFirst) { try skip() }
    default: _ = try scalar()
    }
  }

  private struct Capture {
    var bytes: [UInt8] = []
    var start: UnsafePointer<UInt8>

    init(start: UnsafePointer<UInt8>) { self.start = start }

    mutating func add(upTo end: UnsafePointer<UInt8>) {
      bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: end - start))
      start = end
    }
  }
}
