import CypherSyntax
import PropertyGraph

/// A running sum of floats with Neumaier's compensation, in 16 bytes: groups are met in no order, and a cache holds more.
///
/// Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974.
struct FloatSum: Sendable {
  private var sum = 0.0
  /// Minus zero until something is added, and never again: no compensation that is added is minus zero.
  private var compensation = -0.0

  /// Whether nothing was added.
  var isEmpty: Bool { compensation.bitPattern == (-0.0).bitPattern }

  /// The sum; 0 of nothing.
  var value: Double { compensation.isFinite ? sum + compensation : sum }

  mutating func add(_ value: Double) {
    let total = sum + value
    compensation += sum.magnitude >= value.magnitude ? (sum - total) + value : (value - total) + sum
    sum = total
  }

  /// Adds another sum.
  ///
  /// The compensations are added as they are, so the last digit may differ from that of one sum.
  mutating func add(_ other: FloatSum) {
    if other.isEmpty { return }
    add(other.sum)
    compensation += other.compensation
  }
}

/// A running total of numbers: integers exactly, floats with compensation.
struct NumberTotal: Sendable {
  /// The sum of the integers.
  private(set) var integers: Int128 = 0
  /// The sum of the floats.
  private(set) var floats = FloatSum()
  /// The number of summands.
  private(set) var count: Int64 = 0

  /// The total of nothing.
  init() {}

  /// The total of so many floats.
  init(_ floats: FloatSum, count: Int64) {
    self.floats = floats
    self.count = count
  }

  mutating func add(_ value: Int64) {
    count += 1
    integers += Int128(value)
  }

  mutating func add(_ value: Double) {
    count += 1
    floats.add(value)
  }

  /// Adds another total.
  mutating func add(_ other: NumberTotal) {
    count += other.count
    integers += other.integers
    floats.add(other.floats)
  }

  /// The sum as a float.
  var float: Double {
    // Most sums fit into 64 bits; making a float of more is slow.
    let whole = Int64(exactly: integers).map { Double($0) } ?? Double(integers)
    return floats.isEmpty ? whole : floats.value + whole
  }
}

extension NumberTotal {
  /// The sum: a float where there was one among the numbers, 0 of nothing.
  func sum(at span: Span) throws(CypherError) -> Value {
    if !floats.isEmpty { return .float(float) }
    guard let sum = Int64(exactly: integers) else {
      throw CypherError(
        .arithmeticError, .runtime, "IntegerOverflow",
        "the sum \(integers) does not fit into 64 bits", at: span,
        hint: "sum(toFloat(…)) gives a float")
    }
    return .integer(sum)
  }

  /// The mean; null of nothing.
  var average: Value { count == 0 ? .null : .float(float / Double(count)) }
}
