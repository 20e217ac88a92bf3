import TerminalText
import PropertyGraph
import TerminalText

extension ResultFormat {
  /// Aligned columns; at a terminal they fit its width.
  static let table = ResultFormat("table", "aligned columns", isForPeople: true) { answer, context, sink in
    TableFormat(answer, context).write(to: sink)
  }
}

/// Draws an answer as a table: wide characters and marks counted right, numbers to the right, rows counted.
struct TableFormat {
  private let answer: Answer
  private let context: RenderContext
  private let grid: TextGrid
  /// The columns without any value that were left out to make the others fit.
  private let leftOut: [String]

  init(_ answer: Answer, _ context: RenderContext, leftOut: [String] = []) {
    self.answer = answer
    self.context = context
    self.leftOut = leftOut
    var grid = TextGrid(answer, context)
    if let glyphs = context.glyphs { grid.draw(answer, glyphs, columns: context.width) }
    self.grid = grid
  }

  /// Writes the table; one that has too many columns for the terminal is written line by line instead.
  func write(to sink: any TextSink) {
    if context.glyphs != nil, answer.styles.values.contains(where: { $0.picture == .total }) {
      return ResultFormat.vertical.write(answer, context, sink)
    }
    guard
      let widths = context.width.map({
        ColumnFitting.fit(grid.widths, least: grid.least, into: $0 - grid.frame)
      }) ?? grid.widths
    else {
      let filled = answer.withoutEmptyColumns
      guard filled.columns.count < answer.columns.count, !filled.columns.isEmpty else {
        return ResultFormat.vertical.write(answer, context, sink)
      }
      let empty = answer.columns.filter { !filled.columns.contains($0) }
      return TableFormat(filled, context, leftOut: leftOut + empty).write(to: sink)
    }
    if let title = answer.title { sink.write(context.palette.paint(SafeText.of(title), .head) + "\n") }
    let heads = zip(grid.heads, widths).map { head, width in
      DisplayWidth.of(head) <= width ? head : TextGrid.words(of: head).joined(separator: " ")
    }
    writeLine(heads.map { ($0, .head) }, widths, alignsRight: grid.isNumeric, to: sink)
    let rule = widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: "┼")
    sink.write(context.palette.paint(rule, .aside) + "\n")
    var cutCells = 0
    for row in grid.rows {
      cutCells += writeLine(
        row.map { ($0.text, $0.isNull ? .null : nil) }, widths, alignsRight: grid.isNumeric, to: sink)
    }
    sink.write(context.palette.paint(footer(cutCells: cutCells), .aside) + "\n")
  }

  /// Writes the cells of a row, over several lines where they are wider than their columns.
  ///
  /// - Returns: how many cells were shortened.
  @discardableResult
  private func writeLine(
    _ cells: [(text: String, role: Palette.Role?)], _ widths: [Int], alignsRight: [Bool],
    to sink: any TextSink
  ) -> Int {
    var cut = 0
    let broken = zip(cells, widths).map { cell, width -> [String] in
      if context.width == nil || DisplayWidth.of(cell.text) <= width { return [cell.text] }
      let (lines, isCut) = CellText.lines(of: cell.text, width: width)
      cut += isCut ? 1 : 0
      return lines
    }
    let separator = context.palette.paint("│", .aside)
    for index in 0..<(broken.map(\.count).max() ?? 0) {
      var line = ""
      for (column, lines) in broken.enumerated() {
        let isLast = column == broken.count - 1
        let text = index < lines.count ? lines[index] : ""
        var cell = CellText.padded(text, width: widths[column], isRight: alignsRight[column])
        if isLast { while cell.last == " " { cell.removeLast() } }
        if let role = cells[column].role { cell = context.palette.paint(cell, role) }
        line += " " + cell + (isLast ? "" : " " + separator)
      }
      sink.write(line + "\n")
    }
    return cut
  }

  private func footer(cutCells: Int) -> String {
    let shown = grid.rows.count
    var text =
      shown == answer.rows.count
      ? "(\(counted(shown, "row")))"
      : "(\(shown) of \(counted(answer.rows.count, "row")); --limit 0 shows all)"
    if cutCells > 0 {
      text += " (\(counted(cutCells, "value")) shortened to fit; 'format vertical' shows all of them)"
    }
    if !leftOut.isEmpty { text += " (no values: \(leftOut.joined(separator: ", ")))" }
    return text
  }
}

extension Answer {
  /// The same without the columns in which every value is null.
  fileprivate var withoutEmptyColumns: Answer {
    let kept = columns.indices.filter { column in rows.contains { !$0[column].isNull } }
    var answer = self
    answer.columns = kept.map { columns[$0] }
    answer.rows = rows.map { row in kept.map { row[$0] } }
    return answer
  }
}
