/// A date of the proleptic Gregorian calendar.
public struct CalendarDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  public var daysSinceEpoch: Int64

  /// Makes a date from its distance to 1970-01-01.
  @inlinable public init(daysSinceEpoch: Int64) { self.daysSinceEpoch = daysSinceEpoch }
}

/// A time of day without an offset.
public struct LocalTime: Hashable, Sendable {
  /// Nanoseconds since midnight, `0 ..< 86_400_000_000_000`.
  public var nanosecondOfDay: Int64

  /// Makes a time from its distance to midnight.
  @inlinable public init(nanosecondOfDay: Int64) { self.nanosecondOfDay = nanosecondOfDay }
}

/// A time of day with an offset from UTC.
public struct OffsetTime: Hashable, Sendable {
  /// Local nanoseconds since midnight.
  public var nanosecondOfDay: Int64
  /// Seconds east of UTC.
  public var offsetSeconds: Int32

  /// Makes a time from its local distance to midnight and its offset.
  @inlinable public init(nanosecondOfDay: Int64, offsetSeconds: Int32) {
    self.nanosecondOfDay = nanosecondOfDay
    self.offsetSeconds = offsetSeconds
  }
}

/// A date and a time of day without an offset.
public struct LocalDateTime: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00, as if in UTC.
  public var epochSeconds: Int64
  /// Nanoseconds within the second.
  public var nanosecond: Int32

  /// Makes a local date-time from its distance to 1970-01-01T00:00.
  @inlinable public init(epochSeconds: Int64, nanosecond: Int32) {
    self.epochSeconds = epochSeconds
    self.nanosecond = nanosecond
  }
}

/// An instant, with the offset or the zone in which it is shown.
public struct ZonedDateTime: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00Z.
  public var epochSeconds: Int64
  /// Nanoseconds within the second.
  public var nanosecond: Int32
  /// Seconds east of UTC at that instant.
  public var offsetSeconds: Int32
  /// The zone's name in the IANA database, or nil for a plain offset.
  public var zone: String?

  /// Makes an instant with its offset and, where there is one, its zone.
  @inlinable public init(epochSeconds: Int64, nanosecond: Int32, offsetSeconds: Int32, zone: String?) {
    self.epochSeconds = epochSeconds
    self.nanosecond = nanosecond
    self.offsetSeconds = offsetSeconds
    self.zone = zone
  }
}

/// An amount of time: months, days and seconds are kept apart, as their lengths vary.
public struct TemporalDuration: Hashable, Sendable {
  /// Whole months, of either sign.
  public var months: Int64
  /// Whole days, of either sign.
  public var days: Int64
  /// Whole seconds, rounded down.
  public var seconds: Int64
  /// Nanoseconds, `0 ..< 1_000_000_000`.
  public var nanoseconds: Int32

  /// Makes a duration of its parts.
  @inlinable public init(months: Int64, days: Int64, seconds: Int64, nanoseconds: Int32) {
    self.months = months
    self.days = days
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}
