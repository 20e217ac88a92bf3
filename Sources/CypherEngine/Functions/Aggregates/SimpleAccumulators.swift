import CypherSyntax
import PropertyGraph

/// `count`: of the values that are not null; without arguments of all rows.
struct CountAccumulator: Accumulator {
  private var count: Int64 = 0

  mutating func add(_ arguments: [Value], _ span: Span) throws(CypherError) {
    if arguments.first?.isNull != true { count += 1 }
  }

  mutating func result(_ check: LimitCheck) throws(CypherError) -> Value { .integer(count) }
}

/// `collect`: the values that are not null, in order.
struct CollectAccumulator: Accumulator {
  private let values = GrowingList()

  mutating func add(_ arguments: [Value], _ span: Span) throws(CypherError) {
    if !arguments[0].isNull { values.append(arguments[0]) }
  }

  mutating func result(_ check: LimitCheck) throws(CypherError) -> Value { .list(try values.takeAll(check)) }
}

/// `min` and `max`: the first of the extreme values by the total order; null for none.
struct ExtremeAccumulator: Accumulator {
  /// 1 for the greatest, -1 for the least.
  private let sign: Int
  private var best: Value = .null

  init(sign: Int) { self.sign = sign }

  mutating func add(_ arguments: [Value], _ span: Span) throws(CypherError) {
    let value = arguments[0]
    if value.isNull { return }
    if best.isNull || Value.order(value, best).signum() == sign { best = value }
  }

  mutating func result(_ check: LimitCheck) throws(CypherError) -> Value { best }
}
