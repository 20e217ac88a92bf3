extension ScalarSet {
  /// The set of a name between the braces of `\p{…}`; nil where there is none.
  ///
  /// General categories, scripts (also with `Is` or `script=` before them), and the names of POSIX.
  init?(named name: String) {
    var short = name
    for prefix in ["script=", "sc=", "general_category=", "gc=", "Is", "In"] where short.hasPrefix(prefix) {
      short.removeFirst(prefix.count)
      break
    }
    let mask = GeneralCategory.mask(short)
    if !short.isEmpty, mask != 0 {
      self = .categories(mask)
    } else if let set = Self.named[short.lowercased().filter { $0 != "_" && $0 != " " }] {
      self = set
    } else {
      return nil
    }
  }

  private static let letters = ScalarSet.property(.alphabetic)
  private static let punctuation = ScalarSet.categories(
    GeneralCategory.mask("P") | GeneralCategory.mask("S"))
  private static let invisible = ScalarSet.union([
    .space, .categories(GeneralCategory.mask("Cc") | GeneralCategory.mask("Cs") | GeneralCategory.mask("Cn")),
  ])

  private static let named: [String: ScalarSet] = [
    "any": .any, "ascii": .ranges([0...0x7F]), "alpha": letters, "alphabetic": letters, "letter": letters,
    "lower": .property(.lowercase), "lowercase": .property(.lowercase), "upper": .property(.uppercase),
    "uppercase": .property(.uppercase), "digit": .digits, "alnum": .union([letters, .digits]),
    "punct": punctuation, "punctuation": punctuation, "space": .space, "whitespace": .space,
    "blank": .horizontalSpace, "cntrl": .categories(GeneralCategory.mask("Cc")),
    "control": .categories(GeneralCategory.mask("Cc")), "graph": .complement(invisible),
    "print": .union([.complement(invisible), .categories(GeneralCategory.mask("Zs"))]), "word": .word,
    "xdigit": .ranges([0x30...0x39, 0x41...0x46, 0x61...0x66]), "emoji": .property(.emoji),
    "latin": script([
      0x41...0x5A, 0x61...0x7A, 0xAA...0xAA, 0xBA...0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2B8,
      0x2E0...0x2E4, 0x1D00...0x1D25, 0x1D2C...0x1D5C, 0x1D62...0x1D65, 0x1D6B...0x1D77, 0x1D79...0x1DBE,
      0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA787, 0xA78B...0xA7FF, 0xAB30...0xAB64, 0xFB00...0xFB06,
      0xFF21...0xFF3A, 0xFF41...0xFF5A,
    ]),
    "cyrillic": script([
      0x400...0x484, 0x487...0x52F, 0x1C80...0x1C8A, 0x1D2B...0x1D2B, 0x1D78...0x1D78, 0x2DE0...0x2DFF,
      0xA640...0xA69F, 0xFE2E...0xFE2F,
    ]),
    "greek": script([
      0x370...0x373, 0x375...0x377, 0x37A...0x37D, 0x37F...0x37F, 0x384...0x384, 0x386...0x386,
      0x388...0x3E1, 0x3F0...0x3FF, 0x1F00...0x1FFE, 0x2126...0x2126,
    ]),
    "armenian": script([0x531...0x58F, 0xFB13...0xFB17]),
    "hebrew": script([0x591...0x5F4, 0xFB1D...0xFB4F]),
    "arabic": script([0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC]),
    "devanagari": script([0x900...0x97F, 0xA8E0...0xA8FF]),
    "thai": script([0xE01...0xE3A, 0xE40...0xE5B]),
    "georgian": script([0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2D]),
    "hangul": script([0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xD7B0...0xD7FB]),
    "hiragana": script([0x3041...0x3096, 0x309D...0x309F]),
    "katakana": script([0x30A1...0x30FA, 0x30FD...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF6F, 0xFF71...0xFF9D]),
    "han": script([
      0x2E80...0x2FD5, 0x3005...0x3005, 0x3007...0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAD9, 0x20000...0x323AF,
    ]),
  ]

  /// The assigned code points of a script's blocks.
  private static func script(_ ranges: [ClosedRange<UInt32>]) -> ScalarSet {
    .intersection([.ranges(ranges), .complement(.categories(GeneralCategory.mask("Cn")))])
  }
}
