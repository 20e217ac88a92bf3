import CypherSyntax
import PropertyGraph

/// Functions that round.
enum RoundingFunctions {
  static let all: [FunctionDefinition] = [
    rounding("ceil", "The least whole number that is not less", .up),
    rounding("floor", "The greatest whole number that is not greater", .down),
    FunctionDefinition(
      "round", ["number": .number, "decimals?": .integer, "mode?": .string], .float,
      "The nearest number of some decimals; the mode is UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN or HALF_EVEN"
    ) { call throws(CypherError) in
      let value = try call.number(0)
      guard call.has(1) else { return .float((value + 0.5).rounded(.down).matching(value)) }
      let decimals = try call.integer(1)
      guard (0...400).contains(decimals) else { throw call.outOfRange("decimals must be 0 to 400") }
      let mode = call.has(2) ? try mode(call) : .halfUp
      return .float(DecimalRounding.round(value, decimals: Int(decimals), mode))
    },
  ]

  private static func rounding(
    _ name: String, _ summary: String, _ rule: FloatingPointRoundingRule
  ) -> FunctionDefinition {
    FunctionDefinition(name, ["number": .number], .float, summary) { call throws(CypherError) in
      .float(try call.number(0).rounded(rule))
    }
  }

  private static func mode(_ call: FunctionCall) throws(CypherError) -> DecimalRounding.Mode {
    let name = try call.text(2)
    guard let mode = DecimalRounding.Mode(rawValue: name.uppercased()) else {
      let modes = DecimalRounding.Mode.allCases.map(\.rawValue).joined(separator: ", ")
      throw call.invalid("there is no mode '\(name)'", hint: "one of \(modes)")
    }
    return mode
  }
}

extension Double {
  /// This sum of a number and a half, rounded down, corrected where the sum itself was rounded.
  fileprivate func matching(_ original: Double) -> Double {
    if original.magnitude >= 0x1p52 { return original }
    return self - original > 0.5 ? self - 1 : self
  }
}

/// Rounds a float by the decimal digits that it is written with, so that 1.005 to two decimals is 1.01.
enum DecimalRounding {
  enum Mode: String, CaseIterable {
    case up = "UP"
    case down = "DOWN"
    case ceiling = "CEILING"
    case floor = "FLOOR"
    case halfUp = "HALF_UP"
    case halfDown = "HALF_DOWN"
    case halfEven = "HALF_EVEN"
  }

  static func round(_ value: Double, decimals: Int, _ mode: Mode) -> Double {
    guard value.isFinite, value != 0 else { return value }
    var (digits, point) = decimalDigits(value.magnitude)
    let kept = point + decimals
    if kept >= digits.count { return value }
    let dropped = kept < 0 ? [0] + digits[...] : digits[kept...]
    let increments = roundsUp(mode, isNegative: value < 0, last: kept > 0 ? digits[kept - 1] : 0, dropped)
    digits = Array(digits.prefix(max(kept, 0)))
    if increments {
      var index = digits.count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    let text = digits.isEmpty ? "0" : digits.map(String.init).joined()
    let exponent = digits.isEmpty ? 0 : -decimals
    let rounded = Double("\(text)e\(exponent)") ?? value
    return value < 0 ? -rounded : rounded
  }

  private static func roundsUp(
    _ mode: Mode, isNegative: Bool, last: UInt8, _ dropped: ArraySlice<UInt8>
  ) -> Bool {
    let isExact = dropped.allSatisfy { $0 == 0 }
    let first = dropped.first ?? 0
    let isTie = first == 5 && dropped.dropFirst().allSatisfy { $0 == 0 }
    switch mode {
    case .up: return !isExact
    case .down: return false
    case .ceiling: return !isExact && !isNegative
    case .floor: return !isExact && isNegative
    case .halfUp: return first >= 5
    case .halfDown: return first >= 5 && !isTie
    case .halfEven: return isTie ? last % 2 == 1 : first >= 5
    }
  }

  /// The digits of the shortest decimal notation, and how many of them stand before the point.
  private static func decimalDigits(_ value: Double) -> (digits: [UInt8], point: Int) {
    let parts = value.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = Array(parts[0].utf8).filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
    var point = mantissa[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.count > 1, digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
    return (digits, point)
  }
}
