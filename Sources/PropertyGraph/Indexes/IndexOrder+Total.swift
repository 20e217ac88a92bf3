extension IndexOrder {
  /// The place of a value's type among types; numbers are one.
  static func rank(of value: Value) -> Int {
    switch value {
    case .null: 0
    case .integer, .float: 1
    case .string: 2
    case .boolean: 3
    case .date: 4
    case .localTime: 5
    case .time: 6
    case .localDateTime: 7
    case .dateTime: 8
    case .duration: 9
    case .list: 10
    case .map, .node, .relationship, .path: 11
    }
  }

  /// The type that two bounds share, one of which may be missing; nil where they share none.
  static func rank(_ low: Value?, _ high: Value?) -> Int? {
    guard let rank = (low ?? high).map(rank(of:)) else { return nil }
    return high.map { self.rank(of: $0) == rank } ?? true ? rank : nil
  }

  /// Orders all storable values, in agreement with `compare` where two are comparable and not equal.
  static func total(_ a: Value, _ b: Value) -> Int {
    let (x, y) = (rank(of: a), rank(of: b))
    if x != y { return x < y ? -1 : 1 }
    if case (.list(let a), .list(let b)) = (a, b) { return total(a, b) }
    if let order = compare(a, b), order != 0 { return order }
    return tieBreaker(a).lexicographicallyPrecedes(tieBreaker(b))
      ? -1 : tieBreaker(b).lexicographicallyPrecedes(tieBreaker(a)) ? 1 : 0
  }

  private static func total(_ a: [Value], _ b: [Value]) -> Int {
    for (x, y) in zip(a, b) {
      let order = total(x, y)
      if order != 0 { return order }
    }
    return a.count < b.count ? -1 : a.count == b.count ? 0 : 1
  }

  /// What tells values apart that compare as equal or not at all: offsets, zones, NaN (after all numbers), durations.
  private static func tieBreaker(_ value: Value) -> [Int64] {
    switch value {
    case .float(let number): number.isNaN ? [1, Int64(bitPattern: UInt64(number.bitPattern))] : [0]
    case .integer: [0]
    case .time(let time): [Int64(time.offsetSeconds)]
    case .dateTime(let time):
      [Int64(time.offsetSeconds)] + (time.zone ?? "").utf8.map { Int64($0) }
    case .duration(let length): [length.months, length.days, length.seconds, Int64(length.nanoseconds)]
    default: []
    }
  }
}
