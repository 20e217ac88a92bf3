import Persistence
import PropertyGraph

extension Command {
  /// `export FORMAT FILE [from QUERY;]`.
  static let export = Command(
    "export", "write an answer or the whole graph to a file", in: .book,
    forms: [
      Form("snapshot", summary: "the whole graph as a book", subject: Slot(.file))
    ]
      + ResultFormat.all.map { format in
        Form(
          format.name, summary: "an answer as \(format.summary)", subject: Slot(.file),
          keys: format.name == "csv"
            ? [KeyDefinition("raw", .boolean, "yes leaves texts that a spreadsheet would take for formulas")]
            : [])
      },
    query: .after("from"),
    details: """
      'from QUERY;' writes the answer of a query, without it the last answer ($_) is written. The file comes into being
      whole or not at all. In CSV a text that begins with = + - @ gets an apostrophe in front, so that no spreadsheet
      runs it.
      """
  ) { call, session throws(ShellError) in
    let path = try call.name()
    let span = call.subject?.span
    if session.rules.isSafe { throw ShellError(.unsafe("writing '\(path)'"), at: span) }
    let answer = try call.query.map { query throws(ShellError) in try query.answered(by: session) }
    guard let format = call.kind.flatMap(ResultFormat.named) else {
      try session.book.export(to: path, at: span)
      return session.note("wrote \(path)")
    }
    guard let answer = answer ?? session.lastAnswer, !answer.columns.isEmpty else {
      throw .other(
        "there is no answer to write", hint: "run a query first, or name one: from MATCH …;", at: call.span)
    }
    var context = RenderContext(values: session.valueText)
    context.guardsFormulas = call.value("raw")?.isTrue != true
    try FileSink.write(path, at: span) { format.write(answer, context, $0) }
    session.note("wrote \(counted(answer.rows.count, "row")) to \(path)")
  }
}

extension Value {
  /// Whether it is the boolean true.
  var isTrue: Bool { if case .boolean(true) = self { true } else { false } }
}
