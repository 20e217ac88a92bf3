import CypherEngine
import PropertyGraph

/// Keeps the answers of statements instead of showing them.
final class AnswerCollector: Screen {
  var format = ResultFormat.json
  /// The answers so far, in order.
  private(set) var answers: [Answer] = []
  /// What was remarked and said beside them.
  private(set) var remarks: [String] = []
  var isClosed: Bool { false }
  var columns: Int? { nil }

  func show(_ answer: Answer, of graph: Graph) { answers.append(answer) }
  func say(_ text: String) { remarks.append(text) }
  func remark(_ text: String) { remarks.append(text) }
  func begin() {}
  func note(_ text: String) {}
  func warn(_ warning: QueryWarning) {}
  func end(_ outcome: StatementOutcome) {}
  func fail(_ error: ShellError) {}
  func flush() {}
}
