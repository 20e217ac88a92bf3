import CypherSyntax
import PropertyGraph

extension Value {
  /// How two values stand to each other under `<`, `<=`, `>` and `>=`.
  enum Standing: Sendable {
    case less, equal, greater
    /// A number is NaN: no comparison holds.
    case unordered
    /// Null takes part or the types cannot be compared: every comparison is null.
    case unknown

    /// The standing that an order tells.
    init(_ order: Int) { self = order < 0 ? .less : order > 0 ? .greater : .equal }

    fileprivate init(numbers order: Int?) {
      if let order { self.init(order) } else { self = .unordered }
    }
  }

  /// The order of comparable values: negative, zero or positive; nil for null, NaN and what cannot be compared.
  static func compare(_ a: Value, _ b: Value) -> Int? {
    switch standing(a, b) {
    case .less: -1
    case .equal: 0
    case .greater: 1
    case .unordered, .unknown: nil
    }
  }

  /// Whether one of `=`, `<>`, `<`, `<=`, `>` and `>=` holds; nil is openCypher's null.
  static func holds(_ operation: BinaryOperator, _ a: Value, _ b: Value) -> Bool? {
    switch operation {
    case .equal: return a.equals(b)
    case .notEqual: return a.equals(b).map { !$0 }
    default: break
    }
    switch (standing(a, b), operation) {
    case (.unknown, _): return nil
    case (.unordered, _): return false
    case (.less, .less), (.less, .lessOrEqual), (.greater, .greater), (.greater, .greaterOrEqual),
      (.equal, .lessOrEqual), (.equal, .greaterOrEqual):
      return true
    default: return false
    }
  }

  /// How two values compare.
  ///
  /// Lists compare by their first difference; nodes, relationships, paths, maps and durations do not compare.
  /// Source: openCypher 9, "Comparability"; TCK Comparison2.
  static func standing(_ a: Value, _ b: Value) -> Standing {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): Standing(a < b ? -1 : a > b ? 1 : 0)
    case (.float(let a), .float(let b)): Standing(numbers: NumberOrder.compare(a, b))
    case (.integer(let a), .float(let b)): Standing(numbers: NumberOrder.compare(a, b))
    case (.float(let a), .integer(let b)): Standing(numbers: NumberOrder.compare(b, a).map { -$0 })
    case (.string(let a), .string(let b)): Standing(Text.compare(a, b))
    case (.boolean(let a), .boolean(let b)): Standing((a ? 1 : 0) - (b ? 1 : 0))
    case (.list(let a), .list(let b)): standing(a, b)
    case (.date, .date), (.localTime, .localTime), (.time, .time), (.localDateTime, .localDateTime),
      (.dateTime, .dateTime):
      Standing(order(a, b))
    default: .unknown
    }
  }

  private static func standing(_ a: [Value], _ b: [Value]) -> Standing {
    for (x, y) in zip(a, b) where x.equals(y) != true { return standing(x, y) }
    return Standing(a.count - b.count)
  }
}
