import PropertyGraph

/// What turns local time into instants: an offset from UTC, or the rules of a named zone.
enum Zone: Sendable {
  case offset(Int32)
  case named(ZoneRules)

  static let utc = Zone.offset(0)

  /// The zone of an offset's text or a name; nil where there is none.
  init?(_ text: String) {
    if let offset = UTCOffset.seconds(text: text) {
      self = .offset(offset)
    } else if let rules = ZoneDatabase.rules(text) {
      self = .named(rules)
    } else {
      return nil
    }
  }

  /// The zone that a date-time is shown in; its offset where the database no longer knows the name.
  init(of value: ZonedDateTime) {
    if let rules = value.zone.flatMap({ ZoneDatabase.rules($0) }) {
      self = .named(rules)
    } else {
      self = .offset(value.offsetSeconds)
    }
  }

  /// The name in brackets of date-times here.
  var name: String? {
    if case .named(let rules) = self { return rules.name }
    return nil
  }

  /// The date-time of a local one; see `ZoneRules.offset(local:preferring:)` for skipped and repeated hours.
  func resolve(_ local: LocalDateTime, preferring offset: Int32? = nil) -> ZonedDateTime {
    switch self {
    case .offset(let offset): return ZonedDateTime(local: local, offsetSeconds: offset)
    case .named(let rules):
      let offset = rules.offset(local: local.epochSeconds, preferring: offset)
      return show(local.epochSeconds - Int64(offset), local.nanosecond)
    }
  }

  /// An instant as it is shown here.
  func show(_ epochSeconds: Int64, _ nanosecond: Int32) -> ZonedDateTime {
    ZonedDateTime(
      epochSeconds: epochSeconds, nanosecond: nanosecond, offsetSeconds: offset(at: epochSeconds), zone: name)
  }

  /// Seconds east of UTC at an instant.
  func offset(at epochSeconds: Int64) -> Int32 {
    switch self {
    case .offset(let offset): offset
    case .named(let rules): rules.offset(at: epochSeconds)
    }
  }
}
