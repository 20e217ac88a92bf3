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

  init(_ answer: Answer, _ context: RenderContext) {
    self.answer = answer
    self.context = context
    grid = TextGrid(answer, context)
  }

  /// Writes the table; one that has too many columns for the terminal is written line by line instead.
  func write(to sink: any TextSink) {
    if let title = answer.title { sink.write(context.palette.paint(SafeText.of(title), .head) + "\n") }
    // A column costs its content, a blank on either side and a line between.
    let frame = grid.widths.count * 3 - 1
    guard let widths = context.width.map({ ColumnFitting.fit(grid.widths, into: $0 - frame) }) ?? grid.widths
    else {
      VerticalFormat(answer, context).write(to: sink)
      return
    }
    writeLine(grid.heads.map { ($0, .head) }, widths, alignsRight: grid.isNumeric, to: sink)
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
    return text
  }
}

/// The cells of an answer as text, with the widths of their columns.
struct TextGrid {
  struct Cell {
    let text: String
    let isNull: Bool
  }

  /// The names of the columns.
  let heads: [String]
  /// The rows that are shown.
  let rows: [[Cell]]
  /// The columns that each column takes on a terminal.
  let widths: [Int]
  /// Whether all values of a column are numbers.
  let isNumeric: [Bool]

  init(_ answer: Answer, _ context: RenderContext) {
    let heads = answer.columns.map { SafeText.of($0) }
    var widths = heads.map(DisplayWidth.of)
    var numbers = heads.map { _ in 0 }
    var nulls = heads.map { _ in 0 }
    let shown = answer.rows.prefix(context.rowLimit ?? answer.rows.count)
    rows = shown.map { row in
      row.enumerated().map { column, value in
        let text = SafeText.of(context.values.cell(value))
        widths[column] = max(widths[column], DisplayWidth.of(text))
        switch value {
        case .integer, .float: numbers[column] += 1
        case .null: nulls[column] += 1
        default: break
        }
        return Cell(text: text, isNull: value.isNull)
      }
    }
    self.heads = heads
    self.widths = widths
    isNumeric = heads.indices.map { numbers[$0] > 0 && numbers[$0] + nulls[$0] == shown.count }
  }
}
