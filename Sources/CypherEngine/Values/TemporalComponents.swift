import CypherSyntax
import PropertyGraph

/// The components of points and spans of time: `value.key`.
///
/// Source: CIP2015-08-06, "Accessing components".
enum TemporalComponents {
  /// The component of a temporal value or duration; nil where the value is another or has no such component.
  static func property(_ name: String, of value: Value) -> Value? {
    switch value {
    case .date(let date): component(name, of: date)
    case .localTime(let time): component(name, of: time)
    case .time(let time): component(name, of: time.local) ?? zone(name, nil, time.offsetSeconds)
    case .localDateTime(let value): component(name, of: value.date) ?? component(name, of: value.time)
    case .dateTime(let value):
      component(name, of: value.local.date) ?? component(name, of: value.local.time)
        ?? zone(name, value.zone, value.offsetSeconds) ?? epoch(name, value)
    case .duration(let duration): component(name, of: duration)
    default: nil
    }
  }

  /// The component of a point or span of time; nil where the value is another.
  ///
  /// - Throws: where the value has no such component.
  static func component(_ name: String, of value: Value, at span: Span) throws(CypherError) -> Value? {
    if let component = property(name, of: value) { return component }
    guard StaticType(of: value).isTemporal else { return nil }
    let near = didYouMean(name, among: names.filter { property($0, of: value) != nil })
    throw CypherError(
      .argumentError, .runtime, "InvalidArgumentValue", "\(value.typeName) has no component \(name)",
      at: span,
      hint: near.map { "did you mean \($0)?" })
  }

  /// Every component of any value.
  static let names = [
    "year", "quarter", "month", "week", "weekYear", "day", "ordinalDay", "dayOfYear", "weekDay", "dayOfWeek",
    "dayOfQuarter", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond", "timezone",
    "offset", "offsetMinutes", "offsetSeconds", "epochSeconds", "epochMillis", "years", "quarters", "months",
    "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds",
    "quartersOfYear", "monthsOfQuarter", "monthsOfYear", "daysOfWeek", "minutesOfHour", "secondsOfMinute",
    "millisecondsOfSecond", "microsecondsOfSecond", "nanosecondsOfSecond",
  ]

  private static func component(_ name: String, of date: CalendarDate) -> Value? {
    let number: Int
    switch name {
    case "year": number = date.civil.year
    case "quarter": number = (date.civil.month + 2) / 3
    case "month": number = date.civil.month
    case "week": number = date.isoWeek.week
    case "weekYear": number = date.isoWeek.year
    case "day": number = date.civil.day
    case "ordinalDay", "dayOfYear": number = date.dayOfYear
    case "weekDay", "dayOfWeek": number = date.weekday + 1
    case "dayOfQuarter": number = date.dayOfQuarter
    default: return nil
    }
    return .integer(Int64(number))
  }

  private static func component(_ name: String, of time: LocalTime) -> Value? {
    let number: Int
    switch name {
    case "hour": number = time.hour
    case "minute": number = time.minute
    case "second": number = time.second
    case "millisecond": number = time.nanosecond / 1_000_000
    case "microsecond": number = time.nanosecond / 1000
    case "nanosecond": number = time.nanosecond
    default: return nil
    }
    return .integer(Int64(number))
  }

  private static func zone(_ name: String, _ zone: String?, _ offset: Int32) -> Value? {
    switch name {
    case "timezone": .string(zone ?? UTCOffset.text(offset))
    case "offset": .string(UTCOffset.text(offset))
    case "offsetMinutes": .integer(Int64(offset / 60))
    case "offsetSeconds": .integer(Int64(offset))
    default: nil
    }
  }

  private static func epoch(_ name: String, _ value: ZonedDateTime) -> Value? {
    switch name {
    case "epochSeconds": .integer(value.epochSeconds)
    case "epochMillis": .integer(value.epochSeconds &* 1000 &+ Int64(value.nanosecond / 1_000_000))
    default: nil
    }
  }

  private static func component(_ name: String, of duration: TemporalDuration) -> Value? {
    let nanoseconds = Int128(duration.seconds) * 1_000_000_000 + Int128(duration.nanoseconds)
    let number: Int128
    switch name {
    case "years": number = Int128(duration.months / 12)
    case "quarters": number = Int128(duration.months / 3)
    case "months": number = Int128(duration.months)
    case "weeks": number = Int128(duration.days / 7)
    case "days": number = Int128(duration.days)
    case "hours": number = Int128(duration.seconds / 3600)
    case "minutes": number = Int128(duration.seconds / 60)
    case "seconds": number = Int128(duration.seconds)
    case "milliseconds": number = nanoseconds / 1_000_000
    case "microseconds": number = nanoseconds / 1000
    case "nanoseconds": number = nanoseconds
    case "quartersOfYear": number = Int128(duration.months / 3 % 4)
    case "monthsOfQuarter": number = Int128(duration.months % 3)
    case "monthsOfYear": number = Int128(duration.months % 12)
    case "daysOfWeek": number = Int128(duration.days % 7)
    case "minutesOfHour": number = Int128(duration.seconds / 60 % 60)
    case "secondsOfMinute": number = Int128(duration.seconds % 60)
    case "millisecondsOfSecond": number = Int128(duration.nanoseconds / 1_000_000)
    case "microsecondsOfSecond": number = Int128(duration.nanoseconds / 1000)
    case "nanosecondsOfSecond": number = Int128(duration.nanoseconds)
    default: return nil
    }
    // More nanoseconds than 64 bits hold are not told.
    return Int64(exactly: number).map { .integer($0) } ?? .null
  }
}
