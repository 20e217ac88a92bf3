internal import Glibc
import CypherSyntax
import PropertyGraph

/// Functions of numbers.
enum NumberFunctions {
  static let all: [FunctionDefinition] = [
    FunctionDefinition(
      "abs", ["number": ParameterType(.number, .duration)], .any, "The number without its sign",
      deriving: { $0[0].isNumeric ? $0[0] : .any }
    ) { call throws(CypherError) in
      switch call[0] {
      case .integer(let value): return value < 0 ? try Arithmetic.negate(call[0], at: call.span) : call[0]
      case .float(let value): return .float(value.magnitude)
      default: throw call.wrongType(0)
      }
    },
    FunctionDefinition("sign", ["number": .number], .integer, "-1, 0 or 1") { call throws(CypherError) in
      let value = try call.number(0)
      return value.isNaN ? .null : .integer(value > 0 ? 1 : value < 0 ? -1 : 0)
    },
    FunctionDefinition("isNaN", ["number": .number], .boolean, "Whether a number is not a number") {
      call throws(CypherError) in .boolean(try call.number(0).isNaN)
    },
    real("sqrt", "The square root") { $0.squareRoot() },
    real("exp", "e to the power of a number") { Glibc.exp($0) },
    real("log", "The natural logarithm") { Glibc.log($0) },
    real("ln", "The natural logarithm") { Glibc.log($0) },
    real("log10", "The logarithm to base 10") { Glibc.log10($0) },
    real("log2", "The logarithm to base 2") { Glibc.log2($0) },
    real("cbrt", "The cube root") { Glibc.cbrt($0) },
    real("sin", "The sine of an angle in radians") { Glibc.sin($0) },
    real("cos", "The cosine of an angle in radians") { Glibc.cos($0) },
    real("tan", "The tangent of an angle in radians") { Glibc.tan($0) },
    real("cot", "The cotangent of an angle in radians") { 1 / Glibc.tan($0) },
    real("asin", "The angle in radians of a sine") { Glibc.asin($0) },
    real("acos", "The angle in radians of a cosine") { Glibc.acos($0) },
    real("atan", "The angle in radians of a tangent") { Glibc.atan($0) },
    real("sinh", "The hyperbolic sine") { Glibc.sinh($0) },
    real("cosh", "The hyperbolic cosine") { Glibc.cosh($0) },
    real("tanh", "The hyperbolic tangent") { Glibc.tanh($0) },
    real("coth", "The hyperbolic cotangent") { 1 / Glibc.tanh($0) },
    real("haversin", "Half of one minus the cosine of an angle in radians") { (1 - Glibc.cos($0)) / 2 },
    real("degrees", "Radians as degrees") { $0 * 180 / .pi },
    real("radians", "Degrees as radians") { $0 * .pi / 180 },
    FunctionDefinition(
      "atan2", ["y": .number, "x": .number], .float, "The angle in radians of a point"
    ) { call throws(CypherError) in .float(Glibc.atan2(try call.number(0), try call.number(1))) },
    FunctionDefinition("pi", [:], .float, "The number pi") { _ throws(CypherError) in .float(.pi) },
    FunctionDefinition("e", [:], .float, "The base of the natural logarithm") {
      _ throws(CypherError) in .float(M_E)
    },
    FunctionDefinition("rand", [:], .float, "A random number from 0 up to, not including, 1") {
      _ throws(CypherError) in .float(.random(in: 0..<1))
    },
  ]

  private static func real(
    _ name: String, _ summary: String, _ compute: @escaping @Sendable (Double) -> Double
  ) -> FunctionDefinition {
    FunctionDefinition(name, ["number": .number], .float, summary) { call throws(CypherError) in
      .float(compute(try call.number(0)))
    }
  }
}
