/// A set of code points, as a character class denotes it.
indirect enum ScalarSet: Hashable, Sendable {
  case ranges([ClosedRange<UInt32>])
  /// General categories, a bit each; see `GeneralCategory`.
  case categories(UInt32)
  case property(ScalarProperty)
  case union([ScalarSet])
  case intersection([ScalarSet])
  case complement(ScalarSet)
  /// The set and what differs from its members in case only; made by `ignoringCase`.
  case anyCase(ScalarSet)

  /// One code point.
  init(_ scalar: Unicode.Scalar) { self = .ranges([scalar.value...scalar.value]) }

  /// All code points.
  static let any = ScalarSet.ranges([0...0x10FFFF])
  /// The ends of lines.
  static let lineBreaks = ScalarSet.ranges([0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029])
  /// White space that ends a line, `\v`.
  static let verticalSpace = ScalarSet.ranges([0x0A...0x0D, 0x85...0x85, 0x2028...0x2029])
  /// White space within a line, `\h`.
  static let horizontalSpace = ScalarSet.ranges([
    0x09...0x09, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000,
  ])
  /// White space, `\s`.
  static let space = ScalarSet.union([.verticalSpace, .horizontalSpace])
  /// Decimal digits of all scripts, `\d`.
  static let digits = ScalarSet.categories(GeneralCategory.mask("Nd"))
  /// Letters, marks, digits and connectors of all scripts, `\w`.
  static let word = ScalarSet.categories(
    GeneralCategory.mask("L") | GeneralCategory.mask("M") | GeneralCategory.mask("Nd")
      | GeneralCategory.mask("Nl") | GeneralCategory.mask("Pc"))

  /// The set without regard to case: what is outside a complement is outside in every case.
  var ignoringCase: ScalarSet {
    switch self {
    case .ranges, .categories, .property, .anyCase: .anyCase(self)
    case .union(let sets): .union(sets.map(\.ignoringCase))
    case .intersection(let sets): .intersection(sets.map(\.ignoringCase))
    case .complement(let set): .complement(set.ignoringCase)
    }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .ranges(let ranges): ranges.contains { $0.contains(scalar.value) }
    case .categories(let mask): mask & GeneralCategory.bit(scalar.properties.generalCategory) != 0
    case .property(let property): property.holds(for: scalar)
    case .union(let sets): sets.contains { $0.contains(scalar) }
    case .intersection(let sets): sets.allSatisfy { $0.contains(scalar) }
    case .complement(let set): !set.contains(scalar)
    case .anyCase(let set):
      set.contains(scalar) || set.contains(scalar.other(scalar.properties.lowercaseMapping))
        || set.contains(scalar.other(scalar.properties.uppercaseMapping))
    }
  }
}

extension Unicode.Scalar {
  /// The mapped form where it is one code point, else the same.
  fileprivate func other(_ mapping: String) -> Unicode.Scalar {
    var scalars = mapping.unicodeScalars.makeIterator()
    guard let first = scalars.next(), scalars.next() == nil else { return self }
    return first
  }
}

/// Properties beyond the general category.
enum ScalarProperty: Hashable, Sendable {
  case alphabetic, lowercase, uppercase, emoji

  func holds(for scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .alphabetic: scalar.properties.isAlphabetic
    case .lowercase: scalar.properties.isLowercase
    case .uppercase: scalar.properties.isUppercase
    case .emoji: scalar.properties.isEmoji && scalar.properties.isEmojiPresentation
    }
  }
}

/// General categories by their short names, as bits.
enum GeneralCategory {
  private static let names: [(name: String, category: Unicode.GeneralCategory)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter), ("Lm", .modifierLetter),
    ("Lo", .otherLetter), ("Mn", .nonspacingMark), ("Mc", .spacingMark), ("Me", .enclosingMark),
    ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber), ("Pc", .connectorPunctuation),
    ("Pd", .dashPunctuation), ("Ps", .openPunctuation), ("Pe", .closePunctuation),
    ("Pi", .initialPunctuation), ("Pf", .finalPunctuation), ("Po", .otherPunctuation), ("Sm", .mathSymbol),
    ("Sc", .currencySymbol), ("Sk", .modifierSymbol), ("So", .otherSymbol), ("Zs", .spaceSeparator),
    ("Zl", .lineSeparator), ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format),
    ("Cs", .surrogate), ("Co", .privateUse), ("Cn", .unassigned),
  ]

  private static let bits = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { ($1.category, UInt32(1) << UInt32($0)) })

  /// The bit of a category.
  static func bit(_ category: Unicode.GeneralCategory) -> UInt32 { bits[category] ?? 0 }

  /// The categories of a name such as `Lu`, or `L` for all letters; 0 where there is none.
  static func mask(_ name: String) -> UInt32 {
    names.reduce(0) {
      $1.name == name || $1.name.hasPrefix(name) && name.count == 1 ? $0 | bit($1.category) : $0
    }
  }
}
