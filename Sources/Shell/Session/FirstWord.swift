/// The first word of a statement decides whether it is a query or a command.
enum FirstWord {
  /// The clauses with which a query begins.
  static let clauseStarters: Set<String> = [
    "MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CREATE", "MERGE", "CALL", "LOAD", "EXPLAIN",
    "PROFILE", "FOREACH", "DETACH", "USE",
  ]

  /// The longest of them, in bytes.
  private static let longest = 8

  /// The word of letters, digits, `_` and `-` at a place.
  static func word(in bytes: some RandomAccessCollection<UInt8>) -> String {
    String(decoding: bytes.prefix { isWordByte($0) }, as: UTF8.self)
  }

  /// Whether a query begins at a place.
  static func beginsQuery(_ bytes: ArraySlice<UInt8>) -> Bool {
    var count = 0
    for byte in bytes {
      guard isWordByte(byte) else { break }
      count += 1
      guard count <= longest else { return false }
    }
    guard count >= 3 else { return false }
    return clauseStarters.contains(String(decoding: bytes.prefix(count), as: UTF8.self).uppercased())
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == 0x5F || byte == 0x2D || byte >= 0x80
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
