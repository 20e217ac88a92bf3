import CypherSyntax
import PropertyGraph

/// Functions of lists that openCypher names.
enum ListFunctions {
  static let all: [FunctionDefinition] = [
    FunctionDefinition("head", ["list": .list], .any, "The first element", deriving: { $0[0].element }) {
      call throws(CypherError) in try call.list(0).first ?? .null
    },
    FunctionDefinition("last", ["list": .list], .any, "The last element", deriving: { $0[0].element }) {
      call throws(CypherError) in try call.list(0).last ?? .null
    },
    FunctionDefinition(
      "tail", ["list": .list], .list(.any), "All elements but the first",
      deriving: { if case .list = $0[0] { $0[0] } else { .list(.any) } }
    ) { call throws(CypherError) in .list(try call.collected(try call.list(0).dropFirst())) },
    FunctionDefinition(
      "reverse", ["value": ParameterType(.list(.any), .string)], .any,
      "A list or a text from its end to its beginning", deriving: { $0[0] == .null ? .any : $0[0] }
    ) { call throws(CypherError) in
      switch call[0] {
      case .list(let values): return .list(try call.collected(values.reversed() as ReversedCollection))
      case .string(let text): return .string(try reversed(text, call.context))
      default: throw call.wrongType(0)
      }
    },
    FunctionDefinition(
      "range", ["start": .integer, "end": .integer, "step?": .integer], .list(.integer),
      "The integers from one to another, both included"
    ) { call throws(CypherError) in try range(call) },
  ]

  /// A text from its end; what a person sees as one character stays whole.
  private static func reversed(
    _ text: String, _ context: any FunctionContext
  ) throws(CypherError) -> String {
    let isPlain = Text.withBytes(text) { bytes in bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") } }
    if isPlain { return Text.withBytes(text) { String(decoding: $0.reversed(), as: UTF8.self) } }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for character in text.reversed() {
      // To find where a character begins takes as long as to copy some dozens of bytes.
      try context.work(64)
      result.append(character)
    }
    return result
  }

  /// The greatest list that `range` makes.
  private static let longestRange = 50_000_000

  private static func range(_ call: FunctionCall) throws(CypherError) -> Value {
    guard let range = try IntegerRange(call.arguments, at: call.span) else { return .null }
    if range.count > longestRange { throw call.outOfRange("more than \(longestRange) elements") }
    try call.make(elements: range.count)
    return .list(try call.collected((0..<range.count).lazy.map { .integer(range[$0]) }))
  }
}
