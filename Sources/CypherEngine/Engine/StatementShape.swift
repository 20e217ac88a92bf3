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
  private(set) var key: [UInt8] = []
  /// The literals, in order.
  private(set) var literals: [Literal] = []

  /// Reads a text; nil where it has comments, escapes, quoted names or odd numbers, which are left to the lexer.
  ///
  /// - Complexity: O(n) in the length of the text.
  init?(_ text: String) {
    let isRead = text.utf8.withContiguousStorageIfAvailable { bytes in
      key.reserveCapacity(bytes.count)
      var at = 0
      while at < bytes.count {
        guard let next = step(bytes, at) else { return false }
        at = next
      }
      return true
    }
    if isRead != true { return nil }
  }

  /// Takes what begins at a byte and gives the byte behind it; nil where it is not understood.
  private mutating func step(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return string(bytes, at)
    case UInt8(ascii: "`"): return nil
    case UInt8(ascii: "/"):
      if at + 1 < bytes.count, bytes[at + 1] == byte || bytes[at + 1] == UInt8(ascii: "*") { return nil }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let before = at > 0 ? bytes[at - 1] : UInt8(ascii: " ")
      if before == UInt8(ascii: "."), at < 2 || bytes[at - 2] != before { return nil }
      if !before.isPartOfName { return number(bytes, at) }
    default: break
    }
    key.append(byte)
    return at + 1
  }

  private mutating func string(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var end = start + 1
    while end < bytes.count, bytes[end] != bytes[start] {
      if bytes[end] == UInt8(ascii: "\\") { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    let text = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    return take(.string(text), 0xFA, start, end + 1)
  }

  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    func digits(_ from: Int) -> Int {
      var end = from
      while end < bytes.count, bytes[end].isDigit { end += 1 }
      return end
    }
    func isAt(_ index: Int, _ character: Unicode.Scalar) -> Bool {
      index < bytes.count && bytes[index] == UInt8(ascii: character)
    }
    var end = digits(start)
    // Odd bases and numbers that may overflow are left to the lexer.
    if end - start > 18 || isAt(start, "0") && end - start > 1 { return nil }
    var isFloat = false
    if isAt(end, "."), digits(end + 1) > end + 1 {
      isFloat = true
      end = digits(end + 1)
    }
    if end < bytes.count, bytes[end].isPartOfName { return nil }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    if isFloat {
      guard let value = Double(text) else { return nil }
      return take(.float(value), 0xF9, start, end)
    }
    guard let value = Int64(text) else { return nil }
    return take(.integer(value), 0xF8, start, end)
  }

  /// Notes a literal; its mark is a byte that UTF-8 never has.
  private mutating func take(_ value: Value, _ mark: UInt8, _ start: Int, _ end: Int) -> Int? {
    if literals.count == Self.mostLiterals { return nil }
    literals.append(Literal(value: value, span: Span(start, end)))
    key.append(mark)
    return end
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

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
