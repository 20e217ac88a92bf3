/// Looks for the `;` that ends a query, line by line: strings, names in back quotes and comments hide it.
struct QueryScanner: Sendable {
  /// What the scanner is inside of.
  enum Mode: Sendable, Equatable {
    case code
    case string(UInt8)
    case backQuotes
    case blockComment
  }

  /// What the scanner is inside of.
  private(set) var mode: Mode = .code

  /// Scans a line; gives the place of the `;`, or nil when the query goes on.
  ///
  /// A string may go on over the end of a line, a line comment doesn't.
  mutating func end(in line: [UInt8], from start: Int) -> Int? {
    line.withUnsafeBufferPointer { end(in: $0, from: start) }
  }

  private mutating func end(in line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < line.count {
      if case .code = mode {
        while index < line.count, !Self.isSpecial(line[index]) { index += 1 }
        if index == line.count { return nil }
      }
      let byte = line[index]
      let next = index + 1 < line.count ? line[index + 1] : 0
      switch mode {
      case .code:
        switch byte {
        case UInt8(ascii: ";"): return index
        case UInt8(ascii: "'"), UInt8(ascii: "\""): mode = .string(byte)
        case UInt8(ascii: "`"): mode = .backQuotes
        case UInt8(ascii: "/") where next == UInt8(ascii: "/"): return nil
        case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
          mode = .blockComment
          index += 1
        default: break
        }
      case .string(let quote):
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == quote { mode = .code }
      case .backQuotes:
        if byte == UInt8(ascii: "`") { mode = .code }
      case .blockComment:
        if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
          mode = .code
          index += 1
        }
      }
      index += 1
    }
    return nil
  }

  /// Whether a byte outside of texts and comments may end the query or begin one of them.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    // A bit for each of the characters below 64: `"`, `'`, `/` and `;`.
    let marks: UInt64 = 1 << 0x22 | 1 << 0x27 | 1 << 0x2F | 1 << 0x3B
    return byte < 64 ? marks >> UInt64(byte) & 1 != 0 : byte == UInt8(ascii: "`")
  }

  /// What a continuation prompt says is missing.
  var missing: String {
    switch mode {
    case .code: ";"
    case .string(let quote): quote == UInt8(ascii: "'") ? "'" : "\""
    case .backQuotes: "`"
    case .blockComment: "*/"
    }
  }
}
