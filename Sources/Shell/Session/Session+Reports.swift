import CypherEngine
import CypherSyntax
import KeyAccounts
import PropertyGraph

/// Scripts that are commands: what they bind stays their own.
extension Session {
  /// Runs an analysis, which shows what it answers.
  func run(
    _ report: Report, _ arguments: [(key: String, value: String)], at span: Span? = nil
  ) throws(ShellError) {
    try keepingScope { () throws(ShellError) in
      try engine.sharingAnswers { () throws(ShellError) in
        try runScript(
          Array(report.script.utf8), named: "report \(report.name)", arguments: arguments, isBuiltIn: true,
          at: span)
      }
    }
  }

  /// What an analysis answers, unshown; `$_` stays what it was.
  func answers(
    of report: Report, _ arguments: [(key: String, value: String)] = []
  ) throws(ShellError) -> [Answer] {
    let (shown, last) = (screen, lastAnswer)
    let collector = AnswerCollector()
    screen = collector
    defer { (screen, lastAnswer) = (shown, last) }
    try run(report, arguments)
    return collector.answers
  }

  /// Does something after which variables and the styles of columns are as before.
  func keepingScope(_ body: () throws(ShellError) -> Void) throws(ShellError) {
    let (before, styles) = (variables, columnStyles)
    defer { (variables, columnStyles) = (before, styles) }
    try body()
  }
}
