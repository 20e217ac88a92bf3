extension CalendarDate: ISOWritable {
  /// Appends `2026-11-20`; years of more than four digits have a sign.
  public func write(to output: inout [UInt8]) {
    let (year, month, day) = civil
    if year < 0 { output.append(ascii: "-") } else if year > 9999 { output.append(ascii: "+") }
    output.append(year.magnitude, width: 4)
    output.append(ascii: "-")
    output.append(month, width: 2)
    output.append(ascii: "-")
    output.append(day, width: 2)
  }

  /// Reads a calendar, week, quarter or ordinal date of ISO 8601, with hyphens or without.
  ///
  /// What is left out at the end is the first: `2015` is 2015-01-01, `2015-W30` its Monday.
  public init?(text: String) {
    guard let date = TextScanner.readAll(text, { Self.read(&$0) }) else { return nil }
    self = date
  }

  static func read(_ scanner: inout TextScanner) -> CalendarDate? {
    guard let year = readYear(&scanner) else { return nil }
    let hasHyphen = scanner.take(UInt8(ascii: "-"))
    if scanner.takeLetter(UInt8(ascii: "W")) { return readWeek(year, hasHyphen, &scanner) }
    if scanner.takeLetter(UInt8(ascii: "Q")) { return readQuarter(year, hasHyphen, &scanner) }
    switch scanner.digitsAhead {
    case 0: return hasHyphen ? nil : CalendarDate(year: year, month: 1, day: 1)
    case 3: return scanner.takeDigits(3).flatMap { CalendarDate(year: year, dayOfYear: $0) }
    case 2, 4:
      guard let month = scanner.takeDigits(2) else { return nil }
      guard let day = readRest(2, hasHyphen, &scanner) else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    default: return nil
    }
  }

  /// Four digits, or a sign and up to nine.
  private static func readYear(_ scanner: inout TextScanner) -> Int? {
    guard let sign = scanner.takeSign() else { return scanner.takeDigits(4) }
    let count = scanner.digitsAhead
    return (1...9).contains(count) ? scanner.takeDigits(count).map { $0 * sign } : nil
  }

  private static func readWeek(
    _ year: Int, _ hasHyphen: Bool, _ scanner: inout TextScanner
  ) -> CalendarDate? {
    guard let week = scanner.takeDigits(2), let day = readRest(1, hasHyphen, &scanner) else { return nil }
    return CalendarDate(weekYear: year, week: week, dayOfWeek: day)
  }

  private static func readQuarter(
    _ year: Int, _ hasHyphen: Bool, _ scanner: inout TextScanner
  ) -> CalendarDate? {
    guard let quarter = scanner.takeDigits(1), let day = readRest(2, hasHyphen, &scanner) else { return nil }
    return CalendarDate(year: year, quarter: quarter, dayOfQuarter: day)
  }

  /// The last part of a date, 1 where it is left out.
  private static func readRest(_ count: Int, _ hasHyphen: Bool, _ scanner: inout TextScanner) -> Int? {
    guard hasHyphen else { return scanner.digitsAhead == 0 ? 1 : scanner.takeDigits(count) }
    return scanner.take(UInt8(ascii: "-")) ? scanner.takeDigits(count) : 1
  }
}
