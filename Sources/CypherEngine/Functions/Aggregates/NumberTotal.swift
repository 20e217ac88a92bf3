import CypherSyntax
import PropertyGraph

/// A running total of numbers: integers exactly, floats with Neumaier's compensation.
///
/// Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974.
struct NumberTotal: Sendable {
  /// The number of summands.
  private(set) var count: Int64 = 0
  /// The sum of the integers.
  private(set) var integers: Int128 = 0
  /// Whether a float was among the summands.
  private(set) var hasFloats = false
  private var sum = 0.0
  private var compensation = 0.0

  mutating func add(_ value: Int64) {
    count += 1
    integers += Int128(value)
  }

  mutating func add(_ value: Double) {
    count += 1
    hasFloats = true
    addToSum(value)
  }

  /// Adds another total.
  ///
  /// Complexity: O(1). The compensations are added as they are, so the last digit may differ from that of one sum.
  mutating func add(_ other: NumberTotal) {
    count += other.count
    integers += other.integers
    hasFloats = hasFloats || other.hasFloats
    addToSum(other.sum)
    compensation += other.compensation
  }

  private mutating func addToSum(_ value: Double) {
    let total = sum + value
    compensation += sum.magnitude >= value.magnitude ? (sum - total) + value : (value - total) + sum
    sum = total
  }

  /// The sum as a float.
  var float: Double {
    let floats = compensation.isFinite ? sum + compensation : sum
    // Most sums fit into 64 bits; making a float of more is slow.
    let whole = Int64(exactly: integers).map { Double($0) } ?? Double(integers)
    return hasFloats ? floats + whole : whole
  }
}

extension NumberTotal {
  /// The sum: a float where there was one among the numbers, 0 of nothing.
  func sum(at span: Span) throws(CypherError) -> Value {
    if hasFloats { return .float(float) }
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
