import CypherEngine
import PropertyGraph
import Testing

@testable import Shell

/// A portfolio that commands record and reports are run on; it is 2026-11-20.
final class Portfolio {
  private let session: Session
  private let screen = AnswerCollector()

  /// Records what lines say.
  init(_ lines: String...) {
    session = Session(
      book: Book(), registry: .standard, screen: screen, rules: SessionRules(), folders: UserFolders(),
      calendar: { CalendarDate(year: 2026, month: 11, day: 20) ?? CalendarDate(daysSinceEpoch: 0) })
    for line in lines { record(line) }
  }

  /// Records one line or several.
  func record(_ lines: String, sourceLocation: SourceLocation = #_sourceLocation) {
    screen.clear()
    _ = session.runAll(ByteLines(lines), file: nil, isPrompt: true)
    for failure in screen.failures { Issue.record("\(failure)", sourceLocation: sourceLocation) }
  }

  /// The first table of a report or of a question.
  func table(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) -> Table {
    tables(line, sourceLocation: sourceLocation).first ?? Table(answer: Answer())
  }

  /// All tables of a report or of a question.
  func tables(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) -> [Table] {
    record(line, sourceLocation: sourceLocation)
    return screen.answers.map { Table(answer: $0) }
  }

  /// What is said beside the tables of a report.
  func remarks(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
    record(line, sourceLocation: sourceLocation)
    return screen.remarks.joined(separator: "\n")
  }

  /// What is wrong with a line.
  func failure(of line: String) -> String {
    screen.clear()
    _ = session.runAll(ByteLines(line), file: nil, isPrompt: true)
    return screen.failures.map { "\($0)" }.joined(separator: "\n")
  }
}

/// A table that a test reads.
struct Table {
  let answer: Answer

  /// The number of rows.
  var count: Int { answer.rows.count }

  /// Some columns of every row, or of those whose first column holds a text; floats are rounded to four places.
  func rows(_ columns: String..., of first: String? = nil) -> [[String]] {
    let indices = columns.map { answer.columns.firstIndex(of: $0) }
    return answer.rows.filter { first == nil || Self.text($0[0]) == first }.map { row in
      indices.map { index in index.map { Self.text(row[$0]) } ?? "no such column" }
    }
  }

  /// One column.
  func column(_ name: String) -> [String] { rows(name).map { $0[0] } }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .float(let number) where number.magnitude < 1e12:
      ValueText(graph: Graph()).plain(.float((number * 10_000).rounded() / 10_000))
    case .list(let values): values.map(text).joined(separator: ", ")
    default: ValueText(graph: Graph()).plain(value)
    }
  }
}

/// A screen that keeps what it is shown.
private final class AnswerCollector: Screen {
  var format = ResultFormat.table
  private(set) var answers: [Answer] = []
  private(set) var remarks: [String] = []
  private(set) var failures: [ShellError] = []
  var isClosed: Bool { false }
  var columns: Int? { nil }

  func clear() {
    answers = []
    remarks = []
    failures = []
  }

  func begin() {}
  func show(_ answer: Answer, of graph: Graph) { answers.append(answer) }
  func say(_ text: String) {}
  func note(_ text: String) {}
  func remark(_ text: String) { remarks.append(text) }
  func warn(_ warning: QueryWarning) {}
  func end(_ outcome: StatementOutcome) {}
  func fail(_ error: ShellError) { failures.append(error) }
  func flush() {}
}
