/// Reads the digits and signs of temporal texts, byte by byte.
struct TextScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The place of the next byte.
  var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Lends a scanner over a text and makes sure that all of it is read.
  static func readAll<Result>(_ text: String, _ read: (inout TextScanner) -> Result?) -> Result? {
    func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Result? {
      var scanner = TextScanner(bytes)
      guard let result = read(&scanner), scanner.isAtEnd else { return nil }
      return result
    }
    if let result = text.utf8.withContiguousStorageIfAvailable(scan) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(scan)
  }

  /// Whether everything is read.
  var isAtEnd: Bool { position == bytes.count }

  /// The byte that comes next, or after some others; 0 past the end.
  func peek(_ ahead: Int = 0) -> UInt8 {
    position + ahead < bytes.count ? bytes[position + ahead] : 0
  }

  /// How many digits come next.
  var digitsAhead: Int {
    var count = 0
    while Self.isDigit(peek(count)) { count += 1 }
    return count
  }

  /// Takes a byte if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard !isAtEnd, peek() == byte else { return false }
    position += 1
    return true
  }

  /// Takes a letter of either case, given in upper case.
  mutating func takeLetter(_ letter: UInt8) -> Bool { take(letter) || take(letter | 0x20) }

  /// Takes a sign: -1 or 1; nil where there is none.
  mutating func takeSign() -> Int? {
    if take(UInt8(ascii: "-")) { return -1 }
    return take(UInt8(ascii: "+")) ? 1 : nil
  }

  /// Takes a number of exactly so many digits, 18 at most.
  mutating func takeDigits(_ count: Int) -> Int? {
    var value = 0
    for ahead in 0..<count {
      guard Self.isDigit(peek(ahead)) else { return nil }
      value = value * 10 + Int(peek(ahead) - UInt8(ascii: "0"))
    }
    position += count
    return value
  }

  /// Takes `.` or `,` and one to nine digits as billionths; 0 where no mark comes next, nil where it is wrong.
  mutating func takeNanoseconds() -> Int? {
    guard peek() == UInt8(ascii: ".") || peek() == UInt8(ascii: ",") else { return 0 }
    position += 1
    let count = digitsAhead
    guard (1...9).contains(count), var value = takeDigits(count) else { return nil }
    for _ in count..<9 { value *= 10 }
    return value
  }

  /// Takes everything up to a byte and the byte itself.
  mutating func takeText(until end: UInt8) -> String? {
    guard let index = bytes[position...].firstIndex(of: end) else { return nil }
    defer { position = index + 1 }
    return String(decoding: bytes[position..<index], as: UTF8.self)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
