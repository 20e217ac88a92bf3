/// Lower case by single code points, as a search that does not mind case compares them.
///
/// A code point whose lower case is several stays what it is.
enum CaseFold {
  /// The lower case of the code points that UTF-8 writes in one or two bytes: Latin, Greek, Cyrillic and their neighbours.
  private static let short: [UInt32] = (0..<0x800).map { folded(slowly: $0) }

  /// The lower case of a code point.
  static func folded(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
    return scalar < 0x800 ? short[Int(scalar)] : folded(slowly: scalar)
  }

  /// The code points whose lower case is a given one.
  static func variants(of folded: UInt32) -> [UInt32] {
    var variants = [folded]
    let upper = Unicode.Scalar(folded).map { Array($0.properties.uppercaseMapping.unicodeScalars) } ?? []
    // The Kelvin and Ångström signs are the capitals without a mapping back.
    for scalar in upper.map(\.value) + [0x212A, 0x212B, 0x2126]
    where !variants.contains(scalar) && self.folded(scalar) == folded { variants.append(scalar) }
    return variants
  }

  private static func folded(slowly scalar: UInt32) -> UInt32 {
    guard let known = Unicode.Scalar(scalar) else { return scalar }
    let lower = known.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? scalar : scalar
  }
}
