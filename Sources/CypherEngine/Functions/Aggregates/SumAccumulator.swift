import CypherSyntax
import PropertyGraph

/// A running total of numbers or of durations, of which a group has one kind only.
struct Total: Sendable {
  private var numbers = NumberTotal()
  private var durations = DurationSum()
  private var durationCount: Int64 = 0
  /// Where the aggregate stands.
  private var span = Span(0, 0)
  private let name: String

  /// - Parameter name: The aggregate, for messages.
  init(_ name: String) { self.name = name }

  mutating func add(_ value: Value, _ span: Span) throws(CypherError) {
    self.span = span
    switch value {
    case .null: return
    case .integer(let value): numbers.add(value)
    case .float(let value): numbers.add(value)
    case .duration(let value):
      durations.add(value)
      durationCount += 1
    default: throw .wrongAggregated(value, name, wants: "numbers or durations", at: span)
    }
    try checkKind()
  }

  /// Adds another total.
  mutating func add(_ later: Total) throws(CypherError) {
    if numbers.count == 0 && durationCount == 0 { span = later.span }
    numbers.add(later.numbers)
    durations.add(later.durations)
    durationCount += later.durationCount
    try checkKind()
  }

  /// The sum; 0 of nothing.
  func sum() throws(CypherError) -> Value {
    durationCount > 0 ? try TemporalArithmetic.duration(durations, span) : try numbers.sum(at: span)
  }

  /// The mean; null of nothing.
  func average() throws(CypherError) -> Value {
    guard durationCount > 0 else { return numbers.average }
    return try TemporalArithmetic.duration(durations.divided(by: durationCount), span)
  }

  private func checkKind() throws(CypherError) {
    if numbers.count > 0 && durationCount > 0 {
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentValue", "\(name) cannot mix numbers and durations", at: span)
    }
  }
}

/// `sum`: of numbers or of durations; 0 for none.
struct SumAccumulator: Accumulator {
  private var total = Total("sum")

  mutating func add(_ arguments: [Value], _ span: Span) throws(CypherError) {
    try total.add(arguments[0], span)
  }

  mutating func result(_ check: LimitCheck) throws(CypherError) -> Value { try total.sum() }
}

/// `avg`: of numbers or of durations; null for none.
struct AverageAccumulator: Accumulator {
  private var total = Total("avg")

  mutating func add(_ arguments: [Value], _ span: Span) throws(CypherError) {
    try total.add(arguments[0], span)
  }

  mutating func result(_ check: LimitCheck) throws(CypherError) -> Value { try total.average() }
}

extension CypherError {
  /// A value that an aggregate cannot take in.
  static func wrongAggregated(_ value: Value, _ name: String, wants: String, at span: Span) -> CypherError {
    CypherError(
      .typeError, .runtime, "InvalidArgumentValue", "\(name) wants \(wants), not \(value.typeName)", at: span)
  }
}
