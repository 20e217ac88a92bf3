import CypherSyntax
import PropertyGraph

/// Arithmetic with points and spans of time; nil where the operands are others.
///
/// Source: CIP2015-08-06, "Temporal arithmetic".
enum TemporalArithmetic {
  static func add(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value? {
    switch (a, b) {
    case (.duration(let x), .duration(let y)):
      var sum = DurationSum(x)
      sum.add(y)
      return try duration(sum, span)
    case (_, .duration(let duration)): return try move(a, by: duration, span)
    case (.duration(let duration), _): return try move(b, by: duration, span)
    default: return nil
    }
  }

  static func subtract(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value? {
    guard case .duration(let y) = b else { return nil }
    var difference = DurationSum()
    if case .duration(let x) = a { difference.add(x) }
    difference.add(y, times: DecimalNumber(-1))
    guard let result = difference.duration else { throw tooLong(span) }
    if case .duration = a { return .duration(result) }
    return try move(a, by: result, span)
  }

  static func multiply(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value? {
    switch (a, b) {
    case (.duration(let x), _):
      guard let factor = try number(b, span) else { return nil }
      return try duration(DurationSum(x, times: factor), span)
    case (_, .duration): return try multiply(b, a, at: span)
    default: return nil
    }
  }

  static func divide(_ a: Value, _ b: Value, at span: Span) throws(CypherError) -> Value? {
    guard case .duration(let x) = a, let divisor = try number(b, span) else { return nil }
    if divisor.isZero {
      throw CypherError(.arithmeticError, .runtime, "DivisionByZero", "division by zero", at: span)
    }
    return try duration(DurationSum(x, times: divisor.reciprocal), span)
  }

  /// A point of time later by a duration; nil where the value is no point of time.
  ///
  /// Dates move by whole days only, times of day go round the clock. Months and days move what a clock shows, and
  /// the rest moves the instant.
  private static func move(
    _ value: Value, by duration: TemporalDuration, _ span: Span
  ) throws(CypherError) -> Value? {
    let moved: Value?
    switch value {
    case .date(let date):
      // Towards zero, as the fraction of a day is dropped.
      let isShort = duration.seconds < 0 && duration.nanoseconds > 0
      let days = (isShort ? duration.seconds + 1 : duration.seconds) / 86_400
      moved = date.adding(duration)?.adding(days: days).map { .date($0) }
    case .localTime(let time): moved = .localTime(time.adding(duration))
    case .time(let time):
      let local = time.local.adding(duration)
      moved = .time(
        OffsetTime(nanosecondOfDay: local.nanosecondOfDay, offsetSeconds: time.offsetSeconds))
    case .localDateTime(let value):
      moved = value.adding(duration).map { .localDateTime($0) }
    case .dateTime(let value): moved = value.adding(duration).map { .dateTime($0) }
    default: return nil
    }
    guard let moved else {
      throw CypherError(
        .argumentError, .runtime, "NumberOutOfRange", "the date is beyond the calendar's years", at: span)
    }
    return moved
  }

  /// The duration of a sum, where it fits.
  static func duration(_ sum: DurationSum, _ span: Span) throws(CypherError) -> Value {
    guard let duration = sum.duration else { throw tooLong(span) }
    return .duration(duration)
  }

  private static func number(_ value: Value, _ span: Span) throws(CypherError) -> DecimalNumber? {
    switch value {
    case .integer(let number): return DecimalNumber(number)
    case .float(let number):
      guard let decimal = DecimalNumber(number) else { throw tooLong(span) }
      return decimal
    default: return nil
    }
  }

  private static func tooLong(_ span: Span) -> CypherError {
    CypherError(.arithmeticError, .runtime, "IntegerOverflow", "the duration is too long", at: span)
  }
}

extension CalendarDate {
  /// The date later by a duration's months and days.
  fileprivate func adding(_ duration: TemporalDuration) -> CalendarDate? {
    adding(months: Int(duration.months))?.adding(days: duration.days)
  }
}

extension LocalTime {
  /// The time later by a duration's seconds, round the clock.
  fileprivate func adding(_ duration: TemporalDuration) -> LocalTime {
    let rest = duration.seconds % 86_400 * 1_000_000_000 + Int64(duration.nanoseconds)
    let sum = (nanosecondOfDay + rest) % Self.nanosecondsPerDay
    return LocalTime(nanosecondOfDay: sum < 0 ? sum + Self.nanosecondsPerDay : sum)
  }
}

extension LocalDateTime {
  fileprivate func adding(_ duration: TemporalDuration) -> LocalDateTime? {
    guard let date = date.adding(duration) else { return nil }
    return LocalDateTime(date: date, time: time).adding(seconds: duration.seconds, duration.nanoseconds)
  }

  /// Later by seconds and nanoseconds; nil beyond the calendar's years.
  fileprivate func adding(seconds: Int64, _ nanoseconds: Int32) -> LocalDateTime? {
    let fraction = nanosecond + nanoseconds
    let (sum, overflow) = epochSeconds.addingReportingOverflow(seconds)
    if overflow { return nil }
    let carried = fraction >= 1_000_000_000
    let result = LocalDateTime(
      epochSeconds: carried ? sum &+ 1 : sum, nanosecond: carried ? fraction - 1_000_000_000 : fraction)
    return CalendarDate(checkedDays: result.date.daysSinceEpoch) == nil ? nil : result
  }
}

extension ZonedDateTime {
  fileprivate func adding(_ duration: TemporalDuration) -> ZonedDateTime? {
    let zone = Zone(of: self)
    guard let date = local.date.adding(duration) else { return nil }
    let start =
      duration.months == 0 && duration.days == 0
      ? self : zone.resolve(LocalDateTime(date: date, time: local.time), preferring: offsetSeconds)
    let instant = LocalDateTime(epochSeconds: start.epochSeconds, nanosecond: start.nanosecond)
    guard let moved = instant.adding(seconds: duration.seconds, duration.nanoseconds) else { return nil }
    return zone.show(moved.epochSeconds, moved.nanosecond)
  }
}
