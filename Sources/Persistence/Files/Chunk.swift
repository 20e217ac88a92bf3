/// A piece of a text in memory: room for what is left of the piece before, the bytes, and a zero behind them.
///
/// Lifetime: whoever holds it last frees it.
struct Chunk: @unchecked Sendable {
  /// Room before the bytes, for a token that began in the piece before.
  static let headroom = 1 << 16
  /// Zeros behind the bytes: readers stop at them, and words may be loaded across the end.
  static let padding = 32

  private var memory: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private(set) var start: UnsafePointer<UInt8>
  private(set) var count = 0
  /// Why the text ends behind these bytes, if it is not its end.
  var failure: DataError?

  /// Makes an empty piece with room for so many bytes.
  init(capacity: Int) {
    memory = .allocate(capacity: Chunk.headroom + capacity + Chunk.padding)
    self.capacity = capacity
    start = UnsafePointer(memory + Chunk.headroom)
    setCount(0)
  }

  /// Makes a copy of bytes.
  init(_ bytes: [UInt8]) {
    self.init(capacity: bytes.count)
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Reads a file to its end.
  init(wholeOf file: InputFile) throws(DataError) {
    self.init(capacity: (file.size ?? 1 << 16) + 1)
    do {
      while try fill(from: file) {
        var larger = Chunk(capacity: capacity * 2)
        larger.append(bytes)
        free()
        self = larger
      }
    } catch {
      free()
      throw error
    }
  }

  func free() { memory.deallocate() }

  var end: UnsafePointer<UInt8> { start + count }
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
  private var room: Int { Chunk.headroom + capacity - (end - UnsafePointer(memory)) }

  /// Whether the piece, once cleared, takes so many bytes.
  func hasRoom(for count: Int) -> Bool { capacity >= count }

  private mutating func setCount(_ count: Int) {
    self.count = count
    UnsafeMutablePointer(mutating: end).initialize(repeating: 0, count: Chunk.padding)
  }

  /// Makes the piece empty again.
  mutating func clear() {
    start = UnsafePointer(memory + Chunk.headroom)
    failure = nil
    setCount(0)
  }

  /// Adds bytes for which there is room.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    precondition(bytes.count <= room)
    if let source = bytes.baseAddress {
      UnsafeMutablePointer(mutating: end).update(from: source, count: bytes.count)
    }
    setCount(count + bytes.count)
  }

  /// Reads from a byte of a file on, until the piece is full (true) or the file ends (false).
  mutating func fill(from file: InputFile, at offset: inout Int) throws(DataError) -> Bool {
    while room > 0 {
      let got = try file.read(into: UnsafeMutablePointer(mutating: end), atMost: room, from: offset)
      setCount(count + got)
      offset += got
      if got == 0 { return false }
    }
    return true
  }

  /// Reads on until the piece is full (true) or the file ends (false).
  mutating func fill(from file: InputFile) throws(DataError) -> Bool {
    while room > 0 {
      let got = try file.read(into: UnsafeMutablePointer(mutating: end), atMost: room)
      setCount(count + got)
      if got == 0 { return false }
    }
    return true
  }

  /// Cuts the piece before a byte that no UTF-8 has there.
  ///
  /// - Returns: the bytes of a character that the end of the piece cuts, which belong to the next one.
  @discardableResult mutating func checkUTF8(isLast: Bool) -> [UInt8] {
    let cut = isLast ? 0 : bytes.countOfCutCharacter
    let tail = Array(bytes.suffix(cut))
    var valid = count - cut
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: Span(_unsafeElements: UnsafeBufferPointer(rebasing: bytes[..<valid])))
    } catch {
      valid = error.byteOffsets.lowerBound
      failure = DataError(.invalidUTF8)
    }
    setCount(valid)
    return tail
  }

  /// The piece with bytes before it: in place where they fit.
  func preceded(by bytes: UnsafeBufferPointer<UInt8>) -> Chunk {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return self }
    var result = self
    if bytes.count <= start - UnsafePointer(memory) {
      result.start -= bytes.count
      result.count += bytes.count
      UnsafeMutablePointer(mutating: result.start).update(from: source, count: bytes.count)
    } else {
      result = Chunk(capacity: bytes.count + count)
      result.failure = failure
      result.append(bytes)
      result.append(self.bytes)
      free()
    }
    return result
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes at the end begin a character of UTF-8 that needs more.
  fileprivate var countOfCutCharacter: Int {
    for length in 1...3 where length <= count {
      let byte = self[count - length]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return needed > length ? length : 0
    }
    return 0
  }
}
