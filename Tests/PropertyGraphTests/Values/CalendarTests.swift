import Testing

@testable import PropertyGraph

@Suite("The calendar")
struct CalendarTests {
  private static let sampleDays: [Int64] =
    Array(-1_000...1_000).map { $0 * 997 } + [
      CalendarDate.firstDay, CalendarDate.firstDay + 1, CalendarDate.lastDay, -719_528, -719_529, 11_016,
    ]

  @Test func `every day is found again by month, ordinal, week and quarter`() {
    for days in Self.sampleDays {
      let date = CalendarDate(daysSinceEpoch: days)
      let (year, month, day) = date.civil
      #expect(CalendarDate(year: year, month: month, day: day) == date)
      #expect(CalendarDate(year: year, dayOfYear: date.dayOfYear) == date)
      let quarter = (month + 2) / 3
      #expect(CalendarDate(year: year, quarter: quarter, dayOfQuarter: date.dayOfQuarter) == date)
      let (weekYear, week) = date.isoWeek
      if CalendarDate.years.contains(weekYear) {
        #expect(CalendarDate(weekYear: weekYear, week: week, dayOfWeek: date.weekday + 1) == date)
      }
    }
  }

  @Test func `days that do not exist are refused`() {
    let missing: [CalendarDate?] = [
      CalendarDate(year: 2023, month: 2, day: 29), CalendarDate(year: 1900, month: 2, day: 29),
      CalendarDate(year: 2024, month: 2, day: 30), CalendarDate(year: 2024, month: 0, day: 1),
      CalendarDate(year: 2024, month: 13, day: 1), CalendarDate(year: 2024, month: 4, day: 31),
      CalendarDate(year: 2023, dayOfYear: 366), CalendarDate(year: 2023, dayOfYear: 0),
      CalendarDate(weekYear: 2023, week: 53, dayOfWeek: 1),
      CalendarDate(weekYear: 2023, week: 1, dayOfWeek: 8),
      CalendarDate(year: 2023, quarter: 1, dayOfQuarter: 91),
      CalendarDate(year: 2023, quarter: 5, dayOfQuarter: 1),
      CalendarDate(year: 1_000_000_000, month: 1, day: 1), CalendarDate(year: .min, month: 1, day: 1),
      CalendarDate(checkedDays: .max), CalendarDate(checkedDays: CalendarDate.firstDay - 1),
    ]
    for date in missing { #expect(date == nil) }
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(weekYear: 2020, week: 53, dayOfWeek: 7)?.text == "2021-01-03")
    #expect(CalendarDate(year: 2024, quarter: 1, dayOfQuarter: 91)?.text == "2024-03-31")
  }

  @Test func `months added keep to the last day and to the calendar's end`() {
    let january31 = CalendarDate(year: 2024, month: 1, day: 31)
    #expect(january31?.adding(months: 1)?.text == "2024-02-29")
    #expect(january31?.adding(months: 13)?.text == "2025-02-28")
    #expect(january31?.adding(months: -1)?.text == "2023-12-31")
    #expect(january31?.adding(months: .max) == nil)
    #expect(january31?.adding(months: .min) == nil)
    #expect(january31?.adding(days: .max) == nil)
    #expect(january31?.adding(days: 30)?.text == "2024-03-01")
    #expect(CalendarDate(daysSinceEpoch: CalendarDate.lastDay).adding(days: 1) == nil)
  }

  @Test func `any number of days has a civil date without a trap`() {
    for days in [Int64.min, .max, 0] { _ = CalendarDate(daysSinceEpoch: days).civil }
  }
}
