/// What a value in a command may be.
enum ValueType: Sendable, Equatable {
  /// Any text.
  case text
  /// A whole number within bounds.
  case integer(ClosedRange<Int64>)
  /// A number.
  case number
  /// A sum of money: `1.25m`, `40k`, `1 000 000`.
  case money
  /// A fraction of one: `8%`, `0.08`.
  case fraction
  /// A calendar date: `2026-11-20`, `20.11.2026`, `today`, `-3d`.
  case date
  /// A calendar date that lies ahead: `friday` is the next one, today included.
  case dueDate
  /// A date with a time of day: `2026-11-20T14:30`, `"today 14:30"`.
  case dateTime
  /// True or false.
  case boolean
  /// A whole number of days: `60`, `60d`, `8w`.
  case days
  /// Both grades of the Admiralty code: `B2`.
  case grade
  /// One of the named values.
  case enumeration([String])

  /// How help calls it, in capitals.
  var label: String {
    switch self {
    case .text: "TEXT"
    case .integer(let range): "\(range.lowerBound)..\(range.upperBound)"
    case .number: "NUMBER"
    case .money: "MONEY"
    case .fraction: "SHARE"
    case .date, .dueDate: "DATE"
    case .dateTime: "DATE-TIME"
    case .boolean: "yes|no"
    case .days: "DAYS"
    case .grade: "A1..F6"
    case .enumeration(let values): values.joined(separator: "|")
    }
  }

  /// What an error says would have been right.
  var expectation: String {
    switch self {
    case .text: "a text"
    case .integer(let range) where range == Int64.min...Int64.max: "a whole number"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number: "a number, such as 12.5"
    case .money: "a sum of money, such as 1.25m, 40k or 1250000"
    case .fraction: "a share, such as 8% or 0.08"
    case .date, .dueDate: "a date, such as 2026-11-20, 20.11.2026, today, monday, -3d or +2w"
    case .dateTime: "a date with a time, such as 2026-11-20T14:30"
    case .boolean: "yes or no"
    case .days: "a number of days, such as 60, 60d or 8w"
    case .grade: "a letter from A to F and a digit from 1 to 6, such as B2: usually reliable, probably true"
    case .enumeration(let values): "one of \(values.joined(separator: ", "))"
    }
  }
}
