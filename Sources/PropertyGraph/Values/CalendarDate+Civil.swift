/// The proleptic Gregorian calendar, years -999,999,999 to 999,999,999; the year before 1 is 0.
extension CalendarDate {
  /// The years that dates can have.
  public static let years = -999_999_999...999_999_999

  /// The first day, in days since 1970-01-01.
  static let firstDay: Int64 = -365_243_219_162
  /// The last day, in days since 1970-01-01.
  static let lastDay: Int64 = 365_241_780_471

  /// Makes a date of a number of days since 1970-01-01; nil out of the calendar's years.
  public init?(checkedDays days: Int64) {
    guard days >= Self.firstDay, days <= Self.lastDay else { return nil }
    self.init(daysSinceEpoch: days)
  }

  /// Makes a date of year, month and day; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    // Years begin in March here, so that the leap day is the last.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSinceEpoch: Int64(era * 146_097 + dayOfEra - 719_468))
  }

  /// Makes a date of year and day of the year; nil when there is no such day.
  public init?(year: Int, dayOfYear: Int) {
    guard dayOfYear >= 1, dayOfYear <= Self.days(in: year),
      let first = CalendarDate(year: year, month: 1, day: 1)
    else { return nil }
    self.init(daysSinceEpoch: first.daysSinceEpoch + Int64(dayOfYear - 1))
  }

  /// Makes a date of an ISO week and its day, 1 for Monday to 7; nil when there is no such day.
  public init?(weekYear: Int, week: Int, dayOfWeek: Int) {
    guard (1...53).contains(week), (1...7).contains(dayOfWeek),
      let january4 = CalendarDate(year: weekYear, month: 1, day: 4)
    else { return nil }
    let firstMonday = january4.daysSinceEpoch - Int64(january4.weekday)
    self.init(checkedDays: firstMonday + Int64((week - 1) * 7 + dayOfWeek - 1))
    if week == 53, isoWeek.year != weekYear { return nil }
  }

  /// Makes a date of a quarter, 1 to 4, and the day in it; nil when there is no such day.
  public init?(year: Int, quarter: Int, dayOfQuarter: Int) {
    guard (1...4).contains(quarter), dayOfQuarter >= 1 else { return nil }
    let month = quarter * 3 - 2
    let length = (month..<month + 3).reduce(0) { $0 + Self.days(inMonth: $1, of: year) }
    guard dayOfQuarter <= length, let first = CalendarDate(year: year, month: month, day: 1)
    else { return nil }
    self.init(daysSinceEpoch: first.daysSinceEpoch + Int64(dayOfQuarter - 1))
  }

  /// Year, month and day.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSinceEpoch) &+ 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted &- era &* 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the year, from 1.
  public var dayOfYear: Int {
    let (year, month, day) = civil
    return (1..<month).reduce(day) { $0 + Self.days(inMonth: $1, of: year) }
  }

  /// The day of the quarter, from 1.
  public var dayOfQuarter: Int {
    let (year, month, day) = civil
    let first = (month - 1) / 3 * 3 + 1
    return (first..<month).reduce(day) { $0 + Self.days(inMonth: $1, of: year) }
  }

  /// The day of the week, 0 for Monday.
  public var weekday: Int { floorRemainder(Int(daysSinceEpoch &+ 3), 7) }

  /// The ISO week and the year that it belongs to: that of its Thursday.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = CalendarDate(daysSinceEpoch: daysSinceEpoch &+ Int64(3 - weekday))
    return (thursday.civil.year, (thursday.dayOfYear - 1) / 7 + 1)
  }

  /// The date some months later, the last day of the month where the day doesn't exist; nil out of range.
  public func adding(months: Int) -> CalendarDate? {
    let (year, month, day) = civil
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow { return nil }
    let newYear = floorDivide(total, 12)
    guard Self.years.contains(newYear) else { return nil }
    let newMonth = total - newYear * 12 + 1
    return CalendarDate(
      year: newYear, month: newMonth, day: min(day, Self.days(inMonth: newMonth, of: newYear)))
  }

  /// The date some days later; nil out of range.
  public func adding(days: Int64) -> CalendarDate? {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(checkedDays: sum)
  }

  /// The number of days of a month, 1 to 12.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of days of a year.
  static func days(in year: Int) -> Int { isLeap(year) ? 366 : 365 }

  private static func isLeap(_ year: Int) -> Bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  }
}

/// The quotient rounded down; the divisor is positive.
func floorDivide<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
  let quotient = a / b
  return a % b < 0 ? quotient - 1 : quotient
}

/// The remainder that is never negative; the divisor is positive.
func floorRemainder<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
  let remainder = a % b
  return remainder < 0 ? remainder + b : remainder
}
