import CypherSyntax
import PropertyGraph

/// What runs queries for a session: the engine, or a double in tests.
protocol QueryRunning: AnyObject {
  /// Runs one statement inside the open transaction.
  func run(_ text: String, parameters: [String: Value]) throws(CypherError) -> Answer
  /// Evaluates one expression.
  func evaluate(_ expression: String, parameters: [String: Value]) throws(CypherError) -> Value
}
