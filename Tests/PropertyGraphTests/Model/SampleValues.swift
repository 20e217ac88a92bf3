import PropertyGraph

/// Values for random properties: some keys are of one type, so that their columns stay typed, others take any.
enum SampleValues {
  static let integers: [Value] = [0, 1, -1, 7, 1 << 40, .max, .min].map { .integer($0) }
  static let floats: [Value] = [0, -0.0, 1, 2.5, 1e300, .nan, .infinity, -3].map { .float($0) }
  static let booleans: [Value] = [.boolean(false), .boolean(true)]
  static let texts: [Value] = [
    "", "a", "Анна", "é", "e\u{301}", "👩‍👩‍👧", "ab", String(repeating: "long text ", count: 40), "Zoë", "0",
  ].map { .string($0) }
  static let dates: [Value] = [0, 1, 20_000, -1, 1 << 35].map { .date(CalendarDate(daysSinceEpoch: $0)) }
  static let rare: [Value] = [
    .list([.integer(1), .integer(2)]), .list([.float(1), .integer(2)]), .list([]), .list([.string("a")]),
    .list([.integer(1), .string("b")]), .list([.float(.nan)]),
    .localTime(LocalTime(nanosecondOfDay: 5)), .time(OffsetTime(nanosecondOfDay: 0, offsetSeconds: 3600)),
    .localDateTime(LocalDateTime(epochSeconds: 9, nanosecond: 1)),
    .dateTime(ZonedDateTime(epochSeconds: 9, nanosecond: 0, offsetSeconds: 0, zone: nil)),
    .dateTime(ZonedDateTime(epochSeconds: 9, nanosecond: 0, offsetSeconds: 60, zone: "X/Y")),
    .duration(TemporalDuration(months: 1, days: 0, seconds: 0, nanoseconds: 0)),
  ]
  static let all = integers + floats + booleans + texts + dates + rare

  /// The values of each key, by the key's number.
  static let byKey: [[Value]] = [
    integers, Array(integers[..<4]), floats, booleans, texts, dates, rare, all, integers + floats,
  ]
}
