import CypherSyntax
import PropertyGraph

/// Functions that make one type of another.
enum ConversionFunctions {
  static let all: [FunctionDefinition] =
    family("Boolean", .boolean, ParameterType(.boolean, .string, .integer), boolean)
    + family("Integer", .integer, ParameterType(.number, .string), integer)
    + family("Float", .float, ParameterType(.number, .string), float)
    + family("String", .string, ParameterType(.string, .number, .boolean), string)

  /// Converts one value; nil where its type cannot be converted, null where this value cannot.
  private typealias Conversion = @Sendable (Value, Span) throws(CypherError) -> Value?

  /// `toX`, `toXOrNull` and `toXList`.
  private static func family(
    _ name: String, _ result: StaticType, _ parameter: ParameterType, _ convert: @escaping Conversion
  ) -> [FunctionDefinition] {
    let type = result.name
    return [
      FunctionDefinition("to\(name)", ["value": parameter], result, "The value as \(type)") {
        call throws(CypherError) in
        guard let value = try convert(call[0], call.span) else { throw call.wrongType(0) }
        return value
      },
      FunctionDefinition(
        "to\(name)OrNull", ["value": .any], result, "The value as \(type), or null where there is none"
      ) { call throws(CypherError) in tolerantly(convert, call[0], call.span) },
      FunctionDefinition(
        "to\(name)List", ["list": .list], .list(result),
        "The elements of a list, each as \(type) or null"
      ) { call throws(CypherError) in
        .list(try call.collected(try call.list(0).lazy.map { tolerantly(convert, $0, call.span) }))
      },
    ]
  }

  private static func tolerantly(_ convert: Conversion, _ value: Value, _ span: Span) -> Value {
    do { return try convert(value, span) ?? .null } catch { return .null }
  }

  private static func boolean(_ value: Value, _ span: Span) -> Value? {
    switch value {
    case .boolean: return value
    case .integer(let number): return .boolean(number != 0)
    case .string(let text):
      switch text.trimmedOfSpace.lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return .null
      }
    case .null: return .null
    default: return nil
    }
  }

  private static func integer(_ value: Value, _ span: Span) throws(CypherError) -> Value? {
    switch value {
    case .integer, .null: return value
    case .float(let number):
      guard let whole = NumberOrder.integer(number.rounded(.towardZero)) else {
        throw CypherError(
          .arithmeticError, .runtime, "IntegerOverflow", "\(number.cypherText) is no integer of 64 bits",
          at: span)
      }
      return .integer(whole)
    case .string(let text):
      let text = text.trimmedOfSpace
      if let whole = Int64(text) { return .integer(whole) }
      guard let number = Double(cypherText: text),
        let whole = NumberOrder.integer(number.rounded(.towardZero))
      else { return .null }
      return .integer(whole)
    default: return nil
    }
  }

  private static func float(_ value: Value, _ span: Span) -> Value? {
    switch value {
    case .float, .null: value
    case .integer(let number): .float(Double(number))
    case .string(let text): Double(cypherText: text.trimmedOfSpace).map { .float($0) } ?? .null
    default: nil
    }
  }

  private static func string(_ value: Value, _ span: Span) -> Value? {
    value.isNull ? .null : value.scalarText.map { .string($0) }
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmedOfSpace: String {
    var rest = unicodeScalars[...]
    rest = rest.drop { $0.properties.isWhitespace }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
