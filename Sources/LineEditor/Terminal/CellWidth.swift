internal import CLibedit

/// How many cells of a terminal a character takes.
enum CellWidth {
  /// The cells of a character as it is drawn: 0, 1 or 2, or more for a cluster of several letters.
  ///
  /// Emoji that are joined, coloured or flagged take two cells however many scalars they are made of.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return of(first) }
    let isPictogram = first.properties.isEmoji && !first.isASCII
    if isPictogram || scalars.contains("\u{FE0F}") { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// The cells of a text of one line.
  static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F ? 1 : 0 }
    return Int(max(0, kamsh_cell_width(wchar_t(bitPattern: scalar.value))))
  }
}
