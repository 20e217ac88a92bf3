import CypherSyntax
import Exchange
import Persistence
import PropertyGraph

extension Command {
  /// `export FORMAT FILE [for LABEL | from QUERY;]`.
  static let export = Command(
    "export", "write the graph, the nodes of a label or an answer to a file", in: .book,
    forms: [Form("snapshot", summary: "the whole graph as a book", subject: Slot(.file))]
      + exportNames.map { name in
        let graph = ExportFormat.find(name)
        let answer = ResultFormat.named(name)
        return Form(
          name, summary: graph?.summary ?? answer?.summary, subject: Slot(.file),
          graph == nil ? [] : [Preposition(.for, .text, "LABEL", of: .labels)],
          keys: answer == nil
            ? [] : [KeyDefinition("raw", .boolean, "yes leaves texts that a spreadsheet would run")])
      },
    query: .after("from"),
    details: """
      'from QUERY;' writes the answer of a query, 'for LABEL' the nodes of a label. With neither, json, graphml and vcard
      write the graph, the other formats the last answer ($_). The file comes into being whole or not at all. In CSV and
      TSV a text that begins with = + - @ gets an apostrophe in front, so that no spreadsheet runs it.
      """
  ) { call, session throws(ShellError) in
    let path = try call.name()
    if session.rules.isSafe { throw ShellError(.unsafe("writing '\(path)'"), at: call.subject?.span) }
    if let query = call.query {
      try session.export(try query.answered(by: session), to: path, call)
    } else if call.kind == "snapshot" {
      try session.book.export(to: path, at: call.subject?.span)
      session.note("wrote \(path)")
    } else if let format = call.kind.flatMap(ExportFormat.find), !format.needsLabel || call.text(.for) != nil
    {
      try session.export(format, to: path, call)
    } else if let answer = session.lastAnswer {
      try session.export(answer, to: path, call)
    } else {
      throw call.missing("'from QUERY;': there is no last answer")
    }
  }

  /// The formats of graphs and of answers, sorted.
  private static let exportNames = Set(ExportFormat.all.map(\.name) + ResultFormat.all.map(\.name)).sorted()
}

extension Session {
  /// Writes an answer.
  fileprivate func export(_ answer: Answer, to path: String, _ call: Invocation) throws(ShellError) {
    guard let format = call.kind.flatMap(ResultFormat.named) else {
      throw .other("\(call.kind ?? "this") writes graphs, no answers", at: call.span)
    }
    var context = RenderContext(values: valueText)
    context.guardsFormulas = call.guardsFormulas
    try FileSink.write(path, at: call.subject?.span) { format.write(answer, context, $0) }
    note("wrote \(counted(answer.rows.count, "row")) to \(path)")
  }

  /// Writes the graph, or the nodes of a label.
  fileprivate func export(_ format: ExportFormat, to path: String, _ call: Invocation) throws(ShellError) {
    let options = ExportOptions(label: try call.text(.for).map(label), guardsFormulas: call.guardsFormulas)
    do throws(DataError) {
      try format.write(graph, to: path, options)
    } catch {
      throw ShellError(error, at: call.subject?.span)
    }
    note("wrote \(path)")

    func label(_ name: String) throws(ShellError) -> String {
      if graph.label(name) != nil { return name }
      let near = NearNames.of(name, among: graph.labelNames)
      throw ShellError(.unknownName(noun: "label", name, near: near, add: nil), at: call.span(.for))
    }
  }
}

extension Invocation {
  fileprivate var guardsFormulas: Bool {
    if case .boolean(true)? = value("raw") { false } else { true }
  }
}
