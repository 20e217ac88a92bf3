import CypherSyntax
import PropertyGraph

/// A script at work: what it was called with.
struct ScriptCall {
  /// The file, or what stands for it.
  let file: String
  /// The `key=value` it was called with, in order.
  let arguments: [(key: String, value: String)]
  /// Whether it is part of the program: its queries may speak of what no book holds yet.
  var isBuiltIn = false

  /// How deep scripts may run each other.
  static let depthLimit = 32
}

/// How the text of a script's argument becomes a value.
enum ScriptArgument {
  /// The type that arguments have whose default has a value; nil where they are what they look like.
  static func type(like standard: Value?) -> ValueType? {
    switch standard {
    case .integer, .float: .number
    case .boolean: .boolean
    case .date: .date
    case .localDateTime: .dateTime
    case .none, .null: nil
    default: .text
    }
  }

  /// The value of a text, of the type of the default; without one numbers and truths are recognised.
  ///
  /// A number may be a percentage or a sum of money, a date is read as everywhere: `8%`, `1.5m`, `-3d`.
  /// - Throws: a text that is not of that type.
  static func value(
    _ text: String, like standard: Value?, name: String, today: CalendarDate, at span: Span?
  ) throws(ShellError) -> Value {
    guard let type = type(like: standard) else {
      return integer(text) ?? number(text) ?? truth(text) ?? .string(text)
    }
    if type == .number {
      if case .integer = standard, let value = integer(text) { return value }
      if text.hasSuffix("%"), let share = ValueReader.fraction(text) { return .float(share) }
      if let amount = ValueReader.amount(text, suffixes: true) { return .float(amount) }
    }
    return try ValueReader(today: today).read(text, as: type, place: name, at: span ?? Span(0, 0))
  }

  /// A whole number as one writes it; `007` is a text.
  private static func integer(_ text: String) -> Value? {
    guard let number = Int64(text), String(number) == text else { return nil }
    return .integer(number)
  }

  private static func number(_ text: String) -> Value? {
    guard let first = text.utf8.first(where: { $0 != UInt8(ascii: "-") }), (0x30...0x39).contains(first),
      !text.hasPrefix("0") || text.hasPrefix("0.") || text == "0",
      let number = ValueReader.amount(text, suffixes: false), !text.contains(where: \.isWhitespace)
    else { return nil }
    return .float(number)
  }

  private static func truth(_ text: String) -> Value? {
    text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
  }
}
