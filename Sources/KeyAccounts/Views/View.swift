public import CypherEngine
import CypherSyntax
import PropertyGraph

/// A query with a name: a procedure whose body is Cypher, so that several reports share one definition.
///
/// `CALL kam.profits($from, $to) YIELD client, profit …` runs it in any query. Its parameters are its inputs.
public struct View: Sendable {
  /// The name under which it is called, such as `kam.profits`.
  public let name: String
  /// The inputs in order: name and openCypher type.
  public let inputs: [(name: String, type: String)]
  /// The columns of the query in order: name and openCypher type.
  public let outputs: [(name: String, type: String)]
  /// What it gives, in one line.
  public let summary: String
  /// The query.
  public let text: String

  init(
    _ name: String, _ inputs: [(name: String, type: String)], gives outputs: [(name: String, type: String)],
    _ summary: String, _ text: String
  ) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
    self.summary = summary.split(separator: "\n").joined(separator: " ")
    self.text = text
  }

  /// All views, sorted by name.
  public static let all: [View] = [
    contacts, coverage, frozen, lines, pocket, pressure, profits, rhythm, roles, silences,
  ]

  /// The input of views that can be asked for one client, by name; an empty text means all.
  static let client = (name: "client", type: "STRING")

  /// The view as a procedure of an engine.
  public var procedure: Procedure {
    let signature = ProcedureSignature(
      name: name, inputs: inputs.map { .init(name: $0.name, type: $0.type, isNullable: false) },
      outputs: outputs.map { .init(name: $0.name, type: $0.type, isNullable: true) })
    return Procedure(signature, summary: summary, query: text)
  }
}
