import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

/// A context with an empty graph, at noon of a leap day.
struct StandingContext: FunctionContext {
  let graph = Graph()
  var clock = StatementClock(epochSeconds: 1_709_208_000, nanosecond: 123_456_789)

  func check() {}
  func work(_ steps: Int) {}
  func make(bytes: Int) {}
}

/// The value of a call.
func call(_ name: String, _ arguments: Value...) throws(CypherError) -> Value {
  guard let function = FunctionRegistry.find(name) else {
    throw CypherError(.syntaxError, .compileTime, "UnknownFunction", name)
  }
  return try function.body(arguments, StandingContext(), Span(0, 0))
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(floatLiteral value: Double) { self = .float(value) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral values: Value...) { self = .list(values) }
}
