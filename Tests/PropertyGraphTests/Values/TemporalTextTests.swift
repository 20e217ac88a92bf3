import PropertyGraph
import TestSupport
import Testing

@Suite("Temporal values as text")
struct TemporalTextTests {
  @Test(arguments: [
    ("2015-07-21", "2015-07-21"), ("20150721", "2015-07-21"), ("2015-07", "2015-07-01"),
    ("201507", "2015-07-01"), ("2015-W30-2", "2015-07-21"), ("2015W302", "2015-07-21"),
    ("2015-W30", "2015-07-20"), ("2015W30", "2015-07-20"), ("2015-Q2-60", "2015-05-30"),
    ("2015Q260", "2015-05-30"), ("2015-Q2", "2015-04-01"), ("2015Q2", "2015-04-01"),
    ("2015-202", "2015-07-21"), ("2015202", "2015-07-21"), ("2015", "2015-01-01"),
    ("0001-01-01", "0001-01-01"), ("-0001-12-31", "-0001-12-31"), ("+2015-07-21", "2015-07-21"),
    ("+999999999-12-31", "+999999999-12-31"), ("-999999999-01-01", "-999999999-01-01"),
    ("+10000-01-01", "+10000-01-01"), ("2024-02-29", "2024-02-29"), ("2015-w30-2", "2015-07-21"),
  ])
  func `dates are read in every form of ISO 8601`(text: String, canonical: String) {
    #expect(CalendarDate(text: text)?.text == canonical)
  }

  @Test(arguments: [
    "", "15", "2015-", "2015-7", "2015-07-", "2015-07-2", "2015-07-211", "2015-02-29", "2015-13-01",
    "2015-W54",
    "2015W3", "2015-W30-8", "2015-366", "2015-000", "2015-Q5", "10000-01-01", "+1000000000-01-01",
    "2015-07-21 ",
    " 2015", "2015-07-21T", "٢٠١٥-07-21", "+-2015", "2015/07/21", "2015-07-21Z",
  ])
  func `what is no date is not read as one`(text: String) {
    #expect(CalendarDate(text: text) == nil)
  }

  @Test(arguments: [
    ("21:40:32.142", "21:40:32.142"), ("214032.142", "21:40:32.142"), ("21:40:32", "21:40:32"),
    ("214032", "21:40:32"), ("21:40", "21:40"), ("2140", "21:40"), ("21", "21:00"), ("00:00:00", "00:00"),
    ("23:59:59.999999999", "23:59:59.999999999"), ("12:00:00,5", "12:00:00.5"),
    ("12:00:00.500", "12:00:00.5"),
  ])
  func `times of day are read in every form`(text: String, canonical: String) {
    #expect(LocalTime(text: text)?.text == canonical)
    #expect(OffsetTime(text: text + "Z")?.text == canonical + "Z")
    #expect(OffsetTime(text: text + "-0130")?.text == canonical + "-01:30")
  }

  @Test(arguments: [
    "", "2", "24:00", "12:60", "12:00:60", "12:00:00.", "12:00:00.1234567890", "12:", "12:00:", "123",
    "12345",
    "12:3456", "1234:56", "-1:00",
  ])
  func `what is no time of day is not read as one`(text: String) {
    #expect(LocalTime(text: text) == nil)
  }

  @Test(arguments: [
    ("Z", 0, "Z"), ("+00:00", 0, "Z"), ("-00:00", 0, "Z"), ("+01", 3600, "+01:00"), ("+0100", 3600, "+01:00"),
    ("-01:30", -5400, "-01:30"), ("+02:05:59", 7559, "+02:05:59"), ("+020559", 7559, "+02:05:59"),
    ("+18:00", 64_800, "+18:00"), ("-18", -64_800, "-18:00"),
  ])
  func `offsets are read and written`(text: String, seconds: Int32, canonical: String) {
    #expect(UTCOffset.seconds(text: text) == seconds)
    #expect(UTCOffset.text(seconds) == canonical)
  }

  @Test(arguments: ["", "+", "01:00", "+1", "+18:00:01", "+99", "+01:60", "+01:", "ZZ", "Europe/Stockholm"])
  func `what is no offset is not read as one`(text: String) {
    #expect(UTCOffset.seconds(text: text) == nil)
  }

  @Test(arguments: [
    ("2015-07-21T21:40:32.142", "2015-07-21T21:40:32.142"),
    ("2015-W30-2T214032.142", "2015-07-21T21:40:32.142"),
    ("2015-202T21:40:32", "2015-07-21T21:40:32"), ("2015T214032", "2015-01-01T21:40:32"),
    ("20150721T21", "2015-07-21T21:00"), ("-999999999-01-01", "-999999999-01-01T00:00"),
    ("+999999999-12-31T23:59:59.999999999", "+999999999-12-31T23:59:59.999999999"),
    ("1969-12-31T23:59:59.000000001", "1969-12-31T23:59:59.000000001"),
  ])
  func `local date-times are read and written`(text: String, canonical: String) {
    #expect(LocalDateTime(text: text)?.text == canonical)
  }

