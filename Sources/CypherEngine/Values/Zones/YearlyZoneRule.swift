import PropertyGraph

/// The rule that holds after a zone file's last transition, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// Source: POSIX, "TZ environment variable", with the extension of RFC 9636 (hours from -167 to 167).
struct YearlyZoneRule: Sendable {
  private var standard: Int32
  private var daylight: (offset: Int32, start: DayRule, end: DayRule)?

  /// A day of the year and the local time on it.
  private struct DayRule {
    enum Day {
      /// The day of the year from 1; February 29 is not counted.
      case julian(Int)
      /// The day of the year from 0.
      case ordinal(Int)
      /// A day of the week, 0 for Sunday; week 5 is the last.
      case week(month: Int, week: Int, weekday: Int)
    }

    var day: Day
    var seconds: Int64

    /// Local seconds since 1970 in a year.
    func local(in year: Int) -> Int64 {
      let first = CalendarDate(year: year, month: 1, day: 1)?.daysSinceEpoch ?? 0
      let days: Int64
      switch day {
      case .julian(let number):
        let isLeap = CalendarDate.days(inMonth: 2, of: year) == 29
        days = first + Int64(isLeap && number >= 60 ? number : number - 1)
      case .ordinal(let number): days = first + Int64(number)
      case .week(let month, let week, let weekday):
        guard let start = CalendarDate(year: year, month: month, day: 1) else { return 0 }
        let sundayBased = (start.weekday + 1) % 7
        var day = (weekday - sundayBased + 7) % 7 + (week - 1) * 7
        if day >= CalendarDate.days(inMonth: month, of: year) { day -= 7 }
        days = start.daysSinceEpoch + Int64(day)
      }
      return days * 86_400 + seconds
    }
  }

  /// Reads the rule; nil where it is none.
  init?(_ text: String) {
    var reader = Reader(rest: Array(text.utf8)[...])
    guard reader.takeName(), let standard = reader.takeTime() else { return nil }
    self.standard = -Int32(standard)
    guard !reader.rest.isEmpty else { return }
    guard reader.takeName() else { return nil }
    var offset = self.standard + 3600
    if reader.rest.first != UInt8(ascii: ",") {
      guard let daylight = reader.takeTime() else { return nil }
      offset = -Int32(daylight)
    }
    guard let start = reader.takeRule(), let end = reader.takeRule(), reader.rest.isEmpty else { return nil }
    daylight = (offset, start, end)
  }

  /// Seconds east of UTC at an instant.
  func offset(at epochSeconds: Int64) -> Int32 {
    guard let daylight else { return standard }
    let local = LocalDateTime(epochSeconds: epochSeconds &+ Int64(standard), nanosecond: 0)
    let year = local.date.civil.year
    let start = daylight.start.local(in: year) - Int64(standard)
    let end = daylight.end.local(in: year) - Int64(daylight.offset)
    let isDaylight =
      start < end
      ? start <= epochSeconds && epochSeconds < end : !(end <= epochSeconds && epochSeconds < start)
    return isDaylight ? daylight.offset : standard
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    /// `CET` or `<+0330>`.
    mutating func takeName() -> Bool {
      if take("<") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[(end + 1)...]
        return true
      }
      let letters = rest.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
      rest = rest.dropFirst(letters.count)
      return letters.count >= 3
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func takeTime() -> Int? {
      let sign = take("-") ? -1 : 1
      if sign == 1 { _ = take("+") }
      guard let hours = takeNumber(atMost: 167) else { return nil }
      var seconds = hours * 3600
      for unit in [60, 1] where take(":") {
        guard let part = takeNumber(atMost: 59) else { return nil }
        seconds += part * unit
      }
      return sign * seconds
    }

    /// `,Mm.w.d/time`, `,Jn/time` or `,n/time`.
    mutating func takeRule() -> DayRule? {
      guard take(","), let day = takeDay() else { return nil }
      guard take("/") else { return DayRule(day: day, seconds: 7200) }
      return takeTime().map { DayRule(day: day, seconds: Int64($0)) }
    }

    private mutating func takeDay() -> DayRule.Day? {
      if take("J") { return takeNumber(atMost: 365).map { .julian($0) } }
      guard take("M") else { return takeNumber(atMost: 365).map { .ordinal($0) } }
      guard let month = takeNumber(atMost: 12), take("."), let week = takeNumber(atMost: 5), take("."),
        let weekday = takeNumber(atMost: 6), month >= 1, week >= 1
      else { return nil }
      return .week(month: month, week: week, weekday: weekday)
    }

    private mutating func takeNumber(atMost limit: Int) -> Int? {
      let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      guard let number = Int(String(decoding: digits, as: UTF8.self)), number <= limit else { return nil }
      rest = rest.dropFirst(digits.count)
      return number
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: byte) else { return false }
      rest = rest.dropFirst()
      return true
    }
  }
}
