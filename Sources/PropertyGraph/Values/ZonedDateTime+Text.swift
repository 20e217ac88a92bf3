extension ZonedDateTime: ISOWritable {
  /// What the text of a date-time says; the zone's rules may have to tell the offset.
  public struct Parts: Sendable, Equatable {
    /// The date and time as they are shown.
    public var local: LocalDateTime
    /// Seconds east of UTC, where they are written.
    public var offsetSeconds: Int32?
    /// The name in brackets, where there is one.
    public var zone: String?

    /// Reads `2015-07-21T21:40:32.142+02:00[Europe/Stockholm]`; what follows the date may be left out.
    public init?(text: String) {
      guard let parts = TextScanner.readAll(text, { Self.read(&$0) }) else { return nil }
      self = parts
    }

    private init(_ local: LocalDateTime) { self.local = local }

    private static func read(_ scanner: inout TextScanner) -> Parts? {
      guard let local = LocalDateTime.read(&scanner) else { return nil }
      var parts = Parts(local)
      if !scanner.isAtEnd, scanner.peek() != UInt8(ascii: "[") {
        guard let offset = UTCOffset.read(&scanner) else { return nil }
        parts.offsetSeconds = offset
      }
      if scanner.take(UInt8(ascii: "[")) {
        guard let zone = scanner.takeText(until: UInt8(ascii: "]")), !zone.isEmpty else { return nil }
        parts.zone = zone
      }
      return parts
    }
  }

  /// Makes an instant of what is shown where the offset applies.
  public init(local: LocalDateTime, offsetSeconds: Int32, zone: String? = nil) {
    self.init(
      epochSeconds: local.epochSeconds - Int64(offsetSeconds), nanosecond: local.nanosecond,
      offsetSeconds: offsetSeconds, zone: zone)
  }

  /// The date and time as they are shown.
  public var local: LocalDateTime {
    LocalDateTime(epochSeconds: epochSeconds &+ Int64(offsetSeconds), nanosecond: nanosecond)
  }

  /// Appends `2015-07-21T21:40:32.142+02:00[Europe/Stockholm]`.
  public func write(to output: inout [UInt8]) {
    local.write(to: &output)
    UTCOffset.write(offsetSeconds, to: &output)
    guard let zone else { return }
    output.append(ascii: "[")
    output.append(contentsOf: zone.utf8)
    output.append(ascii: "]")
  }

  /// Reads what `text` gives: the offset must be written, and the zone's rules are not asked.
  public init?(text: String) {
    guard let parts = Parts(text: text), let offset = parts.offsetSeconds else { return nil }
    self.init(local: parts.local, offsetSeconds: offset, zone: parts.zone)
  }
}
