/// A place in a text as people count it.
public struct TextPosition: Equatable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in characters.
  public var column: Int

  /// Makes a place of its parts.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Counts lines and columns while bytes pass, in whatever pieces they come.
struct PositionCounter {
  /// Beyond so many bytes a line's columns are code points: nobody counts characters there.
  private static let longestLine = 1 << 16

  private var line = 1
  /// The line so far, while it is short.
  private var text: [UInt8] = []
  private var codePoints = 0

  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      if byte == 0x0A {
        line += 1
        codePoints = 0
        text.removeAll(keepingCapacity: true)
      } else {
        if byte & 0xC0 != 0x80 { codePoints += 1 }
        if text.count < Self.longestLine { text.append(byte) }
      }
    }
  }

  /// The place behind all that passed.
  var position: TextPosition {
    let isShort = text.count < Self.longestLine
    return TextPosition(
      line: line, column: 1 + (isShort ? String(decoding: text, as: UTF8.self).count : codePoints))
  }
}
