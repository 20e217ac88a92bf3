import PropertyGraph

@testable import Shell

/// A shell in memory, on 2026-11-20, as at a prompt without a terminal: what it prints is text.
final class TestShell {
  let session: Session
  private let output = TextCollector()
  private let failures = TextCollector()
  /// What ended the last run.
  private(set) var outcome = Session.Outcome.done
  private var taken = (output: 0, failures: 0)

  /// Makes a shell of an empty graph.
  ///
  /// - Parameter width: the columns of the terminal that it writes to; nil for none.
  /// - Parameter answers: what the person at the prompt says when asked.
  init(
    rules: SessionRules = SessionRules(), width: Int? = nil, rowLimit: Int? = nil, isMachine: Bool = false,
    folders: UserFolders = UserFolders(), answers: String? = nil, glyphs: Glyphs? = nil
  ) {
    let terminal = TextScreen.Terminal(size: { width.map { ($0, 50) } }, glyphs: glyphs)
    let screen: any Screen =
      isMachine
      ? MachineScreen(output: output)
      : TextScreen(
        output: output, errors: failures, format: .table, terminal: terminal, rowLimit: rowLimit)
    session = Session(
      book: Book(), registry: .standard, screen: screen, rules: rules, folders: folders,
      calendar: { CalendarDate(year: 2026, month: 11, day: 20) ?? CalendarDate(daysSinceEpoch: 0) })
    session.questioned = answers.map { ByteLines($0) }
  }

  /// Whether the engine plans MATCH, on which most commands rest.
  static let canMatch = TestShell().run("MATCH (n) RETURN count(n);").hasSuffix("(1 row)")

  /// Runs lines and gives what they print, without the last newline.
  @discardableResult
  func run(_ lines: String..., file: String? = nil) -> String {
    outcome = session.runAll(ByteLines(lines.joined(separator: "\n")), file: file, isPrompt: file == nil)
    var new = output.text.utf8.dropFirst(taken.output)
    taken.output = output.text.utf8.count
    if new.last == UInt8(ascii: "\n") { new.removeLast() }
    return String(decoding: new, as: UTF8.self)
  }

  /// What went to standard error since this was asked for last, without the last newline.
  var errors: String {
    var new = failures.text.utf8.dropFirst(taken.failures)
    taken.failures = failures.text.utf8.count
    if new.last == UInt8(ascii: "\n") { new.removeLast() }
    return String(decoding: new, as: UTF8.self)
  }
}
