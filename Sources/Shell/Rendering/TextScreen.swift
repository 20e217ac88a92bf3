import CypherEngine
import PropertyGraph

/// Shows answers to people, or in a data format to other programs; failures go to standard error.
final class TextScreen: Screen {
  /// What is known of the terminal.
  struct Terminal: Sendable {
    /// The columns and rows; nil where the output is no terminal.
    var size: @Sendable () -> (columns: Int, rows: Int)? = { nil }
    /// The colours of the output.
    var palette = Palette(isColoured: false)
    /// The colours of failures.
    var errorPalette = Palette(isColoured: false)
    /// The characters of pictures; nil for none.
    var glyphs: Glyphs?
    /// The program that shows long output page by page; nil for none.
    var pager: String?
  }

  var format: ResultFormat
  private let output: any TextSink
  private let errors: any TextSink
  private let terminal: Terminal
  private let rowLimit: Int?
  /// Whether the statement at hand has shown a table.
  private var hasShown = false

  init(
    output: any TextSink, errors: any TextSink, format: ResultFormat, terminal: Terminal = Terminal(),
    rowLimit: Int? = nil
  ) {
    self.output = output
    self.errors = errors
    self.format = format
    self.terminal = terminal
    self.rowLimit = rowLimit
  }

  var isClosed: Bool { output.isClosed }
  var columns: Int? { terminal.size()?.columns }

  func begin() { hasShown = false }

  func show(_ answer: Answer, of graph: Graph) {
    show(of: graph) { context, sink in write(answer, context, to: sink) }
  }

  func show(page answers: [Answer], of graph: Graph) {
    guard format.name == ResultFormat.table.name else {
      for answer in answers { show(answer.shortened, of: graph) }
      return
    }
    show(of: graph) { context, sink in PageFormat(context).write(answers, to: sink) }
  }

  private func show(of graph: Graph, _ write: (RenderContext, any TextSink) -> Void) {
    if hasShown { output.write("\n") }
    hasShown = true
    let size = terminal.size()
    let context = RenderContext(
      values: ValueText(graph: graph), palette: terminal.palette, width: size?.columns,
      rowLimit: rowLimit, glyphs: terminal.glyphs)
    guard size != nil else { return write(context, output) }
    // On a terminal no control character of the data may act; formats for people take care of that themselves.
    let page = TextCollector()
    write(context, page)
    self.page(format.isForPeople ? page.text : SafeText.of(page.text, keepsLines: true), rows: size?.rows)
  }

  private func write(_ answer: Answer, _ context: RenderContext, to sink: any TextSink) {
    // What is only explained has no rows: a table of none would say that nothing was found.
    let isExplained = answer.plan.map { $0.rows == nil } ?? false
    if !answer.columns.isEmpty, !isExplained { format.write(answer, context, sink) }
    if let plan = answer.plan { sink.write(PlanDrawing.text(plan) + "\n") }
  }

  func say(_ text: String) {
    let size = terminal.size()
    let safe = size == nil ? text : SafeText.of(text, keepsLines: true)
    page(safe + "\n", rows: size?.rows)
  }

  func note(_ text: String) {
    guard format.isForPeople else { return }
    output.write(SafeText.of(text, keepsLines: true) + "\n")
  }

  func remark(_ text: String) {
    guard !format.isForPeople else { return say(terminal.size().map { wrapped(text, $0.columns) } ?? text) }
    output.flush()
    errors.write(SafeText.of(text, keepsLines: true) + "\n")
    errors.flush()
  }

  /// A text whose lines are broken between words where they are longer than the terminal is wide.
  private func wrapped(_ text: String, _ columns: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      CellText.lines(of: SafeText.of(String($0)), width: columns, limit: .max).lines
    }.joined(separator: "\n")
  }

  func warn(_ warning: QueryWarning) {
    output.flush()
    let hint = warning.hint.map { " (\($0))" } ?? ""
    errors.write("warning: " + SafeText.of(warning.message + hint) + "\n")
    errors.flush()
  }

  func end(_ outcome: StatementOutcome) { output.flush() }

  func fail(_ error: ShellError) {
    output.flush()
    let columns = terminal.size()?.columns
    let report = ErrorReport(
      palette: terminal.errorPalette, width: columns ?? 100, breaksHints: columns != nil)
    errors.write(report.text(error) + "\n")
    errors.flush()
  }

  func flush() { output.flush() }

  /// Writes a text, by the pager where it is longer than the terminal.
  private func page(_ text: String, rows: Int?) {
    guard let pager = terminal.pager, let rows, text.utf8.count(where: { $0 == 0x0A }) >= rows else {
      return output.write(text)
    }
    output.flush()
    if !Pager.show(text, by: pager) { output.write(text) }
  }
}

/// Keeps the text that it is given.
final class TextCollector: TextSink {
  private(set) var text = ""
  var isClosed: Bool { false }
  func write(_ text: String) { self.text += text }
  func flush() {}
}
