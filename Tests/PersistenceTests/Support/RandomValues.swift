import PropertyGraph
import TestSupport

/// Values of every sort, the odd ones more often than life has them.
enum RandomValues {
  /// A text: short or long, of many scripts, with what has to be escaped.
  static func text(using generator: inout Seeded) -> String {
    let pieces = [
      "a", "Acme", " ", "\"", "\\", "\n", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "Ключ", "е\u{301}",
      "é", "👩‍👩‍👧", "𝔘",
      "\u{2028}", "\u{202E}", "$", "{", "]", "—", "名前",
    ]
    let count = Int.random(in: 0...9, using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// A value that a property can hold, never null.
  static func stored(using generator: inout Seeded) -> Value {
    if Int.random(in: 0..<8, using: &generator) > 0 { return scalar(using: &generator) }
    return .list((0..<Int.random(in: 0...4, using: &generator)).map { _ in scalar(using: &generator) })
  }

  /// Any value but nodes, relationships and paths, with lists and maps inside one another up to a depth.
  static func value(depth: Int, using generator: inout Seeded) -> Value {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return .null
    case 1 where depth > 0:
      return .list(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in value(depth: depth - 1, using: &generator) }
      )
    case 2 where depth > 0:
      var map = ValueMap()
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        map[text(using: &generator)] = value(depth: depth - 1, using: &generator)
      }
      return .map(map)
    default: return scalar(using: &generator)
    }
  }

  private static func scalar(using generator: inout Seeded) -> Value {
    switch Int.random(in: 0..<11, using: &generator) {
    case 0: .boolean(.random(using: &generator))
    case 1: .integer([0, 1, -1, .max, .min, 1 << 53].randomElement(using: &generator) ?? 0)
    case 2: .integer(Int64.random(in: -1_000_000...1_000_000, using: &generator))
    case 3:
      .float(
        [0, -0.0, .nan, .infinity, -.infinity, 1e300, 0.1, 5e-300].randomElement(using: &generator) ?? 0)
    case 4: .float(Double(Int.random(in: -100_000...100_000, using: &generator)) / 1000)
    case 5: .date(CalendarDate(daysSinceEpoch: Int64.random(in: -800_000...3_000_000, using: &generator)))
    case 6: .localTime(LocalTime(nanosecondOfDay: nanoseconds(using: &generator)))
    case 7:
      .time(
        OffsetTime(nanosecondOfDay: nanoseconds(using: &generator), offsetSeconds: offset(using: &generator)))
    case 8: temporal(using: &generator)
    default: .string(text(using: &generator))
    }
  }

  private static func temporal(using generator: inout Seeded) -> Value {
    let seconds = Int64.random(in: -60_000_000_000...200_000_000_000, using: &generator)
    let nanosecond = [0, 1, 500_000_000, 999_999_999].randomElement(using: &generator) ?? 0
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: return .localDateTime(LocalDateTime(epochSeconds: seconds, nanosecond: Int32(nanosecond)))
    case 1:
      let zone = [nil, "Europe/Moscow", "Etc/UTC"].randomElement(using: &generator) ?? nil
      return .dateTime(
        ZonedDateTime(
          epochSeconds: seconds, nanosecond: Int32(nanosecond), offsetSeconds: offset(using: &generator),
          zone: zone))
    default:
      let parts = (0..<3).map { _ in Int64.random(in: -1000...1000, using: &generator) }
      return .duration(
        TemporalDuration(months: parts[0], days: parts[1], seconds: parts[2], nanoseconds: Int32(nanosecond)))
    }
  }

  private static func nanoseconds(using generator: inout Seeded) -> Int64 {
    let unit: Int64 = [1, 1000, 1_000_000_000, 60_000_000_000].randomElement(using: &generator) ?? 1
    return Int64.random(in: 0..<86_400_000_000_000, using: &generator) / unit * unit
  }

  private static func offset(using generator: inout Seeded) -> Int32 {
    Int32.random(in: -72...72, using: &generator) * 900
  }
}
