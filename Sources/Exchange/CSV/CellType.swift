internal import Persistence
internal import PropertyGraph

/// What the cells of a column are read as: the narrowest type that all of them fit.
enum CellType: Int {
  // In the order in which they are tried; a cell that fits none of them is text.
  case integer, float, boolean, date, dateTime, localDateTime, text

  /// The type that a header may ask for: `born:date`.
  init?(name: some StringProtocol) {
    switch name.lowercased() {
    case "integer", "int", "long": self = .integer
    case "float", "double": self = .float
    case "boolean", "bool": self = .boolean
    case "date": self = .date
    case "datetime": self = .dateTime
    case "localdatetime": self = .localDateTime
    case "string", "text": self = .text
    default: return nil
    }
  }

  /// The name of the type, as an error says it.
  var name: String {
    switch self {
    case .integer: "a whole number"
    case .float: "a number"
    case .boolean: "true or false"
    case .date: "a date like 2026-11-20"
    case .dateTime: "a date and time with an offset"
    case .localDateTime: "a date and time"
    case .text: "a text"
    }
  }

  /// The value of a cell, or nil where it is none of this type.
  @inline(__always)
  func value(_ bytes: UnsafeBufferPointer<UInt8>) -> StoredValue? {
    switch self {
    case .text: .text(bytes)
    case .integer: Self.readInteger(bytes).map { .integer($0) }
    case .float: Self.readFloat(bytes).map { .float($0) }
    case .boolean: Self.readBoolean(bytes).map { .boolean($0) }
    case .date: Self.readDate(bytes).map { .date($0) }
    case .dateTime:
      Self.temporalText(bytes).flatMap { ZonedDateTime(text: $0) }.map { .other(.dateTime($0)) }
    case .localDateTime:
      Self.temporalText(bytes).flatMap { LocalDateTime(text: $0) }.map { .other(.localDateTime($0)) }
    }
  }

  /// The narrowest type that fits this one's cells and another cell as well.
  func widened(for bytes: UnsafeBufferPointer<UInt8>) -> CellType {
    if value(bytes) != nil { return self }
    return self == .integer && Self.readFloat(bytes) != nil ? .float : .text
  }

  /// The narrowest type of a cell.
  static func narrowest(_ bytes: UnsafeBufferPointer<UInt8>) -> CellType {
    for type in [integer, float, boolean, date, dateTime, localDateTime] where type.value(bytes) != nil {
      return type
    }
    return .text
  }

  /// Digits without needless zeros in front: `007` is no number but a text.
  static func readInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let digits = UnsafeBufferPointer(rebasing: bytes.dropFirst(isNegative ? 1 : 0))
    guard let first = digits.first, digits.count <= 19, first != 0x30 || digits.count == 1 else { return nil }
    var value: Int64 = 0
    for digit in digits {
      guard digit &- 0x30 < 10 else { return nil }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isStillTooLarge) = product.subtractingReportingOverflow(Int64(digit &- 0x30))
      if isTooLarge || isStillTooLarge { return nil }
      value = sum
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }

  /// A number with a point or an exponent, or a whole number that a float holds to the last digit.
  private static func readFloat(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let value = JSONReader.float(bytes) else { return nil }
    let isWhole = !bytes.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    return isWhole && value.magnitude > 0x1p53 ? nil : value
  }

  private static func readBoolean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    switch bytes.count {
    case 4: bytes.elementsEqual("true".utf8) ? true : nil
    case 5: bytes.elementsEqual("false".utf8) ? false : nil
    default: nil
    }
  }

  private static func readDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        guard bytes[index] &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(bytes[index] - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    return CalendarDate(year: year, month: month, day: day)?.daysSinceEpoch
  }

  /// The text of a cell that may be a date and a time: `2026-11-20T…`.
  private static func temporalText(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count > 11, bytes.count < 64, bytes[10] == UInt8(ascii: "T"),
      readDate(UnsafeBufferPointer(rebasing: bytes[..<10])) != nil
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
