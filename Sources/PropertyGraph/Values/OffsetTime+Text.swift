extension OffsetTime: ISOWritable {
  /// The time of day without the offset.
  public var local: LocalTime { LocalTime(nanosecondOfDay: nanosecondOfDay) }

  /// Appends `21:40:32.142+01:00`.
  public func write(to output: inout [UInt8]) {
    local.write(to: &output)
    UTCOffset.write(offsetSeconds, to: &output)
  }

  /// Reads a time with an offset.
  public init?(text: String) {
    let time = TextScanner.readAll(text) { scanner -> OffsetTime? in
      guard let local = LocalTime.read(&scanner), let offset = UTCOffset.read(&scanner) else { return nil }
      return OffsetTime(nanosecondOfDay: local.nanosecondOfDay, offsetSeconds: offset)
    }
    guard let time else { return nil }
    self = time
  }
}
