extension LocalTime: ISOWritable {
  /// The number of nanoseconds of a day.
  public static let nanosecondsPerDay: Int64 = 86_400_000_000_000

  /// Makes a time of its parts; nil out of their ranges.
  public init?(hour: Int, minute: Int, second: Int, nanosecond: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999_999_999).contains(nanosecond)
    else { return nil }
    let seconds = Int64(hour * 3600 + minute * 60 + second)
    self.init(nanosecondOfDay: seconds * 1_000_000_000 + Int64(nanosecond))
  }

  /// The hour, 0 to 23.
  public var hour: Int { Int(nanosecondOfDay / 3_600_000_000_000) }
  /// The minute of the hour.
  public var minute: Int { Int(nanosecondOfDay / 60_000_000_000 % 60) }
  /// The second of the minute.
  public var second: Int { Int(nanosecondOfDay / 1_000_000_000 % 60) }
  /// The nanosecond of the second.
  public var nanosecond: Int { Int(nanosecondOfDay % 1_000_000_000) }

  /// Appends `21:40`, `21:40:32` or `21:40:32.142`.
  public func write(to output: inout [UInt8]) {
    output.append(hour, width: 2)
    output.append(ascii: ":")
    output.append(minute, width: 2)
    guard second != 0 || nanosecond != 0 else { return }
    output.append(ascii: ":")
    output.append(second, width: 2)
    output.append(nanoseconds: nanosecond)
  }

  /// Reads `21:40:32.142` or `214032.142`; minutes and seconds may be left out.
  public init?(text: String) {
    guard let time = TextScanner.readAll(text, { Self.read(&$0) }) else { return nil }
    self = time
  }

  static func read(_ scanner: inout TextScanner) -> LocalTime? {
    guard let hour = scanner.takeDigits(2) else { return nil }
    let hasColons = scanner.take(UInt8(ascii: ":"))
    guard hasColons || scanner.digitsAhead > 0 else {
      return LocalTime(hour: hour, minute: 0, second: 0, nanosecond: 0)
    }
    guard let minute = scanner.takeDigits(2) else { return nil }
    guard hasColons ? scanner.take(UInt8(ascii: ":")) : scanner.digitsAhead > 0 else {
      return LocalTime(hour: hour, minute: minute, second: 0, nanosecond: 0)
    }
    guard let second = scanner.takeDigits(2), let nanosecond = scanner.takeNanoseconds() else { return nil }
    return LocalTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }
}
