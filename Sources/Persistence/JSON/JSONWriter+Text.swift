extension JSONWriter {
  /// Writes text between quotes, with what JSON or a terminal would take amiss as escapes.
  @inline(__always)
  mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    var at = start
    let end = start + text.count
    // A byte becomes six at most; long texts go in blocks, so that the room kept for that stays small.
    while at < end {
      let blockEnd = at + min(end - at, 1 << 14)
      buffer.reserve((blockEnd - at) &* 6)
      var out = buffer.memory + buffer.count
      while blockEnd - at >= 8 {
        let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self)
        UnsafeMutableRawPointer(out).storeBytes(of: word, as: UInt64.self)
        let plain = JSONWriter.plainCount(UInt64(littleEndian: word))
        at += plain
        out += plain
        if plain < 8 { JSONWriter.copyOne(&at, end, &out) }
      }
      while at < blockEnd { JSONWriter.copyOne(&at, end, &out) }
      buffer.count = out - buffer.memory
    }
  }

  /// How many bytes of a word, from its first, are neither special nor may begin something special.
  @inline(__always)
  private static func plainCount(_ word: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let deletes = word ^ (ones &* 0x7F)
    var found =
      (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | (deletes &- ones) & ~deletes
      | (word &- ones &* 0x20) & ~word
    if word & highs != 0 {
      for lead: UInt64 in [0xC2, 0xD8, 0xE2] {
        let leads = word ^ (ones &* lead)
        found |= (leads &- ones) & ~leads
      }
    }
    return (found & highs).trailingZeroBitCount / 8
  }

  /// Copies one byte, or escapes one character.
  @inline(never)
  private static func copyOne(
    _ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ out: inout UnsafeMutablePointer<UInt8>
  ) {
    let byte = at.pointee
    let (unit, length) = special(at, end)
    guard length > 0 else {
      out.pointee = byte
      at += 1
      out += 1
      return
    }
    at += length
    out.pointee = UInt8(ascii: "\\")
    if let letter = shortEscape(byte) {
      out[1] = letter
      out += 2
    } else {
      out[1] = UInt8(ascii: "u")
      for index in 0..<4 {
        let digit = UInt8(truncatingIfNeeded: unit >> UInt32(12 - index * 4)) & 0xF
        out[2 + index] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      out += 6
    }
  }

  private static func shortEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    default: nil
    }
  }

  /// The code point and the length of a character that needs an escape; length 0: it needs none.
  ///
  /// These are quote, backslash, C0, DEL, C1, the line and paragraph separators and the bidirectional controls.
  private static func special(_ at: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> (UInt32, Int) {
    let byte = at.pointee
    switch byte {
    case 0x22, 0x5C, 0x7F, 0x00..<0x20: return (UInt32(byte), 1)
    case 0xC2 where end - at >= 2 && at[1] < 0xA0: return (UInt32(at[1]), 2)
    case 0xD8 where end - at >= 2 && at[1] == 0x9C: return (0x061C, 2)
    case 0xE2 where end - at >= 3:
      let unit = 0x2000 | UInt32(at[1] & 0x3F) << 6 | UInt32(at[2] & 0x3F)
      switch unit {
      case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: return (unit, 3)
      default: return (0, 0)
      }
    default: return (0, 0)
    }
  }
}
