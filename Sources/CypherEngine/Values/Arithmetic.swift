internal import Glibc
import CypherSyntax
import PropertyGraph

/// The operators `+ - * / % ^` and the sign, for every type that has them.
///
/// Null gives null. Integers never wrap: what doesn't fit is an error.
enum Arithmetic {
  /// `a + b`: a sum, a concatenation of texts or lists, or a point of time moved by a duration.
  static func add(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value {
    switch (a, b) {
    case (.integer(let x), .integer(let y)):
      return try whole(x.addingReportingOverflow(y), "+", x, y, span)
    case (.null, _), (_, .null): return .null
    case (.float(let x), .float(let y)): return .float(x + y)
    case (.integer(let x), .float(let y)): return .float(Double(x) + y)
    case (.float(let x), .integer(let y)): return .float(x + Double(y))
    case (.string(let x), .string(let y)): return .string(x + y)
    case (.list(let x), .list(let y)): return .list(x + y)
    case (.list(let x), _): return .list(x + [b])
    case (_, .list(let y)): return .list([a] + y)
    case (.string(let x), _):
      if let y = b.scalarText { return .string(x + y) }
    case (_, .string(let y)):
      if let x = a.scalarText { return .string(x + y) }
    default: break
    }
    if let sum = try TemporalArithmetic.add(a, b, at: span) { return sum }
    throw undefined("+", a, b, span)
  }

  /// `a - b`.
  static func subtract(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value {
    switch (a, b) {
    case (.integer(let x), .integer(let y)):
      return try whole(x.subtractingReportingOverflow(y), "-", x, y, span)
    case (.null, _), (_, .null): return .null
    default: break
    }
    if let (x, y) = floats(a, b) { return .float(x - y) }
    if let difference = try TemporalArithmetic.subtract(a, b, at: span) { return difference }
    throw undefined("-", a, b, span)
  }

  /// `a * b`.
  static func multiply(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value {
    switch (a, b) {
    case (.integer(let x), .integer(let y)):
      return try whole(x.multipliedReportingOverflow(by: y), "*", x, y, span)
    case (.null, _), (_, .null): return .null
    default: break
    }
    if let (x, y) = floats(a, b) { return .float(x * y) }
    if let product = try TemporalArithmetic.multiply(a, b, at: span) { return product }
    throw undefined("*", a, b, span)
  }

  /// `a / b`: whole and towards zero for two integers.
  static func divide(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value {
    switch (a, b) {
    case (.integer(let x), .integer(let y)):
      if y == 0 { throw byZero(span) }
      return try whole(x.dividedReportingOverflow(by: y), "/", x, y, span)
    case (.null, _), (_, .null): return .null
    default: break
    }
    if let (x, y) = floats(a, b) { return .float(x / y) }
    if let quotient = try TemporalArithmetic.divide(a, b, at: span) { return quotient }
    throw undefined("/", a, b, span)
  }

  /// `a % b`: the remainder with the sign of `a`.
  static func modulo(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value {
    switch (a, b) {
    case (.integer(let x), .integer(let y)):
      if y == 0 { throw byZero(span) }
      return .integer(y == -1 ? 0 : x % y)
    case (.null, _), (_, .null): return .null
    default: break
    }
    if let (x, y) = floats(a, b) { return .float(x.truncatingRemainder(dividingBy: y)) }
    throw undefined("%", a, b, span)
  }

  /// `a ^ b`: always a float.
  static func power(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)): return .float(pow(Double(x), Double(y)))
    default: break
    }
    if let (x, y) = floats(a, b) { return .float(pow(x, y)) }
    throw undefined("^", a, b, span)
  }

  /// `-a`.
  static func negate(_ a: Value, at span: Span) throws(CypherError) -> Value {
    switch a {
    case .null: return .null
    case .integer(let x):
      let (result, overflow) = (0 as Int64).subtractingReportingOverflow(x)
      if overflow { throw tooLarge("-(\(x))", span) }
      return .integer(result)
    case .float(let x): return .float(-x)
    case .duration: return try multiply(a, .integer(-1), at: span)
    default: throw CypherError.wrongType("- wants a number or a duration, not \(a.typeName)", at: span)
    }
  }

  /// `+a`: the number itself.
  static func plus(_ a: Value, at span: Span) throws(CypherError) -> Value {
    switch a {
    case .null, .integer, .float, .duration: return a
    default: throw CypherError.wrongType("+ wants a number or a duration, not \(a.typeName)", at: span)
    }
  }

  /// Two numbers of which one at least is a float.
  private static func floats(_ a: Value, _ b: Value) -> (Double, Double)? {
    switch (a, b) {
    case (.float(let x), .float(let y)): (x, y)
    case (.integer(let x), .float(let y)): (Double(x), y)
    case (.float(let x), .integer(let y)): (x, Double(y))
    default: nil
    }
  }

  private static func whole(
    _ result: (partialValue: Int64, overflow: Bool), _ sign: String, _ a: Int64, _ b: Int64, _ span: Span
  ) throws(CypherError) -> Value {
    if result.overflow { throw tooLarge("\(a) \(sign) \(b)", span) }
    return .integer(result.partialValue)
  }

  private static func tooLarge(_ expression: String, _ span: Span) -> CypherError {
    CypherError(
      .arithmeticError, .runtime, "IntegerOverflow", "\(expression) does not fit into 64 bits", at: span,
      hint: "toFloat(…) of an operand makes it a float")
  }

  private static func byZero(_ span: Span) -> CypherError {
    CypherError(.arithmeticError, .runtime, "DivisionByZero", "division by zero", at: span)
  }

  private static func undefined(_ sign: String, _ a: Value, _ b: Value, _ span: Span) -> CypherError {
    .wrongType("\(sign) is not defined for \(a.typeName) and \(b.typeName)", at: span)
  }
}

extension CypherError {
  /// An operand of a type that the operator has no meaning for.
  static func wrongType(_ message: String, at span: Span) -> CypherError {
    CypherError(.typeError, .runtime, "InvalidArgumentType", message, at: span)
  }
}
