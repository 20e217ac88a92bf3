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

/// A context that stops what takes more than some steps or bytes; to be asked costs some as well.
final class ImpatientContext: FunctionContext {
  let graph = Graph()
  let clock = StatementClock(epochSeconds: 0, nanosecond: 0)
  private var patience: Int
  private let costOfCheck: Int

  init(patience: Int, costOfCheck: Int = 0) {
    self.patience = patience
    self.costOfCheck = costOfCheck
  }

  func check() throws(CypherError) { try work(costOfCheck) }

  func work(_ steps: Int) throws(CypherError) {
    patience -= steps
    if patience < 0 { throw CypherError.cancelled }
  }

  func make(bytes: Int) throws(CypherError) { try work(costOfCheck) }
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
