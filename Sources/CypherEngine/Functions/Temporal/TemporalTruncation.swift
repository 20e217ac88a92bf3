import CypherSyntax
import PropertyGraph

/// `date.truncate(unit, value, {component: …})` and its like: a point of time without what is finer than a unit.
///
/// Source: CIP2015-08-06, "Truncating temporal values".
struct TemporalTruncation {
  /// The units, coarsest first.
  enum Unit: String, CaseIterable {
    case millennium, century, decade, year, weekYear, quarter, month, week, day
    case hour, minute, second, millisecond, microsecond

    /// The length of the units that are shorter than a day.
    var nanoseconds: Int64? {
      switch self {
      case .hour: 3_600_000_000_000
      case .minute: 60_000_000_000
      case .second: 1_000_000_000
      case .millisecond: 1_000_000
      case .microsecond: 1000
      default: nil
      }
    }
  }

  let kind: TemporalKind
  let call: FunctionCall

  func value() throws(CypherError) -> Value {
    let unit = try unit()
    let clock = call.context.clock
    let value =
      call.has(1) ? call[1] : .dateTime(clock.defaultZone.show(clock.epochSeconds, clock.nanosecond))
    guard let moment = Moment(value) else { throw call.wrongType(1) }
    var truncated = try truncate(moment, unit, value)
    if call.has(2), try !apply(try call.map(2), to: &truncated) { return .null }
    guard let result = kind.value(truncated, clock) else {
      throw call.invalid("\(value.typeName) has no \(kind.hasDate ? "date" : "time")")
    }
    return result
  }

  private func unit() throws(CypherError) -> Unit {
    let name = try call.text(0)
    guard let unit = Unit.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
      throw call.invalid(
        "there is no unit '\(name)'", hint: "one of \(Unit.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return unit
  }

  private func truncate(_ moment: Moment, _ unit: Unit, _ value: Value) throws(CypherError) -> Moment {
    var result = moment
    if let length = unit.nanoseconds {
      guard kind.hasTime, let time = moment.time ?? moment.date.map({ _ in LocalTime(nanosecondOfDay: 0) })
      else { throw call.invalid("\(kind.rawValue) has no \(unit.rawValue)s") }
      result.time = LocalTime(nanosecondOfDay: time.nanosecondOfDay - time.nanosecondOfDay % length)
      return result
    }
    guard kind.hasDate || unit == .day else {
      throw call.invalid("\(kind.rawValue) has no unit longer than a day")
    }
    result.time = kind.hasTime ? LocalTime(nanosecondOfDay: 0) : nil
    guard kind.hasDate else { return result }
    guard let date = moment.date else { throw call.invalid("\(value.typeName) has no date") }
    guard let first = Self.first(of: unit, date) else {
      throw call.invalid("the date is beyond the calendar's years")
    }
    result.date = first
    return result
  }

  /// The first day of the unit that a day is in.
  private static func first(of unit: Unit, _ date: CalendarDate) -> CalendarDate? {
    let (year, month, _) = date.civil
    func ofYears(_ length: Int) -> CalendarDate? {
      let remainder = year % length
      return CalendarDate(year: year - (remainder < 0 ? remainder + length : remainder), month: 1, day: 1)
    }
    switch unit {
    case .millennium: return ofYears(1000)
    case .century: return ofYears(100)
    case .decade: return ofYears(10)
    case .year: return ofYears(1)
    case .weekYear: return CalendarDate(weekYear: date.isoWeek.year, week: 1, dayOfWeek: 1)
    case .quarter: return CalendarDate(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
    case .month: return CalendarDate(year: year, month: month, day: 1)
    case .week: return date.adding(days: Int64(-date.weekday))
    case .day, .hour, .minute, .second, .millisecond, .microsecond: return date
    }
  }

  /// Sets components after truncation, a zone without moving the local time; false where one is null.
  private func apply(_ map: ValueMap, to moment: inout Moment) throws(CypherError) -> Bool {
    var allowed: Set<String> = kind.hasZone ? ["timezone"] : []
    if kind.hasDate { allowed.formUnion(TemporalFields.dateKeys) }
    if kind.hasTime { allowed.formUnion(TemporalFields.timeKeys) }
    let fields = try TemporalFields(map, call, allowed: allowed)
    if fields.hasNull { return false }
    if kind.hasDate { moment.date = try fields.date(from: moment.date) }
    if kind.hasTime { moment.time = try fields.time(from: moment.time, addingFractions: true) }
    if let zone = try fields.zone() {
      moment.zone = zone
      moment.preferredOffset = nil
      if !kind.hasDate { moment.date = nil }
    }
    return true
  }
}
