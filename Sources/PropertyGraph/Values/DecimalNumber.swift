/// A decimal number as it is written, or a quotient of such: exact where a float is not.
public struct DecimalNumber: Sendable {
  private var numerator: Int128
  private var denominator: Int128

  /// The greatest number of digits that are kept after the point; what comes after is less than any nanosecond.
  private static let digits = 18

  /// Makes a whole number.
  public init(_ whole: Int64) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// Makes the decimal number that a float is written as; nil for NaN, infinities and beyond 10^18.
  public init?(_ value: Double) {
    guard value.isFinite, value.magnitude < 1e18 else { return nil }
    let parts = value.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    guard var numerator = Int128(String(mantissa[0] + fraction)) else { return nil }
    var scale = fraction.utf8.count - exponent
    while scale < 0 {
      numerator *= 10
      scale += 1
    }
    while scale > Self.digits {
      numerator /= 10
      scale -= 1
    }
    self.init(value < 0 ? -numerator : numerator, scale: scale)
  }

  private init(_ numerator: Int128, scale: Int) {
    self.numerator = numerator
    denominator = (0..<scale).reduce(1) { power, _ in power * 10 }
  }

  /// Whether it is zero.
  public var isZero: Bool { numerator == 0 }

  /// One divided by the number, which is not zero.
  public var reciprocal: DecimalNumber {
    var result = self
    result.numerator = numerator < 0 ? -denominator : denominator
    result.denominator = numerator < 0 ? -numerator : numerator
    return result
  }

  /// The product, rounded towards zero; nil where it does not fit into 128 bits.
  func multiplied(by factor: Int128) -> Int128? {
    let whole = factor / denominator
    let (high, overflow) = whole.multipliedReportingOverflow(by: numerator)
    let (low, lowOverflow) = (factor % denominator).multipliedReportingOverflow(by: numerator)
    if overflow || lowOverflow { return nil }
    let (sum, sumOverflow) = high.addingReportingOverflow(low / denominator)
    return sumOverflow ? nil : sum
  }

  /// Takes digits with a fraction after `.` or `,`.
  static func read(_ scanner: inout TextScanner, sign: Int) -> DecimalNumber? {
    let count = scanner.digitsAhead
    guard (1...18).contains(count), let whole = scanner.takeDigits(count) else { return nil }
    var numerator = Int128(whole)
    var scale = 0
    if scanner.peek() == UInt8(ascii: ".") || scanner.peek() == UInt8(ascii: ",") {
      scanner.position += 1
      guard scanner.digitsAhead > 0 else { return nil }
      while let digit = scanner.takeDigits(1) {
        guard scale < digits else { continue }
        numerator = numerator * 10 + Int128(digit)
        scale += 1
      }
    }
    return DecimalNumber(sign < 0 ? -numerator : numerator, scale: scale)
  }
}
