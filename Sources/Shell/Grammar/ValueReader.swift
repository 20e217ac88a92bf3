import CypherSyntax
import PropertyGraph

/// Reads values as commands take them: dates, shares, money, days, enumerations.
struct ValueReader: Sendable {
  /// The day that `today` means.
  let today: CalendarDate

  /// Reads a text as a value of a type.
  ///
  /// - Parameter place: what the value is for, as an error names it: a key or a preposition.
  func read(_ text: String, as type: ValueType, place: String, at span: Span) throws(ShellError) -> Value {
    func refused(_ reason: String? = nil) -> ShellError {
      ShellError(.badValue(place: place, text, expected: reason ?? type.expectation), at: span)
    }
    switch type {
    case .text: return .string(text)
    case .integer(let range):
      guard let value = Int64(plainDigits(text)), range.contains(value) else { throw refused() }
      return .integer(value)
    case .number, .money:
      guard let value = Self.amount(text, suffixes: type == .money) else { throw refused() }
      return .float(value)
    case .fraction:
      guard let value = Self.fraction(text) else { throw refused() }
      return .float(value)
    case .date: return .date(try date(text, place: place, at: span))
    case .dueDate: return .date(try date(text, place: place, at: span, looksAhead: true))
    case .dateTime: return .localDateTime(try dateTime(text, place: place, at: span))
    case .boolean:
      guard let value = Self.boolean(text) else { throw refused() }
      return .boolean(value)
    case .days:
      guard let value = Self.days(text) else { throw refused() }
      return .integer(value)
    case .grade:
      guard let grade = AdmiraltyGrade(text) else { throw refused() }
      return .string(grade.text)
    case .enumeration(let values):
      let wanted = text.lowercased()
      if let value = values.first(where: { $0.lowercased() == wanted }) { return .string(value) }
      let near = NearNames.of(text, among: values)
      throw ShellError(.notAllowed(place: place, text, allowed: values, near: near), at: span)
    }
  }

  /// Reads a date, with an error that tells a wrong form from a day that doesn't exist.
  func date(
    _ text: String, place: String, at span: Span, looksAhead: Bool = false
  ) throws(ShellError) -> CalendarDate {
    do throws(DateReader.Problem) {
      return try DateReader(today: today, looksAhead: looksAhead).read(text)
    } catch {
      let expected =
        switch error {
        case .form: ValueType.date.expectation
        case .noSuchDay: "a day of the calendar"
        }
      throw ShellError(.badValue(place: place, text, expected: expected), at: span)
    }
  }

  private func dateTime(_ text: String, place: String, at span: Span) throws(ShellError) -> LocalDateTime {
    let refused = ShellError(
      .badValue(place: place, text, expected: ValueType.dateTime.expectation), at: span)
    let parts = text.split(maxSplits: 1, whereSeparator: { $0 == "T" || $0 == " " })
    guard let first = parts.first else { throw refused }
    let day = try date(String(first), place: place, at: span)
    var seconds: Int64 = 0
    if parts.count == 2 {
      let fields = parts[1].split(separator: ":", omittingEmptySubsequences: false)
      guard (2...3).contains(fields.count), fields.allSatisfy({ $0.utf8.count == 2 }),
        let hour = Int64(fields[0]), (0...23).contains(hour),
        let minute = Int64(fields[1]), (0...59).contains(minute),
        let second = fields.count == 3 ? Int64(fields[2]) : 0, (0...59).contains(second)
      else { throw refused }
      seconds = hour * 3600 + minute * 60 + second
    }
    return LocalDateTime(epochSeconds: day.daysSinceEpoch &* 86_400 &+ seconds, nanosecond: 0)
  }

  /// Reads `yes`, `no`, `true`, `false`, `on`, `off`.
  static func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "on", "y", "да": true
    case "no", "false", "off", "n", "нет": false
    default: nil
    }
  }

  /// Reads `8%`, `8,5 %`, `0.08`; a number above 1 without `%` is refused, as its meaning is doubtful.
  static func fraction(_ text: String) -> Double? {
    if text.hasSuffix("%") { return amount(String(text.dropLast()), exponent: -2, suffixes: false) }
    guard let value = amount(text, suffixes: false), abs(value) <= 1 else { return nil }
    return value
  }

  /// Reads `60`, `60d`, `60 days`, `8w`.
  static func days(_ text: String) -> Int64? {
    var digits = text.lowercased().filter { !$0.isWhitespace }
    var factor: Int64 = 1
    for (suffix, days) in [("days", 1), ("day", 1), ("weeks", 7), ("week", 7), ("d", 1), ("w", 7)]
      as [(String, Int64)]
    where digits.hasSuffix(suffix) {
      digits.removeLast(suffix.count)
      factor = days
      break
    }
    guard let count = Int64(digits) else { return nil }
    let (product, overflow) = count.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  /// Reads a number: blanks between digits, a decimal point or comma, and `k`, `m`, `bn` for money.
  ///
  /// A comma before exactly three digits is refused, as it can mean thousands or thousandths.
  ///
  /// - Parameter exponent: the power of ten by which the number is multiplied, without loss.
  static func amount(_ text: String, exponent: Int = 0, suffixes: Bool) -> Double? {
    var digits = text.lowercased().filter { !$0.isWhitespace && $0 != "_" }
    var exponent = exponent
    if suffixes {
      for (suffix, power) in [("bn", 9), ("k", 3), ("m", 6), ("b", 9)] where digits.hasSuffix(suffix) {
        digits.removeLast(suffix.count)
        exponent = power
        break
      }
    }
    if let comma = digits.firstIndex(of: ",") {
      let after = digits[digits.index(after: comma)...]
      guard after.count != 3, !after.contains(","), !digits.contains(".") else { return nil }
      digits.replaceSubrange(comma...comma, with: ".")
    }
    let hasExponent = digits.utf8.contains(UInt8(ascii: "e"))
    let allowed = digits.utf8.allSatisfy {
      ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2B || $0 == 0x2D || $0 == 0x65
    }
    guard allowed, !(hasExponent && exponent != 0),
      let value = Double(exponent == 0 ? digits : "\(digits)e\(exponent)"), value.isFinite
    else { return nil }
    return value
  }

  private func plainDigits(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "_" } }
}
