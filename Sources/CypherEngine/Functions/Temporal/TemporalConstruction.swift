import CypherSyntax
import PropertyGraph

/// Makes points of time: of nothing, a text, a map or another point of time.
///
/// Source: CIP2015-08-06, "Creating temporal instants", "Selecting from other temporals".
struct TemporalConstruction {
  let kind: TemporalKind
  let call: FunctionCall

  /// The value of the call's only argument, or the clock's where there is none.
  func value() throws(CypherError) -> Value {
    guard call.has(0) else { return try current(in: nil) }
    switch call[0] {
    case .string(let text): return try parsed(text)
    case .map(let map): return try built(map)
    default:
      guard let moment = Moment(call[0]) else { throw call.wrongType(0) }
      return try assemble(moment)
    }
  }

  /// The clock's time in a zone.
  func current(in zone: Zone?) throws(CypherError) -> Value {
    let clock = call.context.clock
    let instant = (zone ?? clock.defaultZone).show(clock.epochSeconds, clock.nanosecond)
    return try assemble(Moment(instant))
  }

  /// The clock's time in the zone of the argument: a text, or a map with `timezone`.
  func currentInNamedZone() throws(CypherError) -> Value {
    guard call.has(0) else { return try current(in: nil) }
    switch call[0] {
    case .string(let text): return try current(in: try call.zone(text))
    case .map(let map):
      let fields = try TemporalFields(map, call, allowed: ["timezone"])
      return fields.hasNull ? .null : try current(in: try fields.zone())
    default: throw call.wrongType(0)
    }
  }

  private func assemble(_ moment: Moment) throws(CypherError) -> Value {
    guard let value = kind.value(moment, call.context.clock) else {
      throw call.invalid("\(call[0].typeName) has no \(kind.hasDate && moment.date == nil ? "date" : "time")")
    }
    return try checked(value)
  }

  /// Refuses an instant whose local date is beyond the calendar's years.
  private func checked(_ value: Value) throws(CypherError) -> Value {
    if case .dateTime(let instant) = value,
      CalendarDate(checkedDays: instant.local.date.daysSinceEpoch) == nil
    {
      throw call.invalid("the date is beyond the calendar's years")
    }
    return value
  }

  // MARK: Texts

  private func parsed(_ text: String) throws(CypherError) -> Value {
    switch kind {
    case .date: if let date = CalendarDate(text: text) { return .date(date) }
    case .localtime: if let time = LocalTime(text: text) { return .localTime(time) }
    case .localdatetime: if let value = LocalDateTime(text: text) { return .localDateTime(value) }
    case .time:
      if let time = OffsetTime(text: text) { return .time(time) }
      if let time = LocalTime(text: text) {
        var moment = Moment()
        moment.time = time
        return try assemble(moment)
      }
    case .datetime:
      if let parts = ZonedDateTime.Parts(text: text) { return try checked(.dateTime(try instant(parts))) }
    }
    throw call.invalid("'\(text)' is no \(kind.rawValue) of ISO 8601")
  }

  /// The instant that is meant: an offset tells it; without one the zone's rules do.
  private func instant(_ parts: ZonedDateTime.Parts) throws(CypherError) -> ZonedDateTime {
    guard let name = parts.zone else {
      let zone = parts.offsetSeconds.map { Zone.offset($0) } ?? call.context.clock.defaultZone
      return zone.resolve(parts.local)
    }
    let zone = try call.zone(name)
    guard let offset = parts.offsetSeconds else { return zone.resolve(parts.local) }
    return zone.show(parts.local.epochSeconds - Int64(offset), parts.local.nanosecond)
  }

  // MARK: Maps

  private func built(_ map: ValueMap) throws(CypherError) -> Value {
    let fields = try TemporalFields(map, call, allowed: allowedKeys)
    if fields.hasNull { return .null }
    let zone = try fields.zone()
    if fields.isOnly("timezone") { return try current(in: zone) }
    if zone != nil, !kind.hasZone {
      throw call.invalid("timezone goes with no other component of a \(kind.rawValue)")
    }
    if let epoch = try epoch(fields) { return try assemble(Moment((zone ?? .utc).show(epoch.0, epoch.1))) }
    let base = try base(fields)
    var moment = Moment()
    if kind.hasDate { moment.date = try fields.date(from: base.date) }
    if kind.hasTime { moment.time = try fields.time(from: base.time) }
    if kind == .time || kind == .localtime, moment.time == nil { throw call.invalid("hour must be given") }
    moment.zone = base.zone
    moment.preferredOffset = base.preferredOffset
    if kind == .time { moment.date = base.date }
    guard let zone else { return try assemble(moment) }
    return try assemble(moved(moment, to: zone))
  }

