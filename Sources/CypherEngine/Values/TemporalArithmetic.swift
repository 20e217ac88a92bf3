import CypherSyntax
import PropertyGraph

/// Arithmetic with points and spans of time; nil where the operands are others.
enum TemporalArithmetic {
  static func add(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value? { nil }
  static func subtract(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value? { nil }
  static func multiply(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value? { nil }
  static func divide(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value? { nil }
}

extension DurationTotal {
  /// The total or the mean.
  func total(dividedBy count: Int64, at span: Span) throws(CypherError) -> Value { .null }
}
