/// A value that is written as ISO 8601 text.
public protocol ISOWritable {
  /// Appends the text, in ASCII but for the names of zones.
  func write(to output: inout [UInt8])
}

extension ISOWritable {
  /// The value as ISO 8601 text.
  public var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(40)
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends one ASCII character.
  mutating func append(ascii character: Unicode.Scalar) { append(UInt8(ascii: character)) }

  /// Appends a number that is not negative, with leading zeros up to a width.
  mutating func append(_ number: some BinaryInteger, width: Int = 1) {
    var divisor: UInt64 = 1
    let number = UInt64(number)
    var digits = 1
    while number / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    for _ in 0..<Swift.max(width - digits, 0) { append(ascii: "0") }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends `.` and a fraction of so many billionths, without zeros at its end; nothing for none.
  mutating func append(nanoseconds: some BinaryInteger) {
    guard nanoseconds > 0 else { return }
    append(ascii: ".")
    append(nanoseconds, width: 9)
    while last == UInt8(ascii: "0") { removeLast() }
  }
}
