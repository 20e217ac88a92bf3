import CypherSyntax
import PropertyGraph

/// `stDev` and `stDevP`, in one pass; 0.0 for fewer than two values.
///
/// Source: B. P. Welford, "Note on a method for calculating corrected sums of squares and products", 1962.
struct DeviationAccumulator: Accumulator {
  private let name: String
  private let isSample: Bool
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  init(name: String, isSample: Bool) {
    self.name = name
    self.isSample = isSample
  }

  mutating func add(_ arguments: [Value], _ span: Span) throws(CypherError) {
    let value: Double
    switch arguments[0] {
    case .null: return
    case .integer(let integer): value = Double(integer)
    case .float(let float): value = float
    default: throw .wrongAggregated(arguments[0], name, wants: "numbers", at: span)
    }
    count += 1
    let distance = value - mean
    mean += distance / count
    squares += distance * (value - mean)
  }

  mutating func result(_ check: LimitCheck) throws(CypherError) -> Value {
    if count < 2 { return .float(0) }
    return .float((squares / (isSample ? count - 1 : count)).squareRoot())
  }
}

/// `percentileCont` and `percentileDisc`; null for no values.
struct PercentileAccumulator: Accumulator {
  private let name: String
  private let interpolates: Bool
  private let values = GrowingList()
  private var percentile = 0.0

  init(name: String, interpolates: Bool) {
    self.name = name
    self.interpolates = interpolates
  }

  mutating func add(_ arguments: [Value], _ span: Span) throws(CypherError) {
    percentile = try Self.number(arguments[1], name, "a percentile", span)
    guard (0...1).contains(percentile) else {
      throw CypherError(
        .argumentError, .runtime, "NumberOutOfRange",
        "\(name) wants a percentile from 0 to 1, not \(percentile.cypherText)", at: span)
    }
    if arguments[0].isNull { return }
    _ = try Self.number(arguments[0], name, "numbers", span)
    values.append(arguments[0])
  }

  mutating func result(_ check: LimitCheck) throws(CypherError) -> Value {
    if values.count == 0 { return .null }
    let values = try values.takeAll(check).inOrder(check)
    return interpolates ? between(values) : nearest(values)
  }

  /// The value at the least rank that reaches the percentile.
  private func nearest(_ values: [Value]) -> Value {
    let rank = percentile * Double(values.count)
    return values[max(Int(rank.rounded(.up)) - 1, 0)]
  }

  private func between(_ values: [Value]) -> Value {
    let position = percentile * Double(values.count - 1)
    let low = Int(position)
    let lower = Self.float(values[low])
    let upper = Self.float(values[min(low + 1, values.count - 1)])
    let share = position - Double(low)
    return .float(share == 0 ? lower : lower * (1 - share) + upper * share)
  }

  private static func number(
    _ value: Value, _ name: String, _ wants: String, _ span: Span
  ) throws(CypherError) -> Double {
    switch value {
    case .integer(let integer): return Double(integer)
    case .float(let float): return float
    default: throw .wrongAggregated(value, name, wants: wants, at: span)
    }
  }

  private static func float(_ value: Value) -> Double {
    switch value {
    case .integer(let integer): Double(integer)
    case .float(let float): float
    default: .nan
    }
  }
}
