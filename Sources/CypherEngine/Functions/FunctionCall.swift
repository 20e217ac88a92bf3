import CypherSyntax
import PropertyGraph

/// The arguments of one call, taken out by type; a wrong type is openCypher's error.
struct FunctionCall {
  private let signature: FunctionSignature
  /// The arguments, as many as the arity allows.
  let arguments: [Value]
  /// What the function may ask for.
  let context: any FunctionContext
  /// The call in the source.
  let span: Span

  init(_ signature: FunctionSignature, _ arguments: [Value], _ context: any FunctionContext, _ span: Span) {
    self.signature = signature
    self.arguments = arguments
    self.context = context
    self.span = span
  }

  /// The same call in another context.
  func replacing(context: any FunctionContext) -> FunctionCall {
    FunctionCall(signature, arguments, context, span)
  }

  /// The function's name.
  var name: String { signature.name }

  /// The argument at a position; null where it was left out.
  subscript(index: Int) -> Value { index < arguments.count ? arguments[index] : .null }

  /// Whether an optional argument was given.
  func has(_ index: Int) -> Bool { index < arguments.count }

  func text(_ index: Int) throws(CypherError) -> String {
    guard case .string(let value) = self[index] else { throw wrongType(index) }
    return value
  }

  func integer(_ index: Int) throws(CypherError) -> Int64 {
    guard case .integer(let value) = self[index] else { throw wrongType(index) }
    return value
  }

  /// An integer or a float, as a float.
  func number(_ index: Int) throws(CypherError) -> Double {
    switch self[index] {
    case .integer(let value): return Double(value)
    case .float(let value): return value
    default: throw wrongType(index)
    }
  }

  func list(_ index: Int) throws(CypherError) -> [Value] {
    guard case .list(let values) = self[index] else { throw wrongType(index) }
    return values
  }

  func map(_ index: Int) throws(CypherError) -> ValueMap {
    guard case .map(let map) = self[index] else { throw wrongType(index) }
    return map
  }

  /// A count of characters or elements: an integer that is not negative, no greater than fits.
  func count(_ index: Int) throws(CypherError) -> Int {
    let value = try integer(index)
    if value < 0 { throw outOfRange("\(parameterName(index)) must not be negative: \(value)") }
    return Int(clamping: value)
  }

  /// Makes room for a value of so many bytes that is about to be made.
  ///
  /// - Throws: where there is none, or where the statement is to stop.
  func make(bytes: Int) throws(CypherError) { try context.make(bytes: bytes) }

  /// Makes room for a list of so many elements.
  func make(elements: Int) throws(CypherError) {
    let (bytes, overflow) = elements.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    try make(bytes: overflow ? .max : bytes)
  }

  /// Does something with each element of an argument that is a list; with a long one it can be stopped.
  func forEachElement(
    of index: Int, _ body: (Value) throws(CypherError) -> Void
  ) throws(CypherError) {
    for (position, value) in try list(index).enumerated() {
      if position & 0xFFF == 0xFFF { try context.check() }
      try body(value)
    }
  }

  /// A list of given elements; a long one piece by piece, so that it can be stopped.
  func collected(_ elements: some Sequence<Value>) throws(CypherError) -> [Value] {
    try Array(elements, checking: { () throws(CypherError) in try context.check() })
  }

  /// The argument at a position is of a type that the function has no meaning for.
  func wrongType(_ index: Int) -> CypherError {
    let wanted = signature.parameter(index)?.type.wanted ?? "something else"
    return CypherError(
      .typeError, .runtime, "InvalidArgumentValue", "\(name) wants \(wanted), not \(self[index].typeName)",
      at: span)
  }

  /// A number that the function does not take.
  func outOfRange(_ message: String) -> CypherError {
    CypherError(.argumentError, .runtime, "NumberOutOfRange", "\(name): \(message)", at: span)
  }

  /// A value of the right type that the function does not take.
  func invalid(_ message: String, hint: String? = nil) -> CypherError {
    CypherError(
      .argumentError, .runtime, "InvalidArgumentValue", "\(name): \(message)", at: span, hint: hint)
  }

  private func parameterName(_ index: Int) -> String { signature.parameter(index)?.name ?? "the argument" }
}
