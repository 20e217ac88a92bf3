import CypherSyntax
import PropertyGraph
import Testing

@testable import Shell

/// Values as people write them.
struct ValueReaderTests {
  /// A Friday.
  private static let today = CalendarDate(year: 2026, month: 11, day: 20) ?? CalendarDate(daysSinceEpoch: 0)

  private func date(_ text: String) -> String? {
    (try? DateReader(today: Self.today).read(text))?.text
  }

  @Test(arguments: [
    ("2026-11-20", "2026-11-20"), ("20.11.2026", "2026-11-20"), ("1.2.2024", "2024-02-01"),
    ("today", "2026-11-20"), ("Yesterday", "2026-11-19"), ("tomorrow", "2026-11-21"),
    ("friday", "2026-11-20"), ("monday", "2026-11-16"), ("sat", "2026-11-14"),
    ("next friday", "2026-11-27"), ("last friday", "2026-11-13"),
    ("-3d", "2026-11-17"), ("+2w", "2026-12-04"), ("+1m", "2026-12-20"), ("-1y", "2025-11-20"),
    ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"), ("0001-01-01", "0001-01-01"),
  ])
  func `Dates are read in every form`(_ text: String, _ expected: String) {
    #expect(date(text) == expected)
  }

  @Test(arguments: [
    ("friday", "2026-11-20"), ("monday", "2026-11-23"), ("thu", "2026-11-26"), ("next friday", "2026-11-27"),
    ("last monday", "2026-11-16"), ("-3d", "2026-11-17"),
  ])
  func `A weekday that something is due on is the next one`(_ text: String, _ expected: String) throws {
    #expect(try DateReader(today: Self.today, looksAhead: true).read(text).text == expected)
  }

  @Test(arguments: [
    "", "2023-02-29", "1900-02-29", "2026-13-01", "31.04.2026", "2026-00-10", "20/11/2026", "soon", "+", "-3",
    "+99999999999999999999d", "20.11.26", "next", "next soon", "2026-11-20-1", "+3x",
  ])
  func `What is no date is refused`(_ text: String) {
    #expect(date(text) == nil)
  }

  @Test func `A day that does not exist is told from a wrong form`() {
    #expect(throws: DateReader.Problem.noSuchDay) { try DateReader(today: Self.today).read("2023-02-29") }
    #expect(throws: DateReader.Problem.form) { try DateReader(today: Self.today).read("soon") }
  }

  @Test func `A month is added within the month's days`() {
    let leap = CalendarDate(year: 2024, month: 1, day: 31)
    #expect(leap?.adding(months: 1)?.text == "2024-02-29")
    #expect(leap?.adding(months: -2)?.text == "2023-11-30")
  }

  @Test func `Every day survives the way there and back`() {
    for day in stride(from: Int64(-800_000), through: 800_000, by: 97) {
      let (y, m, d) = CalendarDate(daysSinceEpoch: day).civil
      #expect(CalendarDate(year: y, month: m, day: d)?.daysSinceEpoch == day)
    }
  }

  @Test(arguments: [
    ("1.25m", 1_250_000.0), ("40k", 40_000), ("1 000 000", 1_000_000), ("1\u{A0}000\u{A0}000", 1_000_000),
    ("2bn", 2e9),
    ("12,5", 12.5), ("-3", -3), ("1_000", 1000), ("1,5M", 1_500_000),
  ])
  func `Money takes suffixes and blanks`(_ text: String, _ expected: Double) {
    #expect(ValueReader.amount(text, suffixes: true) == expected)
  }

  @Test(arguments: ["", "k", "1,000", "1,0,0", "1.2.3", "nan", "inf", "0x10", "1e999", "1e3k", "12 apples"])
  func `What is no sum is refused`(_ text: String) {
    #expect(ValueReader.amount(text, suffixes: true) == nil)
  }

  @Test func `Shares are fractions and doubtful ones are refused`() {
    #expect(ValueReader.fraction("8%") == 0.08)
    #expect(ValueReader.fraction("12,5 %") == 0.125)
    #expect(ValueReader.fraction("0.08") == 0.08)
    #expect(ValueReader.fraction("8") == nil)
  }

  @Test func `Days take weeks too`() {
    #expect(ValueReader.days("60") == 60)
    #expect(ValueReader.days("60 days") == 60)
    #expect(ValueReader.days("8w") == 56)
    #expect(ValueReader.days("9223372036854775807w") == nil)
    #expect(ValueReader.days("soon") == nil)
  }

  @Test func `A value outside its enumeration names the allowed ones`() {
    let reader = ValueReader(today: Self.today)
    #expect(
      throws: ShellError(
        .notAllowed(place: "level", "biding", allowed: ["rumour", "bidding"], near: ["bidding"]),
        at: Span(0, 6))
    ) {
      try reader.read("biding", as: .enumeration(["rumour", "bidding"]), place: "level", at: Span(0, 6))
    }
  }
}
