import CypherSyntax
import PropertyGraph

/// The parts of an assertion.
enum Assertion {
  /// The words after which an operand is still to come, so that a text behind them belongs to the expression.
  private static let operators: Set<String> = [
    "AND", "OR", "XOR", "NOT", "IN", "CONTAINS", "WITH", "WHEN", "THEN", "ELSE", "CASE", "WHERE", "RETURN",
    "DISTINCT",
  ]

  /// The expression, and the text in quotes behind it.
  static func split(_ rest: Rest) -> (Rest, message: String?) {
    let bytes = Array(rest.text.utf8)
    guard let start = lastLiteral(bytes), isOperandEnd(bytes, before: start) else { return (rest, nil) }
    let literal = String(decoding: bytes[start...], as: UTF8.self)
    guard let words = try? WordReader.words(of: literal), words.count == 1,
      case .quoted(let message) = words[0].content,
      let expression = try? Rest(Array(bytes[..<start]), from: 0, needs: "")
    else { return (rest, nil) }
    return (expression.moved(by: rest.span.start), message)
  }

  /// Where the text in quotes begins that ends the line.
  private static func lastLiteral(_ bytes: [UInt8]) -> Int? {
    var quote: UInt8?
    var start: Int?
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open != UInt8(ascii: "`") {
          index += 1
        } else if byte == open {
          quote = nil
          if index == bytes.count - 1, open != UInt8(ascii: "`") { return start }
        }
      } else if byte == 0x22 || byte == 0x27 || byte == 0x60 {
        quote = byte
        start = index
      }
      index += 1
    }
    return nil
  }

  /// Whether an operand ends before a place, so that no other can follow.
  private static func isOperandEnd(_ bytes: [UInt8], before place: Int) -> Bool {
    var end = place
    while end > 0, FirstWord.isBlank(bytes[end - 1]) { end -= 1 }
    guard end > 0 else { return false }
    if [0x29, 0x5D, 0x7D, 0x22, 0x27, 0x60].contains(bytes[end - 1]) { return true }
    var start = end
    while start > 0, FirstWord.isWordByte(bytes[start - 1]), bytes[start - 1] != UInt8(ascii: "-") {
      start -= 1
    }
    guard start < end else { return false }
    return !operators.contains(String(decoding: bytes[start..<end], as: UTF8.self).uppercased())
  }

  /// What the assertion found instead: both sides of a comparison, or the value where it isn't false.
  static func found(_ expression: Rest, _ value: Value, session: Session) -> String? {
    if let parsed = try? Parser.parseExpression(expression.text),
      case .binary(let comparison, let first, let second) = parsed.kind, comparison.compares,
      let left = try? session.evaluate(text(expression, first.span)),
      let right = try? session.evaluate(text(expression, second.span))
    {
      return
        "\(session.valueText.literal(left)) on the left, \(session.valueText.literal(right)) on the right"
    }
    if case .boolean = value { return nil }
    return "it is \(session.valueText.literal(value))"
  }

  private static func text(_ expression: Rest, _ span: Span) -> String {
    String(decoding: Array(expression.text.utf8)[span.start..<span.end], as: UTF8.self)
  }
}

extension BinaryOperator {
  /// Whether it compares two values.
  fileprivate var compares: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .startsWith, .endsWith,
      .contains, .matchesRegex:
      true
    case .or, .xor, .and, .add, .subtract, .multiply, .divide, .modulo, .power: false
    }
  }
}
