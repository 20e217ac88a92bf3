import CypherSyntax
import PropertyGraph

/// A statement's text with its literals taken out: statements of one shape differ in nothing else.
struct StatementShape {
  /// A number or a string in the text.
  struct Literal {
    let value: Value
    let span: Span
  }

  /// The most literals that are taken out of one statement.
  private static let mostLiterals = 64

  /// The text with a byte for each literal that tells its type.
  let key: ByteKey
  /// The literals, in order.
  let literals: [Literal]

  /// Reads a text; nil where it has comments, escapes, quoted names or odd numbers, which are left to the lexer.
  ///
  /// - Complexity: O(n) in the length of the text.
  init?(_ text: String) {
    var text = text
    let parts = text.withUTF8 { bytes -> (ByteKey, [Literal])? in
      var scan = ShapeScan(bytes)
      var isRead = false
      let key = [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
        isRead = scan.run(into: target)
        count = scan.count
      }
      return isRead && scan.literals.count <= Self.mostLiterals ? (ByteKey(key), scan.literals) : nil
    }
    guard let parts else { return nil }
    (key, literals) = parts
  }
}

/// Bytes that find something: hashed all at once, where an array hashes one by one.
struct ByteKey: Hashable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

/// One pass over a text: what is no literal is copied, a literal is valued and leaves a mark.
private struct ShapeScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var literals: [StatementShape.Literal] = []
  /// The number of bytes of the key so far, which is never longer than the text.
  private(set) var count = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    literals.reserveCapacity(8)
  }

  /// Scans all; false where something is not understood.
  mutating func run(into key: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      var mark = bytes[at]
      var end = at + 1
      if mark.needsALook {
        guard let token = token(at) else { return false }
        (mark, end) = token
      }
      key[count] = mark
      count += 1
      at = end
    }
    return true
  }

  /// What begins at a quote, a digit or a slash: its mark, and where it ends; nil where it is not understood.
  private mutating func token(_ at: Int) -> (mark: UInt8, end: Int)? {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "`"): return nil
    case UInt8(ascii: "/"):
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      return next == byte || next == UInt8(ascii: "*") ? nil : (byte, at + 1)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return string(at)
    default:
      let before = at > 0 ? bytes[at - 1] : UInt8(ascii: " ")
      if before == UInt8(ascii: "."), at < 2 || bytes[at - 2] != before { return nil }
      return before.isPartOfName ? (byte, at + 1) : number(at)
    }
  }

  private mutating func string(_ start: Int) -> (mark: UInt8, end: Int)? {
    var end = start + 1
    while end < bytes.count, bytes[end] != bytes[start] {
      if bytes[end] == UInt8(ascii: "\\") { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    let text = UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end])
    take(.string(String(decoding: text, as: UTF8.self)), start, end + 1)
    return (0xFA, end + 1)
  }

  private mutating func number(_ start: Int) -> (mark: UInt8, end: Int)? {
    var digits: Int64 = 0
    var end = start
    func passDigits() {
      while end < bytes.count, bytes[end].isDigit {
        digits = digits &* 10 &+ Int64(bytes[end] - UInt8(ascii: "0"))
        end += 1
      }
    }
    passDigits()
    // Odd bases and numbers that may overflow are left to the lexer.
    if end - start > 18 || end - start > 1 && bytes[start] == UInt8(ascii: "0") { return nil }
    let point = end
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1].isDigit {
      end += 1
      passDigits()
    }
    if end < bytes.count, bytes[end].isPartOfName { return nil }
    guard end > point else {
      take(.integer(digits), start, end)
      return (0xF8, end)
    }
    // Up to fifteen digits are exact, and so are the powers of ten up to 22: the quotient is rounded once.
    let isExact = end - start <= 16
    let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
    let value =
      isExact
      ? Double(digits) / (0..<end - point - 1).reduce(1.0) { power, _ in power * 10 }
      : Double(String(decoding: text, as: UTF8.self))
    guard let value else { return nil }
    take(.float(value), start, end)
    return (0xF9, end)
  }

  private mutating func take(_ value: Value, _ start: Int, _ end: Int) {
    literals.append(StatementShape.Literal(value: value, span: Span(start, end)))
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// Whether it is a quote, a digit, a slash or a back quote.
  fileprivate var needsALook: Bool {
    // A bit for each of the characters below 64: `"`, `'`, `/` and the digits.
    let marks: UInt64 = 1 << 0x22 | 1 << 0x27 | 1 << 0x2F | 0x3FF << 0x30
    return self < 64 ? marks >> UInt64(self) & 1 != 0 : self == UInt8(ascii: "`")
  }

  /// Whether a digit behind it belongs to a name, and a number before it is none.
  fileprivate var isPartOfName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    default: false
    }
  }
}
