import PropertyGraph

/// Reads dates as people write them, relative to a day.
struct DateReader: Sendable {
  /// The day that `today` means.
  let today: CalendarDate
  /// Whether a weekday is the one to come, today included: what is due is ahead, what is recorded has mostly happened.
  var looksAhead = false

  /// Why a text is no date.
  enum Problem: Error, Equatable {
    /// It has none of the forms.
    case form
    /// It has the form, but the calendar has no such day.
    case noSuchDay
  }

  /// The names of the days, from Monday.
  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Reads `2026-11-20`, `20.11.2026`, `today`, `yesterday`, `tomorrow`, a weekday, `-3d`, `+2w`, `+1m`, `-1y`.
  ///
  /// A weekday is the last one that has been, today included, or the next one; `next monday` is always one to come.
  func read(_ text: String) throws(Problem) -> CalendarDate {
    let word = text.lowercased()
    switch word {
    case "today", "now": return today
    case "yesterday": return try shifted(days: -1)
    case "tomorrow": return try shifted(days: 1)
    default: break
    }
    if let day = try weekday(word) { return day }
    if let first = word.utf8.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-"),
      word.utf8.dropFirst().first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true,
      !word.utf8.dropFirst().contains(UInt8(ascii: "-"))
    {
      return try relative(word)
    }
    return try absolute(word)
  }

  /// Reads a weekday: a name or at least three letters of it, with `next` or `last` before it.
  private func weekday(_ word: String) throws(Problem) -> CalendarDate? {
    let parts = word.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map(String.init)
    guard let name = parts.last, parts.count <= 2, name.utf8.count >= 3,
      let wanted = Self.weekdays.firstIndex(where: { $0.hasPrefix(name) })
    else { return nil }
    let back = (today.weekday - wanted + 7) % 7
    switch parts.count == 2 ? parts[0] : "" {
    case "": return try shifted(days: looksAhead ? Int64((7 - back) % 7) : -Int64(back))
    case "last": return try shifted(days: -Int64(back == 0 ? 7 : back))
    case "next": return try shifted(days: Int64(7 - back))
    default: return nil
    }
  }

  /// Reads `-3d`, `+2w`, `+1m`, `-1y`.
  private func relative(_ word: String) throws(Problem) -> CalendarDate {
    guard let unit = word.last, let count = Int(word.dropLast()), abs(count) <= 100_000 else { throw .form }
    let moved: CalendarDate?
    switch unit {
    case "d": moved = try shifted(days: Int64(count))
    case "w": moved = try shifted(days: Int64(count) * 7)
    case "m": moved = today.adding(months: count)
    case "y": moved = today.adding(months: count * 12)
    default: throw .form
    }
    guard let moved else { throw .noSuchDay }
    return moved
  }

  private func absolute(_ word: String) throws(Problem) -> CalendarDate {
    let parts: (year: Substring, month: Substring, day: Substring)
    let dashed = word.split(separator: "-", omittingEmptySubsequences: false)
    let dotted = word.split(separator: ".", omittingEmptySubsequences: false)
    if dashed.count == 3, dashed[0].count == 4 {
      parts = (dashed[0], dashed[1], dashed[2])
    } else if dotted.count == 3, dotted[2].count == 4 {
      parts = (dotted[2], dotted[1], dotted[0])
    } else {
      throw .form
    }
    guard let year = number(parts.year), let month = number(parts.month), let day = number(parts.day)
    else { throw .form }
    guard let date = CalendarDate(year: year, month: month, day: day) else { throw .noSuchDay }
    return date
  }

  private func number(_ digits: Substring) -> Int? {
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return Int(digits)
  }

  private func shifted(days: Int64) throws(Problem) -> CalendarDate {
    let (sum, overflow) = today.daysSinceEpoch.addingReportingOverflow(days)
    guard !overflow else { throw .noSuchDay }
    return CalendarDate(daysSinceEpoch: sum)
  }
}
