/// The text of strings and quoted names as written.
enum StringLiteral {
  /// A mistake inside a string, with its place.
  struct Mistake: Error {
    var detail: String
    var message: String
    var span: Span
  }

  /// Resolves the escapes of the bytes between the quotes.
  ///
  /// Source: openCypher 9, EscapedChar.
  static func unescape(_ bytes: [UInt8], _ range: Range<Int>) throws(Mistake) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      guard byte == UInt8(ascii: "\\") else {
        out.append(byte)
        at += 1
        continue
      }
      guard at + 1 < range.upperBound else { break }
      let letter = bytes[at + 1]
      switch letter {
      case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "/"):
        out.append(letter)
      case UInt8(ascii: "b"), UInt8(ascii: "B"): out.append(0x08)
      case UInt8(ascii: "f"), UInt8(ascii: "F"): out.append(0x0C)
      case UInt8(ascii: "n"), UInt8(ascii: "N"): out.append(0x0A)
      case UInt8(ascii: "r"), UInt8(ascii: "R"): out.append(0x0D)
      case UInt8(ascii: "t"), UInt8(ascii: "T"): out.append(0x09)
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        let scalar = try codePoint(bytes, &at, range.upperBound)
        out.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        continue
      default:
        let length = CharacterClass.scalar(bytes, at + 1).length
        throw Mistake(
          detail: "UnexpectedSyntax", message: "there is no such escape in a string",
          span: Span(at, at + 1 + length))
      }
      at += 2
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Reads `\uXXXX`, a pair of surrogates, or `\UXXXXXXXX`, and goes behind it.
  private static func codePoint(_ bytes: [UInt8], _ at: inout Int, _ end: Int) throws(Mistake)
    -> Unicode.Scalar
  {
    let start = at
    let isLong = bytes[at + 1] == UInt8(ascii: "U")
    var value = try hex(bytes, start, count: isLong ? 8 : 4, end)
    at += isLong ? 10 : 6
    if value >> 10 == 0x36, at + 1 < end, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
    {
      let low = try hex(bytes, at, count: 4, end)
      if low >> 10 == 0x37 {
        value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
        at += 6
      }
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw Mistake(
        detail: "InvalidUnicodeLiteral", message: "this escape is no Unicode character", span: Span(start, at)
      )
    }
    return scalar
  }

  private static func hex(_ bytes: [UInt8], _ start: Int, count: Int, _ end: Int) throws(Mistake) -> UInt32 {
    var value: UInt32 = 0
    for i in 0..<count {
      let at = start + 2 + i
      let digit = at < end ? NumberLiteral.digit(bytes[at]) : 255
      guard digit < 16 else {
        throw Mistake(
          detail: "InvalidUnicodeLiteral", message: "a Unicode escape needs \(count) hexadecimal digits",
          span: Span(start, min(at, end)))
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// The name between back quotes, where a doubled back quote stands for one.
  static func unquote(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    guard bytes[range].contains(UInt8(ascii: "`")) else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    var out: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      out.append(bytes[at])
      at += bytes[at] == UInt8(ascii: "`") ? 2 : 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}
