extension TemporalDuration: ISOWritable {
  /// Appends `P12Y5M14DT16H13M10.000000001S`; `PT0S` for none at all.
  public func write(to output: inout [UInt8]) {
    output.append(ascii: "P")
    output.append(months / 12, unit: "Y")
    output.append(months % 12, unit: "M")
    output.append(days, unit: "D")
    if seconds == 0 && nanoseconds == 0 {
      if months == 0 && days == 0 { output.append(contentsOf: "T0S".utf8) }
      return
    }
    output.append(ascii: "T")
    // Seconds are rounded down: below zero the fraction belongs to the next greater one.
    let isNegative = seconds < 0
    let borrows = isNegative && nanoseconds > 0
    let whole = borrows ? seconds + 1 : seconds
    let fraction = borrows ? 1_000_000_000 - nanoseconds : nanoseconds
    output.append(whole / 3600, unit: "H")
    output.append(whole % 3600 / 60, unit: "M")
    guard whole % 60 != 0 || fraction != 0 else { return }
    if isNegative { output.append(ascii: "-") }
    output.append((whole % 60).magnitude)
    output.append(nanoseconds: fraction)
    output.append(ascii: "S")
  }

  /// Reads `P1Y2M3W4DT5H6M7.5S`, where every part may have a sign and a fraction, or `P2012-02-02T14:37:21.545`.
  public init?(text: String) {
    guard let duration = TextScanner.readAll(text, { Self.read(&$0) }) else { return nil }
    self = duration
  }

  private static func read(_ scanner: inout TextScanner) -> TemporalDuration? {
    let sign = scanner.takeSign() ?? 1
    guard scanner.takeLetter(UInt8(ascii: "P")) else { return nil }
    let start = scanner.position
    if let duration = readUnits(sign, &scanner) { return duration }
    scanner.position = start
    return readDate(sign, &scanner)
  }

  private static let dateUnits: [(letter: UInt8, unit: DurationSum.Unit)] = [
    (UInt8(ascii: "Y"), .years), (UInt8(ascii: "M"), .months), (UInt8(ascii: "W"), .weeks),
    (UInt8(ascii: "D"), .days),
  ]
  private static let timeUnits: [(letter: UInt8, unit: DurationSum.Unit)] = [
    (UInt8(ascii: "H"), .hours), (UInt8(ascii: "M"), .minutes), (UInt8(ascii: "S"), .seconds),
  ]

  /// Numbers with units, each unit once and in order.
  private static func readUnits(_ sign: Int, _ scanner: inout TextScanner) -> TemporalDuration? {
    var sum = DurationSum()
    var units = dateUnits[...]
    var isTime = false
    var count = 0
    while !scanner.isAtEnd {
      if !isTime, scanner.takeLetter(UInt8(ascii: "T")) {
        isTime = true
        units = timeUnits[...]
        count = 0
        continue
      }
      let partSign = scanner.takeSign() ?? 1
      guard let amount = DecimalNumber.read(&scanner, sign: sign * partSign),
        let index = units.firstIndex(where: { scanner.takeLetter($0.letter) })
      else { return nil }
      sum.add(amount, units[index].unit)
      units = units[(index + 1)...]
      count += 1
    }
    return count > 0 ? sum.duration : nil
  }

  /// Years, months, days and time as in a point of time, with hyphens and colons or without.
  private static func readDate(_ sign: Int, _ scanner: inout TextScanner) -> TemporalDuration? {
    var sum = DurationSum()
    func add(_ amount: Int, _ unit: DurationSum.Unit) { sum.add(DecimalNumber(Int64(sign * amount)), unit) }
    guard let years = scanner.takeDigits(4) else { return nil }
    let hasHyphens = scanner.take(UInt8(ascii: "-"))
    guard let months = scanner.takeDigits(2), !hasHyphens || scanner.take(UInt8(ascii: "-")),
      let days = scanner.takeDigits(2), months <= 12, days <= 31
    else { return nil }
    add(years, .years)
    add(months, .months)
    add(days, .days)
    if scanner.takeLetter(UInt8(ascii: "T")) {
      guard let time = LocalTime.read(&scanner) else { return nil }
      add(Int(time.nanosecondOfDay), .nanoseconds)
    }
    return sum.duration
  }
}

extension [UInt8] {
  /// Appends a number and its unit; nothing for zero.
  fileprivate mutating func append(_ number: Int64, unit: Unicode.Scalar) {
    if number == 0 { return }
    if number < 0 { append(ascii: "-") }
    append(number.magnitude)
    append(ascii: unit)
  }
}
