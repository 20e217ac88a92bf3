import CypherEngine
import PropertyGraph

/// Where a session shows what its statements answer.
protocol Screen: AnyObject {
  /// How answers are written.
  var format: ResultFormat { get set }
  /// A statement begins.
  func begin()
  /// Shows a table, whose nodes and relationships are those of a graph.
  func show(_ answer: Answer, of graph: Graph)
  /// Shows answers that belong together.
  func show(page answers: [Answer], of graph: Graph)
  /// Says something that was asked for: text of one or more lines, without the last newline.
  func say(_ text: String)
  /// Remarks on what was done; only people see it.
  func note(_ text: String)
  /// Says what people should know beside an answer, which stays clean of it in formats for programs.
  func remark(_ text: String)
  /// Warns of something that did not stop the statement.
  func warn(_ warning: QueryWarning)
  /// The statement is done.
  func end(_ outcome: StatementOutcome)
  /// The statement failed.
  func fail(_ error: ShellError)
  /// Hands on what is still held back.
  func flush()
  /// The columns of the terminal; nil where the output is none.
  var columns: Int? { get }
  /// Whether nobody reads any more.
  var isClosed: Bool { get }
}

extension Screen {
  /// Shows each answer as a table.
  func show(page answers: [Answer], of graph: Graph) {
    for answer in answers { show(answer.shortened, of: graph) }
  }
}

/// What is known of a statement when it is done.
struct StatementOutcome: Sendable {
  /// What it changed.
  var changes = SideEffects()
  /// How long it took.
  var elapsed = Duration.zero
}
