import PropertyGraph

/// What lies between two points of time: a part that one of them lacks is taken from the other.
///
/// Source: CIP2015-08-06, "Computing the duration between two temporals".
struct TemporalInterval {
  private let from: ZonedDateTime
  private let to: ZonedDateTime
  private let zone: Zone
  /// Whether both have a date; else there is only time between them.
  private let hasDates: Bool

  init(_ from: Moment, _ to: Moment, _ clock: StatementClock) {
    hasDates = from.date != nil && to.date != nil
    zone = from.zone ?? to.zone ?? .utc
    let fromDate = from.date ?? to.date ?? CalendarDate(daysSinceEpoch: 0)
    let toDate = to.date ?? from.date ?? CalendarDate(daysSinceEpoch: 0)
    func instant(_ moment: Moment, _ date: CalendarDate, _ other: Moment) -> ZonedDateTime {
      let local = LocalDateTime(date: date, time: moment.time ?? LocalTime(nanosecondOfDay: 0))
      return (moment.zone ?? other.zone ?? .utc).resolve(local, preferring: moment.preferredOffset)
    }
    let end = instant(to, toDate, from)
    self.from = instant(from, fromDate, to)
    self.to = zone.show(end.epochSeconds, end.nanosecond)
  }

  /// Months, then days, then the rest.
  func all() -> TemporalDuration? {
    guard hasDates else { return seconds() }
    let months = wholeMonths(from.local, to.local)
    guard let afterMonths = moved(from, months: months) else { return nil }
    let days = wholeDays(afterMonths.local, to.local)
    guard let start = moved(afterMonths, days: days) else { return nil }
    return rest(start, months: months, days: days)
  }

  func months() -> TemporalDuration? {
    let months = hasDates ? wholeMonths(from.local, to.local) : 0
    return TemporalDuration(months: months, days: 0, seconds: 0, nanoseconds: 0)
  }

  func days() -> TemporalDuration? {
    let days = hasDates ? wholeDays(from.local, to.local) : 0
    return TemporalDuration(months: 0, days: days, seconds: 0, nanoseconds: 0)
  }

  func seconds() -> TemporalDuration? { rest(from, months: 0, days: 0) }

  private func rest(_ start: ZonedDateTime, months: Int64, days: Int64) -> TemporalDuration {
    let nanoseconds = to.nanosecond - start.nanosecond
    let seconds = to.epochSeconds - start.epochSeconds
    return TemporalDuration(
      months: months, days: days, seconds: nanoseconds < 0 ? seconds - 1 : seconds,
      nanoseconds: nanoseconds < 0 ? nanoseconds + 1_000_000_000 : nanoseconds)
  }

  private func moved(_ value: ZonedDateTime, months: Int64 = 0, days: Int64 = 0) -> ZonedDateTime? {
    if months == 0 && days == 0 { return value }
    guard let date = value.local.date.adding(months: Int(months))?.adding(days: days) else { return nil }
    return zone.resolve(
      LocalDateTime(date: date, time: value.local.time), preferring: value.offsetSeconds)
  }

  private func wholeMonths(_ from: LocalDateTime, _ to: LocalDateTime) -> Int64 {
    func position(_ date: CalendarDate) -> Int {
      let (year, month, day) = date.civil
      return (year * 12 + month) * 32 + day
    }
    return Int64((position(lastWholeDay(from, to)) - position(from.date)) / 32)
  }

  private func wholeDays(_ from: LocalDateTime, _ to: LocalDateTime) -> Int64 {
    lastWholeDay(from, to).daysSinceEpoch - from.date.daysSinceEpoch
  }

  /// The end's date, a day nearer to the start where the day between is not whole.
  private func lastWholeDay(_ from: LocalDateTime, _ to: LocalDateTime) -> CalendarDate {
    var days = to.date.daysSinceEpoch
    let (start, end) = (from.time.nanosecondOfDay, to.time.nanosecondOfDay)
    if days > from.date.daysSinceEpoch, end < start { days -= 1 }
    if days < from.date.daysSinceEpoch, end > start { days += 1 }
    return CalendarDate(daysSinceEpoch: days)
  }
}
