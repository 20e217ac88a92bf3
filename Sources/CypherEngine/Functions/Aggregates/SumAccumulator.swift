import CypherSyntax
import PropertyGraph

/// `sum`: of numbers or of durations; 0 for none.
struct SumAccumulator: Accumulator {
  private var numbers = NumberTotal()
  private var durations = DurationTotal()
  private var span = Span(0, 0)

  mutating func add(_ arguments: [Value], _ span: Span) throws(CypherError) {
    self.span = span
    try Self.add(arguments[0], to: &numbers, &durations, "sum", span)
  }

  mutating func result() throws(CypherError) -> Value {
    if durations.count > 0 { return try durations.total(dividedBy: 1, at: span) }
    if numbers.hasFloats { return .float(numbers.float) }
    guard let sum = Int64(exactly: numbers.integers) else {
      throw CypherError(
        .arithmeticError, .runtime, "IntegerOverflow",
        "the sum \(numbers.integers) does not fit into 64 bits",
        at: span, hint: "sum(toFloat(…)) gives a float")
    }
    return .integer(sum)
  }

  /// Adds a number or a duration, of which a group has one kind only.
  static func add(
    _ value: Value, to numbers: inout NumberTotal, _ durations: inout DurationTotal, _ name: String,
    _ span: Span
  ) throws(CypherError) {
    switch value {
    case .null: return
    case .integer(let value): numbers.add(value)
    case .float(let value): numbers.add(value)
    case .duration(let value): durations.add(value)
    default: throw .wrongAggregated(value, name, wants: "numbers or durations", at: span)
    }
    if numbers.count > 0 && durations.count > 0 {
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentValue", "\(name) cannot mix numbers and durations", at: span)
    }
  }
}

/// `avg`: of numbers or of durations; null for none.
struct AverageAccumulator: Accumulator {
  private var numbers = NumberTotal()
  private var durations = DurationTotal()
  private var span = Span(0, 0)

  mutating func add(_ arguments: [Value], _ span: Span) throws(CypherError) {
    self.span = span
    try SumAccumulator.add(arguments[0], to: &numbers, &durations, "avg", span)
  }

  mutating func result() throws(CypherError) -> Value {
    if durations.count > 0 { return try durations.total(dividedBy: durations.count, at: span) }
    return numbers.count == 0 ? .null : .float(numbers.float / Double(numbers.count))
  }
}

extension CypherError {
  /// A value that an aggregate cannot take in.
  static func wrongAggregated(_ value: Value, _ name: String, wants: String, at span: Span) -> CypherError {
    CypherError(
      .typeError, .runtime, "InvalidArgumentValue", "\(name) wants \(wants), not \(value.typeName)", at: span)
  }
}
