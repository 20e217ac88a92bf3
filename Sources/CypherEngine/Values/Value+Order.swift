import PropertyGraph

extension Value {
  /// The total order of ORDER BY, MIN and MAX: negative, zero or positive.
  ///
  /// Types come in the order maps, nodes, relationships, lists, paths, date-times, local date-times, dates, times,
  /// local times, durations, strings, booleans, numbers, NaN, null. Zero means equivalent.
  /// Source: openCypher 9, "Orderability and equivalence".
  static func order(_ a: Value, _ b: Value) -> Int {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): return three(a, b)
    case (.string(let a), .string(let b)): return Text.compare(a, b)
    case (.float(let a), .float(let b)): return NumberOrder.compare(a, b) ?? three(nan(a), nan(b))
    case (.integer(let a), .float(let b)): return NumberOrder.compare(a, b) ?? -1
    case (.float(let a), .integer(let b)): return NumberOrder.compare(b, a).map { -$0 } ?? 1
    case (.boolean(let a), .boolean(let b)): return three(a ? 1 : 0, b ? 1 : 0)
    case (.node(let a), .node(let b)): return three(a, b)
    case (.relationship(let a), .relationship(let b)): return three(a, b)
    case (.date(let a), .date(let b)): return three(a.daysSinceEpoch, b.daysSinceEpoch)
    case (.localTime(let a), .localTime(let b)): return three(a.nanosecondOfDay, b.nanosecondOfDay)
    case (.time(let a), .time(let b)): return order(a, b)
    case (.localDateTime(let a), .localDateTime(let b)):
      return first(three(a.epochSeconds, b.epochSeconds), three(a.nanosecond, b.nanosecond))
    case (.dateTime(let a), .dateTime(let b)): return order(a, b)
    case (.duration(let a), .duration(let b)): return order(a, b)
    case (.list(let a), .list(let b)): return order(a, b)
    case (.path(let a), .path(let b)): return order(a, b)
    case (.map(let a), .map(let b)): return order(a, b)
    default: return three(a.rank, b.rank)
    }
  }

  /// Whether two values are the same for DISTINCT, grouping and UNION: null is null, NaN is NaN, 1 is 1.0.
  func isEquivalent(to other: Value) -> Bool { Self.order(self, other) == 0 }

  private var rank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .dateTime: 5
    case .localDateTime: 6
    case .date: 7
    case .time: 8
    case .localTime: 9
    case .duration: 10
    case .string: 11
    case .boolean: 12
    case .integer, .float: 13
    case .null: 14
    }
  }

  private static func three<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a > b ? 1 : 0 }

  private static func nan(_ value: Double) -> Int { value.isNaN ? 1 : 0 }

  /// The first order that tells a difference.
  private static func first(_ orders: Int...) -> Int { orders.first { $0 != 0 } ?? 0 }

  /// By instant of the same day in UTC, then by offset.
  private static func order(_ a: OffsetTime, _ b: OffsetTime) -> Int {
    let x = a.nanosecondOfDay - Int64(a.offsetSeconds) * 1_000_000_000
    let y = b.nanosecondOfDay - Int64(b.offsetSeconds) * 1_000_000_000
    return first(three(x, y), three(a.offsetSeconds, b.offsetSeconds))
  }

  /// By instant, then by offset, then by zone.
  private static func order(_ a: ZonedDateTime, _ b: ZonedDateTime) -> Int {
    first(
      three(a.epochSeconds, b.epochSeconds), three(a.nanosecond, b.nanosecond),
      three(a.offsetSeconds, b.offsetSeconds), Text.compare(a.zone ?? "", b.zone ?? ""))
  }

  /// By average length, then by months, days and seconds.
  private static func order(_ a: TemporalDuration, _ b: TemporalDuration) -> Int {
    first(
      three(a.averageNanoseconds, b.averageNanoseconds), three(a.months, b.months),
      three(a.days, b.days), three(a.seconds, b.seconds))
  }

  private static func order(_ a: [Value], _ b: [Value]) -> Int {
    for (x, y) in zip(a, b) {
      let order = order(x, y)
      if order != 0 { return order }
    }
    return three(a.count, b.count)
  }

  /// Node by relationship by node, from the start.
  private static func order(_ a: Path, _ b: Path) -> Int {
    for index in 0..<min(a.nodes.count, b.nodes.count) {
      let order = three(a.nodes[index], b.nodes[index])
      if order != 0 { return order }
      guard index < a.relationships.count, index < b.relationships.count else { break }
      let step = three(a.relationships[index], b.relationships[index])
      if step != 0 { return step }
    }
    return three(a.relationships.count, b.relationships.count)
  }

  /// By the keys in order, then by the values of the keys in order.
  private static func order(_ a: ValueMap, _ b: ValueMap) -> Int {
    let x = a.sortedEntries
    let y = b.sortedEntries
    for (p, q) in zip(x, y) {
      let order = Text.compare(p.key, q.key)
      if order != 0 { return order }
    }
    if x.count != y.count { return three(x.count, y.count) }
    for (p, q) in zip(x, y) {
      let order = order(p.value, q.value)
      if order != 0 { return order }
    }
    return 0
  }
}

extension ValueMap {
  /// The entries by key.
  var sortedEntries: [(key: String, value: Value)] {
    zip(keys, values).map { ($0, $1) }.sorted { Text.compare($0.key, $1.key) < 0 }
  }
}

extension TemporalDuration {
  /// The length with months of 2,629,746 seconds, the mean of the Gregorian calendar.
  var averageNanoseconds: Int128 {
    let seconds = Int128(months) * 2_629_746 + Int128(days) * 86_400 + Int128(seconds)
    return seconds * 1_000_000_000 + Int128(nanoseconds)
  }
}
