/// The values of numbers as written.
enum NumberLiteral {
  /// The value of a digit in any base up to 16, or 255.
  @inline(__always)
  static func digit(_ byte: UInt8) -> UInt8 {
    if byte &- 0x30 < 10 { return byte &- 0x30 }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : 255
  }

  /// The magnitude of an integer token, or nil where it needs more than 64 bits.
  static func magnitude(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    var digits = bytes
    var base: UInt64 = 10
    if bytes.count > 2, bytes[bytes.startIndex] == 0x30, !Lexer.isDigit(bytes[bytes.startIndex + 1]) {
      base = bytes[bytes.startIndex + 1] | 0x20 == UInt8(ascii: "x") ? 16 : 8
      digits = bytes.dropFirst(2)
    }
    var value: UInt64 = 0
    for byte in digits {
      let (product, overflow) = value.multipliedReportingOverflow(by: base)
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit(byte)))
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }

  /// The value of a float token; infinite where it is out of range.
  ///
  /// Short numbers are exact as a quotient or product of two exact doubles; the rest goes through the library.
  static func double(_ bytes: ArraySlice<UInt8>) -> Double? {
    var mantissa: UInt64 = 0
    var scale = 0
    var digits = 0
    var isAfterPoint = false
    for byte in bytes {
      if Lexer.isDigit(byte), digits < 15 {
        mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
        digits += 1
        if isAfterPoint { scale += 1 }
      } else if byte == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
      } else {
        return Double(String(decoding: bytes, as: UTF8.self))
      }
    }
    return Double(mantissa) / powersOfTen[scale]
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
