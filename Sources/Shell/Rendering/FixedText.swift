import PropertyGraph

extension Double {
  /// The number with so many decimals, halves away from zero; as openCypher writes it where it is too large for that.
  func fixedText(_ decimals: Int) -> String {
    let factor = Self.power(decimals)
    let scaled = (magnitude * factor).rounded()
    guard scaled.isFinite, scaled < 1e15 else { return cypherText }
    let digits = String(Int64(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let sign = self < 0 && scaled != 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// Whether nothing is left behind the point when the number is rounded to so many decimals.
  func isWhole(rounded decimals: Int) -> Bool {
    let factor = Self.power(decimals)
    let scaled = (magnitude * factor).rounded()
    return scaled.isFinite && scaled < 1e15 && scaled.truncatingRemainder(dividingBy: factor) == 0
  }

  private static func power(_ decimals: Int) -> Double { (0..<decimals).reduce(1) { power, _ in power * 10 } }
}