  private var allowedKeys: Set<String> {
    var keys: Set<String> = ["timezone"]
    if kind.hasDate { keys.formUnion(TemporalFields.dateKeys.union(["date"])) }
    if kind.hasTime { keys.formUnion(TemporalFields.timeKeys.union(["time"])) }
    if kind.hasDate && kind.hasTime { keys.insert("datetime") }
    if kind == .datetime { keys.formUnion(["epochSeconds", "epochMillis"]) }
    return keys
  }

  /// The parts of the points of time under `date`, `time` and `datetime`.
  private func base(_ fields: TemporalFields) throws(CypherError) -> Moment {
    var base = Moment()
    if let value = fields.value("datetime") {
      guard let moment = Moment(value), moment.date != nil, moment.time != nil else {
        throw call.invalid("datetime must have a date and a time, not be \(value.typeName)")
      }
      base = moment
    }
    if let value = fields.value("date") {
      guard let date = Moment(value)?.date else {
        throw call.invalid("date must have a date, not be \(value.typeName)")
      }
      base.date = date
    }
    if let value = fields.value("time") {
      guard let moment = Moment(value), moment.time != nil else {
        throw call.invalid("time must have a time, not be \(value.typeName)")
      }
      base.time = moment.time
      base.zone = moment.zone
      base.preferredOffset = moment.preferredOffset
      if kind == .time { base.date = moment.date }
    }
    return base
  }

  /// The same instant in another zone, or where the moment has no zone the same local time there.
  private func moved(_ moment: Moment, to zone: Zone) -> Moment {
    var moved = moment
    if let old = moment.zone, let time = moment.time {
      let date = moment.date ?? CalendarDate(daysSinceEpoch: call.context.clock.epochSeconds / 86_400)
      let instant = old.resolve(
        LocalDateTime(date: date, time: time), preferring: moment.preferredOffset)
      let shown = zone.show(instant.epochSeconds, instant.nanosecond)
      moved.time = shown.local.time
      moved.date = kind.hasDate ? shown.local.date : nil
      moved.preferredOffset = shown.offsetSeconds
    }
    moved.zone = zone
    return moved
  }

  private func epoch(_ fields: TemporalFields) throws(CypherError) -> (Int64, Int32)? {
    let range = Int64.min...Int64.max
    if let seconds = try fields.integer("epochSeconds", range) {
      let nanosecond = try fields.integer("nanosecond", 0...999_999_999) ?? 0
      return (Int64(seconds), Int32(nanosecond))
    }
    guard let milliseconds = try fields.integer("epochMillis", range) else { return nil }
    let nanosecond = try fields.integer("nanosecond", 0...999_999) ?? 0
    return split(Int64(milliseconds), nanosecond)
  }

  private func split(_ milliseconds: Int64, _ nanosecond: Int) -> (Int64, Int32) {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    let isBelow = rest < 0
    return (
      isBelow ? seconds - 1 : seconds, Int32((isBelow ? rest + 1000 : rest) * 1_000_000) + Int32(nanosecond)
    )
  }

  /// `datetime.fromepoch(seconds, nanoseconds)`.
  func fromEpoch() throws(CypherError) -> Value {
    let nanoseconds = try call.integer(1)
    guard (0...999_999_999).contains(nanoseconds) else {
      throw call.invalid("nanoseconds must be 0 to 999999999, not \(nanoseconds)")
    }
    return try assemble(Moment(Zone.utc.show(try call.integer(0), Int32(nanoseconds))))
  }

  /// `datetime.fromepochmillis(milliseconds)`.
  func fromEpochMilliseconds() throws(CypherError) -> Value {
    let (seconds, nanosecond) = split(try call.integer(0), 0)
    return try assemble(Moment(Zone.utc.show(seconds, nanosecond)))
  }
}
