/// Offsets from UTC in text: `Z`, `+01:00`, `-01:30`, `+00:53:28`.
public enum UTCOffset {
  /// The offsets that there are, in seconds.
  public static let range: ClosedRange<Int32> = -64_800...64_800

  /// The text of an offset.
  public static func text(_ seconds: Int32) -> String {
    var bytes: [UInt8] = []
    write(seconds, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads an offset's text; hours suffice, and colons may be left out.
  public static func seconds(text: String) -> Int32? {
    TextScanner.readAll(text) { read(&$0) }
  }

  static func write(_ seconds: Int32, to output: inout [UInt8]) {
    if seconds == 0 { return output.append(ascii: "Z") }
    output.append(ascii: seconds < 0 ? "-" : "+")
    let magnitude = seconds.magnitude
    output.append(magnitude / 3600, width: 2)
    output.append(ascii: ":")
    output.append(magnitude / 60 % 60, width: 2)
    guard magnitude % 60 != 0 else { return }
    output.append(ascii: ":")
    output.append(magnitude % 60, width: 2)
  }

  static func read(_ scanner: inout TextScanner) -> Int32? {
    if scanner.takeLetter(UInt8(ascii: "Z")) { return 0 }
    guard let sign = scanner.takeSign(), let hour = scanner.takeDigits(2) else { return nil }
    var magnitude = hour * 3600
    let hasColons = scanner.take(UInt8(ascii: ":"))
    if hasColons || scanner.digitsAhead > 0 {
      guard let minute = scanner.takeDigits(2), minute < 60 else { return nil }
      magnitude += minute * 60
      if hasColons ? scanner.take(UInt8(ascii: ":")) : scanner.digitsAhead > 0 {
        guard let second = scanner.takeDigits(2), second < 60 else { return nil }
        magnitude += second
      }
    }
    let seconds = Int32(sign * magnitude)
    return range.contains(seconds) ? seconds : nil
  }
}
