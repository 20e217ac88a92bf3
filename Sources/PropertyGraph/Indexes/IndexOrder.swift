/// How indexes compare values: as openCypher's `=` and `<` do.
enum IndexOrder {
  /// Orders two values of one type, numbers being one; nil where they are not comparable, as a NaN never is.
  static func compare(_ a: Value, _ b: Value) -> Int? {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): sign(a, b)
    case (.float(let a), .float(let b)): a.isNaN || b.isNaN ? nil : sign(a, b)
    case (.integer(let a), .float(let b)): compare(a, b)
    case (.float(let a), .integer(let b)): compare(b, a).map { -$0 }
    case (.string(let a), .string(let b)): compare(a, b)
    case (.boolean(let a), .boolean(let b)): sign(a ? 1 : 0, b ? 1 : 0)
    case (.date(let a), .date(let b)): sign(a.daysSinceEpoch, b.daysSinceEpoch)
    case (.localTime(let a), .localTime(let b)): sign(a.nanosecondOfDay, b.nanosecondOfDay)
    case (.time(let a), .time(let b)): sign(a.instant, b.instant)
    case (.localDateTime(let a), .localDateTime(let b)):
      sign(a.epochSeconds, b.epochSeconds, a.nanosecond, b.nanosecond)
    case (.dateTime(let a), .dateTime(let b)):
      sign(a.epochSeconds, b.epochSeconds, a.nanosecond, b.nanosecond)
    case (.list(let a), .list(let b)): compare(a, b)
    default: nil
    }
  }

  /// Whether openCypher's `=` holds: numbers by amount, everything else by all its parts.
  static func areEqual(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.integer, .float), (.float, .integer), (.float, .float): compare(a, b) == 0
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy(areEqual)
    default: a.isIdentical(to: b)
    }
  }

  /// Compares exactly, where converting either way would round.
  private static func compare(_ a: Int64, _ b: Double) -> Int? {
    if b.isNaN { return nil }
    if b >= 0x1p63 { return -1 }
    if b < -0x1p63 { return 1 }
    let whole = b.rounded(.down)
    return a == Int64(whole) ? (b > whole ? -1 : 0) : sign(a, Int64(whole))
  }

  private static func compare(_ a: String, _ b: String) -> Int {
    var a = a
    var b = b
    return a.withUTF8 { a in b.withUTF8 { b in compareBytes(a, b) } }
  }

  private static func compare(_ a: [Value], _ b: [Value]) -> Int? {
    for (x, y) in zip(a, b) {
      guard let order = compare(x, y) else { return nil }
      if order != 0 { return order }
    }
    return sign(a.count, b.count)
  }

  private static func sign<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a == b ? 0 : 1 }

  private static func sign(_ a: Int64, _ b: Int64, _ x: Int32, _ y: Int32) -> Int {
    a == b ? sign(x, y) : sign(a, b)
  }
}

extension OffsetTime {
  /// Nanoseconds since midnight in UTC; may be negative or beyond the day.
  var instant: Int64 { nanosecondOfDay &- Int64(offsetSeconds) &* 1_000_000_000 }
}
