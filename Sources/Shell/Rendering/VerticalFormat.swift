import TerminalText
import PropertyGraph
import TerminalText

extension ResultFormat {
  /// One column a line, for rows with long texts.
  static let vertical = ResultFormat("vertical", "one value a line", isForPeople: true) {
    answer, context, sink in
    if let title = answer.title { sink.write(context.palette.paint(SafeText.of(title), .head) + "\n") }
    VerticalFormat(answer, context).write(to: sink)
  }
}

/// Writes each value on lines of its own, with the name of its column before it.
struct VerticalFormat {
  private let answer: Answer
  private let context: RenderContext

  init(_ answer: Answer, _ context: RenderContext) {
    self.answer = answer
    self.context = context
  }

  func write(to sink: any TextSink) {
    let names = answer.columns.map { SafeText.of($0) }
    let width = names.map(DisplayWidth.of).max() ?? 0
    let margin = String(repeating: " ", count: width + 2)
    let shown = min(context.rowLimit ?? answer.rows.count, answer.rows.count)
    let texts = StyledTexts(answer, context.values, rows: shown)
    let pictures = context.glyphs.flatMap {
      RowPictures(answer, $0, columns: context.width.map { $0 - width - 2 })
    }
    for (index, row) in answer.rows.prefix(shown).enumerated() {
      sink.write(context.palette.paint("─── \(index + 1) ───", .aside) + "\n")
      let shown = row.indices.map { SafeText.of(texts.text(row: index, column: $0), keepsLines: true) }
      let drawn = pictures?.texts(of: index, beside: shown) ?? shown
      for (column, name) in names.enumerated() {
        let head = context.palette.paint(CellText.padded(name, width: width, isRight: false), .head)
        let text = drawn[column]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let shown = row[column].isNull ? [context.palette.paint(text, .null)] : lines
        sink.write(head + "  " + shown.joined(separator: "\n" + margin) + "\n")
      }
    }
    sink.write(context.palette.paint(RowCount.text(shown: shown, of: answer.rows.count), .aside) + "\n")
  }
}
