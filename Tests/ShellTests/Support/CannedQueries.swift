import CypherSyntax
import PropertyGraph

@testable import Shell

/// Gives one answer to everything and keeps what it was asked.
final class CannedQueries: QueryRunning {
  var answer = Answer()
  var asked: [(text: String, parameters: [String: Value])] = []

  func run(_ text: String, parameters: [String: Value]) throws(CypherError) -> Answer {
    asked.append((text, parameters))
    return answer
  }

  func evaluate(_ expression: String, parameters: [String: Value]) throws(CypherError) -> Value { .null }
}
