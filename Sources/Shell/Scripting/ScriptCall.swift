import PropertyGraph

/// A script at work: what it was called with.
struct ScriptCall {
  /// The file, or what stands for it.
  let file: String
  /// The `key=value` it was called with, in order.
  let arguments: [(key: String, value: String)]

  /// How deep scripts may run each other.
  static let depthLimit = 32
}

/// How the text of a script's argument becomes a value.
enum ScriptArgument {
  /// The value of a text, of the type of the default; without one numbers and truths are recognised.
  ///
  /// - Returns: nil where the text is not of that type.
  static func value(_ text: String, like standard: Value?) -> Value? {
    switch standard {
    case .integer: return integer(text) ?? number(text)
    case .float: return number(text)
    case .boolean: return ValueReader.boolean(text).map(Value.boolean)
    case .none: return integer(text) ?? number(text) ?? truth(text) ?? .string(text)
    default: return .string(text)
    }
  }

  /// What an error says would have been right.
  static func expectation(_ standard: Value?) -> String {
    switch standard {
    case .integer, .float: ValueType.number.expectation
    case .boolean: ValueType.boolean.expectation
    default: ValueType.text.expectation
    }
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
