internal import Glibc

/// The time of day in UTC.
@Sendable func systemTime() -> ZonedDateTime {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  return ZonedDateTime(
    epochSeconds: Int64(now.tv_sec), nanosecond: Int32(truncatingIfNeeded: now.tv_nsec), offsetSeconds: 0,
    zone: nil)
}
