extension JSONReader {
  /// Reads a text: its UTF-8, without escapes, until the next call.
  @inline(__always)
  public mutating func text() throws(DataError) -> UnsafeBufferPointer<UInt8> {
    guard try peek() == UInt8(ascii: "\"") else { throw unexpected(.text) }
    return try text(isKey: false)
  }

  /// Reads a text as a string.
  public mutating func string() throws(DataError) -> String {
    String(decoding: try text(), as: UTF8.self)
  }

  /// Reads the text whose quote is next, and for a key the colon behind it.
  mutating func text(isKey: Bool) throws(DataError) -> UnsafeBufferPointer<UInt8> {
    at += 1
    var begin = at
    while true {
      at = JSONReader.plainEnd(at)
      if at.pointee == UInt8(ascii: "\"") { break }
      if at.pointee == UInt8(ascii: "\\") { return try escapedText(from: begin, isKey: isKey) }
      if at < end { throw error(.controlCharacter(at.pointee)) }
      guard let moved = try refill(keeping: begin) else { throw unexpected(.endOfString) }
      begin = moved
    }
    let count = at - begin
    at += 1
    guard isKey else { return UnsafeBufferPointer(start: begin, count: count) }
    if at.pointee == UInt8(ascii: ":") {
      at += 1
      return UnsafeBufferPointer(start: begin, count: count)
    }
    // Spaces before the colon may move the window: the key goes to safety first.
    scratch.count = 0
    scratch.append(UnsafeBufferPointer(start: begin, count: count))
    try pass(UInt8(ascii: ":"), .colon)
    return scratch.bytes
  }

  /// The first byte from here on that is a quote, a backslash or a control character.
  ///
  /// Eight at a time: a byte below a bound has its high bit set after the subtraction, and not before.
  @inline(__always)
  static func plainEnd(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var at = start
    while true {
      let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      let found =
        ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | (word &- ones &* 0x20) & ~word)
        & highs
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
  }

  /// Reads on from the first backslash of a text into the scratch space.
  @inline(never)
  private mutating func escapedText(from begin: UnsafePointer<UInt8>, isKey: Bool) throws(DataError)
    -> UnsafeBufferPointer<UInt8>
  {
    scratch.count = 0
    var begin = begin
    while true {
      at = JSONReader.plainEnd(at)
      scratch.append(UnsafeBufferPointer(start: begin, count: at - begin))
      switch at.pointee {
      case UInt8(ascii: "\""):
        at += 1
        if isKey { try pass(UInt8(ascii: ":"), .colon) }
        return scratch.bytes
      case UInt8(ascii: "\\"): try escape()
      case let byte where at < end: throw error(.controlCharacter(byte))
      default: guard try refill(keeping: at) != nil else { throw unexpected(.endOfString) }
      }
      begin = at
    }
  }

  private mutating func escape() throws(DataError) {
    try fetch(12)
    let letter = at[1]
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(letter)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"): return try unicodeEscape()
    default:
      if end - at < 2 { at = end }
      throw at == end ? unexpected(.endOfString) : error(.badEscape)
    }
    at += 2
  }

  private mutating func unicodeEscape() throws(DataError) {
    guard let unit = hexadecimal(at + 2) else {
      let digits = UnsafeBufferPointer(start: at + 2, count: end - at - 2)
      let isCut = digits.count < 4 && digits.allSatisfy { JSONReader.digit($0) != nil }
      if isCut { at = end }
      throw isCut ? unexpected(.endOfString) : error(.badEscape)
    }
    var scalar = Unicode.Scalar(unit)
    var length = 6
    if unit & 0xFC00 == 0xD800, at[6] == UInt8(ascii: "\\"), at[7] == UInt8(ascii: "u"),
      let low = hexadecimal(at + 8), low & 0xFC00 == 0xDC00
    {
      scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      length = 12
    }
    guard let scalar else { throw error(.loneSurrogate) }
    scratch.append(scalar)
    at += length
  }

  private func hexadecimal(_ digits: UnsafePointer<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    for index in 0..<4 {
      guard let digit = JSONReader.digit(digits[index]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x37
    default: nil
    }
  }
}
