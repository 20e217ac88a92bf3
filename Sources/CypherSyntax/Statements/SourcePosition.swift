/// A place in a source text as people count it.
public struct SourcePosition: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in characters.
  public var column: Int
  /// The text of the line, without its end.
  public var text: String

  /// Finds the place of a byte; a byte behind the text stands for its end.
  ///
  /// Lines end with LF, CR LF or CR.
  /// - Complexity: O(n) in the length of the source.
  public init(of offset: Int, in source: String) {
    self.init(of: offset, in: Array(source.utf8))
  }

  /// Finds the place of a byte in UTF-8.
  public init(of offset: Int, in source: [UInt8]) {
    let offset = min(max(offset, 0), source.count)
    line = 1
    var begin = 0
    var at = 0
    while at < offset {
      let isEnd = source[at] == 0x0A || source[at] == 0x0D
      let isPair = source[at] == 0x0D && at + 1 < source.count && source[at + 1] == 0x0A
      // A place between CR and LF belongs to the line that they end.
      if isPair, at + 1 == offset { break }
      at += isPair ? 2 : 1
      if isEnd {
        line += 1
        begin = at
      }
    }
    var end = begin
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    column = String(decoding: source[begin..<min(offset, end)], as: UTF8.self).count + 1
    text = String(decoding: source[begin..<end], as: UTF8.self)
  }
}