  @Test func `date-times keep instant, offset and zone`() {
    for text in [
      "2015-07-21T21:40:32.142+02:00[Europe/Stockholm]", "2015-07-21T21:40Z",
      "1969-12-31T23:59:59.999999999-11:59",
      "1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]", "+999999999-12-31T00:00+18:00",
      "2026-11-20T10:00Z[Africa/Abidjan]",
    ] {
      #expect(ZonedDateTime(text: text)?.text == text)
    }
    #expect(ZonedDateTime(text: "1970-01-01T01:00+01:00")?.epochSeconds == 0)
    #expect(ZonedDateTime(text: "2015-07-21T21:40") == nil)
    #expect(ZonedDateTime.Parts(text: "2015-07-21T21:40[Europe/London]")?.zone == "Europe/London")
    #expect(ZonedDateTime.Parts(text: "2015-07-21T21:40[]") == nil)
    #expect(ZonedDateTime.Parts(text: "2015-07-21T21:40[Europe/London") == nil)
  }

  @Test(arguments: [
    ("P14DT16H12M", "P14DT16H12M"), ("P5M1.5D", "P5M1DT12H"), ("P0.75M", "P22DT19H51M49.5S"),
    ("PT0.75M", "PT45S"), ("P2.5W", "P17DT12H"), ("P12Y5M14DT16H12M70S", "P12Y5M14DT16H13M10S"),
    ("P2012-02-02T14:37:21.545", "P2012Y2M2DT14H37M21.545S"),
    ("P20120202T143721,5", "P2012Y2M2DT14H37M21.5S"),
    ("P2012-02-02", "P2012Y2M2D"), ("PT0S", "PT0S"), ("P0D", "PT0S"), ("P1DT-0.001S", "P1DT-0.001S"),
    ("PT-1M-0.001S", "PT-1M-0.001S"), ("PT-59.999S", "PT-59.999S"), ("P12Y5M-14DT16H", "P12Y5M-14DT16H"),
    ("-P1Y-2M", "P-10M"), ("P1Y", "P1Y"), ("P14M", "P1Y2M"), ("PT0.000000001S", "PT0.000000001S"),
    ("PT-0.999999999S", "PT-0.999999999S"),
    ("PT922337203685S", "PT256204778H48M5S"), ("P1.5Y", "P1Y6M"), ("pt1h", "PT1H"), ("PT1.5H", "PT1H30M"),
  ])
  func `durations are read and written`(text: String, canonical: String) {
    #expect(TemporalDuration(text: text)?.text == canonical)
    #expect(TemporalDuration(text: canonical)?.text == canonical)
  }

  @Test(arguments: [
    "", "P", "PT", "P1", "1D", "P1DT", "PD", "P1H", "PT1D", "P1M1Y", "P1Y1Y", "P1.D", "P1..5D", "P1D ",
    "P--1D",
    "P2012-13-01", "P2012-2-2", "P99999999999999999999D",
  ])
  func `what is no duration is not read as one`(text: String) {
    #expect(TemporalDuration(text: text) == nil)
  }

  @Test func `random values read back as they were`() {
    var random = Seeded(7)
    for _ in 0..<2000 {
      let date = CalendarDate(
        daysSinceEpoch: Int64.random(in: -365_243_219_162...365_241_780_471, using: &random))
      let time = LocalTime(nanosecondOfDay: Int64.random(in: 0...86_399_999_999_999, using: &random))
      let local = LocalDateTime(date: date, time: time)
      let offset = Int32(Int64.random(in: -64_800...64_800, using: &random))
      let duration = TemporalDuration(
        months: Int64.random(in: -1_000_000...1_000_000, using: &random),
        days: Int64.random(in: -1_000_000...1_000_000, using: &random),
        seconds: Int64.random(in: -10_000_000...10_000_000, using: &random),
        nanoseconds: Int32(Int64.random(in: 0...999_999_999, using: &random)))
      #expect(CalendarDate(text: date.text) == date)
      #expect(LocalTime(text: time.text) == time)
      #expect(LocalDateTime(text: local.text) == local)
      #expect(TemporalDuration(text: duration.text) == duration)
      let offsetTime = OffsetTime(nanosecondOfDay: time.nanosecondOfDay, offsetSeconds: offset)
      #expect(OffsetTime(text: offsetTime.text) == offsetTime)
      let zoned = ZonedDateTime(local: local, offsetSeconds: offset, zone: "Europe/Kyiv")
      #expect(ZonedDateTime(text: zoned.text) == zoned)
    }
  }
}
