import CypherSyntax
import PropertyGraph

/// The five kinds of points of time, and what each is made of.
enum TemporalKind: String, CaseIterable, Sendable {
  case date, localtime, time, localdatetime, datetime

  var hasDate: Bool { self == .date || self == .localdatetime || self == .datetime }
  var hasTime: Bool { self != .date }
  var hasZone: Bool { self == .time || self == .datetime }

  var type: StaticType {
    switch self {
    case .date: .date
    case .localtime: .localTime
    case .time: .time
    case .localdatetime: .localDateTime
    case .datetime: .dateTime
    }
  }

  /// The value of what is known; nil where a part is missing.
  ///
  /// A date alone begins at midnight; where no zone is known, the clock's is meant.
  func value(_ moment: Moment, _ clock: StatementClock) -> Value? {
    let time = moment.time ?? (moment.date != nil && hasDate ? LocalTime(nanosecondOfDay: 0) : nil)
    switch self {
    case .date: return moment.date.map { .date($0) }
    case .localtime: return moment.time.map { .localTime($0) }
    case .time:
      guard let time = moment.time else { return nil }
      return .time(
        OffsetTime(nanosecondOfDay: time.nanosecondOfDay, offsetSeconds: moment.offset(clock)))
    case .localdatetime:
      guard let date = moment.date, let time else { return nil }
      return .localDateTime(LocalDateTime(date: date, time: time))
    case .datetime:
      guard let date = moment.date, let time else { return nil }
      let zone = moment.zone ?? clock.defaultZone
      return .dateTime(
        zone.resolve(LocalDateTime(date: date, time: time), preferring: moment.preferredOffset))
    }
  }
}

/// What is known of a point of time: the parts that the five kinds are made of.
struct Moment {
  var date: CalendarDate?
  var time: LocalTime?
  var zone: Zone?
  /// The offset that tells a repeated hour's two turns apart.
  var preferredOffset: Int32?

  init() {}

  /// The parts of a point of time; nil of any other value.
  init?(_ value: Value) {
    self.init()
    switch value {
    case .date(let value): date = value
    case .localTime(let value): time = value
    case .time(let value):
      time = value.local
      zone = .offset(value.offsetSeconds)
    case .localDateTime(let value): (date, time) = (value.date, value.time)
    case .dateTime(let value): self = Moment(value)
    default: return nil
    }
  }

  /// The parts of a date-time.
  init(_ value: ZonedDateTime) {
    self.init()
    date = value.local.date
    time = value.local.time
    zone = Zone(of: value)
    preferredOffset = value.offsetSeconds
  }

  /// The offset of a time of day: on its date, or where there is none on the clock's.
  fileprivate func offset(_ clock: StatementClock) -> Int32 {
    let zone = zone ?? clock.defaultZone
    guard let date, let time else { return zone.offset(at: clock.epochSeconds) }
    return zone.resolve(LocalDateTime(date: date, time: time), preferring: preferredOffset).offsetSeconds
  }
}
