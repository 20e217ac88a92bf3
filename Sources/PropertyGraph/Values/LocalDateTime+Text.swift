extension LocalDateTime: ISOWritable {
  /// Makes a local date-time of a day and a time of day.
  public init(date: CalendarDate, time: LocalTime) {
    self.init(
      epochSeconds: date.daysSinceEpoch * 86_400 + time.nanosecondOfDay / 1_000_000_000,
      nanosecond: Int32(time.nanosecondOfDay % 1_000_000_000))
  }

  /// The day.
  public var date: CalendarDate { CalendarDate(daysSinceEpoch: floorDivide(epochSeconds, 86_400)) }

  /// The time of day.
  public var time: LocalTime {
    LocalTime(nanosecondOfDay: floorRemainder(epochSeconds, 86_400) * 1_000_000_000 + Int64(nanosecond))
  }

  /// Appends `2015-07-21T21:40:32.142`.
  public func write(to output: inout [UInt8]) {
    date.write(to: &output)
    output.append(ascii: "T")
    time.write(to: &output)
  }

  /// Reads a date and, after a `T`, a time; the time may be left out.
  public init?(text: String) {
    guard let value = TextScanner.readAll(text, { Self.read(&$0) }) else { return nil }
    self = value
  }

  static func read(_ scanner: inout TextScanner) -> LocalDateTime? {
    guard let date = CalendarDate.read(&scanner) else { return nil }
    var time = LocalTime(nanosecondOfDay: 0)
    if scanner.takeLetter(UInt8(ascii: "T")) {
      guard let read = LocalTime.read(&scanner) else { return nil }
      time = read
    }
    return LocalDateTime(date: date, time: time)
  }
}
