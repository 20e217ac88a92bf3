/// The classes of characters outside ASCII that the grammar names.
enum CharacterClass {
  /// Decodes the scalar at an index of valid UTF-8, with its length in bytes.
  static func scalar(_ bytes: [UInt8], _ at: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[at])
    func next(_ i: Int) -> UInt32 { at + i < bytes.count ? UInt32(bytes[at + i] & 0x3F) : 0 }
    let value: UInt32
    let length: Int
    if first < 0x80 {
      (value, length) = (first, 1)
    } else if first < 0xE0 {
      (value, length) = ((first & 0x1F) << 6 | next(1), 2)
    } else if first < 0xF0 {
      (value, length) = ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
    } else {
      (value, length) = ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", min(length, bytes.count - at))
  }

  /// Whether a name may begin with the scalar.
  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIDStart || scalar.properties.generalCategory == .connectorPunctuation
  }

  /// Whether a name may go on with the scalar.
  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIDContinue || scalar.properties.generalCategory == .connectorPunctuation
      || scalar.properties.generalCategory == .currencySymbol
  }

  /// Whether the scalar separates tokens; a byte order mark does.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{180E}" || scalar == "\u{FEFF}"
  }

  /// The dash or arrow head that the scalar is, if any.
  ///
  /// Source: openCypher 9, Dash, LeftArrowHead and RightArrowHead.
  static func arrowPart(_ scalar: Unicode.Scalar) -> TokenKind? {
    switch scalar.value {
    case 0xAD, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: .unicodeDash
    case 0x27E8, 0x3008, 0xFE64, 0xFF1C: .unicodeLeft
    case 0x27E9, 0x3009, 0xFE65, 0xFF1E: .unicodeRight
    default: nil
    }
  }
}
