internal import Glibc

/// The time of one statement: everything in it sees the same instant.
public struct StatementClock: Sendable {
  /// Seconds since 1970-01-01T00:00Z.
  public var epochSeconds: Int64
  /// Nanoseconds within the second.
  public var nanosecond: Int32
  /// The zone of `date()`, `datetime({…})` and the like where none is named; nil is UTC.
  public var zone: String?
  /// Whether the machine's zone stands for none that is named; it is looked up when first asked for.
  private var isLocal = false

  /// Makes a clock that stands at an instant.
  public init(epochSeconds: Int64, nanosecond: Int32 = 0, zone: String? = nil) {
    self.epochSeconds = epochSeconds
    self.nanosecond = nanosecond
    self.zone = zone
  }

  /// The machine's time in a zone.
  public static func now(zone: String? = nil) -> StatementClock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return StatementClock(epochSeconds: Int64(time.tv_sec), nanosecond: Int32(time.tv_nsec), zone: zone)
  }

  /// The machine's time in the machine's zone.
  public static func local() -> StatementClock {
    var clock = now()
    clock.isLocal = true
    return clock
  }

  /// The zone of values that name none.
  var defaultZone: Zone {
    if let zone { return Zone(zone) ?? .utc }
    return isLocal
      ? Self.systemZone.flatMap { Zone($0) } ?? .offset(Self.localOffset(at: epochSeconds)) : .utc
  }

  private static let systemZone = ZoneDatabase.systemZone()

  /// Seconds east of UTC by the C library, which also reads zones that are rules and no names, as `EAST-14`.
  private static func localOffset(at epochSeconds: Int64) -> Int32 {
    var time = time_t(epochSeconds)
    var parts = tm()
    localtime_r(&time, &parts)
    return Int32(clamping: parts.tm_gmtoff)
  }

  /// Milliseconds since 1970-01-01T00:00Z.
  public var epochMilliseconds: Int64 { epochSeconds &* 1000 &+ Int64(nanosecond / 1_000_000) }
}
