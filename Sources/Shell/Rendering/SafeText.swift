/// Text that can do no harm on a terminal: control characters are spelled out.
enum SafeText {
  /// The text with C0, C1, DEL and the controls of direction as escapes.
  ///
  /// - Parameter keepsLines: whether newlines and tabs stay as they are.
  /// - Complexity: O(n); a text without such characters is not copied.
  static func of(_ text: String, keepsLines: Bool = false) -> String {
    guard needsCare(text) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isLayout = scalar == "\n" || scalar == "\t"
      if isHarmful(scalar), !(keepsLines && isLayout) {
        result.append(contentsOf: escape(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether any byte could begin something harmful.
  private static func needsCare(_ text: String) -> Bool {
    // C1 begins with C2; the controls of direction are in D8 9C and E2 80/81.
    text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 }
  }

  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\t": return "\\t"
    case "\r": return "\\r"
    default:
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }
}
