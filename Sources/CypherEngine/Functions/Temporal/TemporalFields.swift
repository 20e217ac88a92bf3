import CypherSyntax
import PropertyGraph

/// The components of a point of time in a map, read with their types and ranges.
struct TemporalFields {
  private let map: ValueMap
  private let call: FunctionCall

  /// Takes a map; keys that mean nothing are an error.
  init(_ map: ValueMap, _ call: FunctionCall, allowed: Set<String>) throws(CypherError) {
    self.map = map
    self.call = call
    for key in map.keys where !allowed.contains(key) {
      let near = didYouMean(key, among: allowed.sorted())
      throw call.invalid("there is no component \(key)", hint: near.map { "did you mean \($0)?" })
    }
  }

  static let dateKeys: Set<String> = [
    "year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay",
  ]
  static let timeKeys: Set<String> = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"]

  /// Whether a component is null: then the whole is.
  var hasNull: Bool { map.values.contains { $0.isNull } }

  func has(_ key: String) -> Bool { map[key] != nil }

  func value(_ key: String) -> Value? { map[key] }

  /// The only key.
  func isOnly(_ key: String) -> Bool { map.count == 1 && has(key) }

  func integer(_ key: String, _ range: ClosedRange<Int64>) throws(CypherError) -> Int? {
    guard let value = map[key] else { return nil }
    guard case .integer(let number) = value else {
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentValue",
        "\(call.name): \(key) must be an integer, not \(value.typeName)",
        at: call.span)
    }
    guard range.contains(number) else {
      throw call.invalid("\(key) must be \(range.lowerBound) to \(range.upperBound), not \(number)")
    }
    return Int(number)
  }

  /// The zone under `timezone`.
  func zone() throws(CypherError) -> Zone? {
    guard let value = map["timezone"] else { return nil }
    guard case .string(let text) = value else {
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentValue",
        "\(call.name): timezone must be a string, not \(value.typeName)", at: call.span)
    }
    return try call.zone(text)
  }

  // MARK: Dates

  /// The date of the components; what is not given is taken from another date, or is the first.
  func date(from base: CalendarDate?) throws(CypherError) -> CalendarDate {
    try refuseMixedDates()
    if base == nil, !has("year") { throw call.invalid("year must be given") }
    let date: CalendarDate?
    if has("week") || has("dayOfWeek") {
      date = try weekDate(base)
    } else if has("ordinalDay") {
      let year = try year() ?? base?.civil.year ?? 0
      date = CalendarDate(year: year, dayOfYear: try integer("ordinalDay", 1...366) ?? 1)
    } else if has("quarter") || has("dayOfQuarter") {
      date = try quarterDate(base)
    } else {
      date = try monthDate(base)
    }
    guard let date else { throw call.invalid("there is no such day") }
    return date
  }

  private func year() throws(CypherError) -> Int? {
    try integer("year", Int64(CalendarDate.years.lowerBound)...Int64(CalendarDate.years.upperBound))
  }

  /// One way of naming a day at a time, and no part without the one above it.
  private func refuseMixedDates() throws(CypherError) {
    let systems: [[String]] = [
      ["month", "day"], ["week", "dayOfWeek"], ["quarter", "dayOfQuarter"], ["ordinalDay"],
    ]
    let used = systems.compactMap { keys in keys.first { has($0) } }
    if used.count > 1 { throw call.invalid("\(used[0]) and \(used[1]) do not go together") }
    if has("date") || has("datetime") || call.arguments.count > 1 { return }
    for (part, whole) in [("day", "month"), ("dayOfWeek", "week"), ("dayOfQuarter", "quarter")]
    where has(part) && !has(whole) {
      throw call.invalid("\(part) needs \(whole)")
    }
  }

  private func monthDate(_ base: CalendarDate?) throws(CypherError) -> CalendarDate? {
    let old = base?.civil ?? (year: 0, month: 1, day: 1)
    let year = try year() ?? old.year
    let month = try integer("month", 1...12) ?? old.month
    // A day that was only taken over keeps to the month's end.
    let kept = min(old.day, CalendarDate.days(inMonth: month, of: year))
    return CalendarDate(year: year, month: month, day: try integer("day", 1...31) ?? kept)
  }

  private func weekDate(_ base: CalendarDate?) throws(CypherError) -> CalendarDate? {
    let old = base?.isoWeek ?? (year: 0, week: 1)
    let weekday = base.map { $0.weekday + 1 } ?? 1
    return CalendarDate(
      weekYear: try year() ?? old.year, week: try integer("week", 1...53) ?? old.week,
      dayOfWeek: try integer("dayOfWeek", 1...7) ?? weekday)
  }

  /// With a base and no day of the quarter, the month keeps its place in the quarter, and the day its in the month.
  private func quarterDate(_ base: CalendarDate?) throws(CypherError) -> CalendarDate? {
    let old = base?.civil ?? (year: 0, month: 1, day: 1)
    let year = try year() ?? old.year
    let quarter = try integer("quarter", 1...4) ?? (old.month + 2) / 3
    if let day = try integer("dayOfQuarter", 1...92) {
      return CalendarDate(year: year, quarter: quarter, dayOfQuarter: day)
    }
    let month = (quarter - 1) * 3 + (old.month - 1) % 3 + 1
    let kept = min(old.day, CalendarDate.days(inMonth: month, of: year))
    return CalendarDate(year: year, month: month, day: kept)
  }

  // MARK: Times

  /// The time of the components; what is not given is taken from another time, or is 0.
  ///
  /// - Parameter addingFractions: Fractions of a second come on top of the base's, which was truncated.
  func time(from base: LocalTime?, addingFractions: Bool = false) throws(CypherError) -> LocalTime? {
    guard base != nil || Self.timeKeys.contains(where: { has($0) }) else { return nil }
    if base == nil {
      for (part, whole) in [("minute", "hour"), ("second", "minute")] where has(part) && !has(whole) {
        throw call.invalid("\(part) needs \(whole)")
      }
      if !has("hour") { throw call.invalid("hour must be given") }
    }
    var nanosecond = base?.nanosecond ?? 0
    if let fraction = try fraction() { nanosecond = addingFractions ? nanosecond + fraction : fraction }
    let time = LocalTime(
      hour: try integer("hour", 0...23) ?? base?.hour ?? 0,
      minute: try integer("minute", 0...59) ?? base?.minute ?? 0,
      second: try integer("second", 0...59) ?? base?.second ?? 0, nanosecond: nanosecond)
    guard let time else { throw call.invalid("the fractions of the second are more than one") }
    return time
  }

  /// Nanoseconds of the three fractions, each of which stops where the coarser one is given.
  private func fraction() throws(CypherError) -> Int? {
    let milliseconds = try integer("millisecond", 0...999)
    let microseconds = try integer("microsecond", 0...(milliseconds == nil ? 999_999 : 999))
    let limit: Int64 = microseconds != nil ? 999 : milliseconds != nil ? 999_999 : 999_999_999
    let nanoseconds = try integer("nanosecond", 0...limit)
    guard milliseconds != nil || microseconds != nil || nanoseconds != nil else { return nil }
    return (milliseconds ?? 0) * 1_000_000 + (microseconds ?? 0) * 1000 + (nanoseconds ?? 0)
  }
}

extension FunctionCall {
  /// The zone of a name or an offset.
  func zone(_ text: String) throws(CypherError) -> Zone {
    guard let zone = Zone(text) else {
      throw invalid("there is no time zone '\(text)'", hint: "such as 'Europe/Stockholm' or '+01:00'")
    }
    return zone
  }
}
