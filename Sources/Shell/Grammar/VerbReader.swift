import CypherSyntax

/// Reads the first word of a statement, which decides what it is.
enum VerbReader {
  /// The first word in lower case, and its place; both empty for a blank text.
  static func verb(of source: String) -> (text: String, span: Span) {
    let bytes = Array(source.utf8)
    var start = 0
    while start < bytes.count, isBlank(bytes[start]) { start += 1 }
    var end = start
    while end < bytes.count, !isBlank(bytes[end]), bytes[end] != UInt8(ascii: "\\") { end += 1 }
    return (String(decoding: bytes[start..<end], as: UTF8.self).lowercased(), Span(start, end))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
