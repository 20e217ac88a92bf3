/// The first word of a statement decides whether it is a query or a command.
enum FirstWord {
  /// The words with which a query begins, in capitals; none is longer than eight letters.
  static let clauseStarters: [String] = [
    "CALL", "CREATE", "DROP", "EXPLAIN", "FOREACH", "LOAD", "MATCH", "MERGE", "OPTIONAL", "PROFILE",
    "RETURN", "SHOW", "UNWIND", "WITH",
  ]

  private static let packed = Set(clauseStarters.map { pack(Array($0.utf8)[...]) })

  /// The word of letters, digits, `_` and `-` at a place.
  static func word(in bytes: some RandomAccessCollection<UInt8>) -> String {
    String(decoding: bytes.prefix { isWordByte($0) }, as: UTF8.self)
  }

  /// Whether a query begins at a place.
  static func beginsQuery(_ bytes: ArraySlice<UInt8>) -> Bool { packed.contains(pack(bytes)) }

  /// The word at a place as one number, in capitals; 0 where it is longer than eight bytes.
  private static func pack(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for byte in bytes {
      guard isWordByte(byte) else { break }
      guard word >> 56 == 0 else { return 0 }
      word = word << 8 | UInt64((0x61...0x7A).contains(byte) ? byte & 0xDF : byte)
    }
    return word
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == 0x5F || byte == 0x2D || byte >= 0x80
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
