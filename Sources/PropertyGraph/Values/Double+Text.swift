extension Double {
  /// The shortest text that reads back as the same float, as openCypher writes it: `1.0`, `1e300`, `NaN`.
  public var cypherText: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
    let text = description
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")) else { return text }
    // Swift writes `1e+300` and `1e-07`.
    let exponent = text[text.utf8.index(after: mark)...]
    return text[..<mark] + "e" + String(Int(exponent) ?? 0)
  }

  /// Reads a decimal number, with or without point and exponent, or what `cypherText` writes.
  public init?(cypherText text: String) {
    switch text {
    case "NaN": self = .nan
    case "Infinity": self = .infinity
    case "-Infinity": self = -.infinity
    default:
      let isDecimal = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
          UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
          true
        default: false
        }
      }
      guard isDecimal, let value = Double(text) else { return nil }
      self = value
    }
  }
}
