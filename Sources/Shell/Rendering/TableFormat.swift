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
  /// The columns that were left out to make the others fit: those without any value, and those that are spare.
  private let leftOut: (empty: [String], spare: [String])

  init(_ answer: Answer, _ context: RenderContext, leftOut: (empty: [String], spare: [String]) = ([], [])) {
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
    guard let widths = fittingWidths else {
      guard let narrower else { return ResultFormat.vertical.write(answer, context, sink) }
      return narrower.write(to: sink)
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
    let footer = footer(cutCells: cutCells)
    let lines = context.width.map { CellText.lines(of: footer, width: $0, limit: .max).lines } ?? [footer]
    for line in lines { sink.write(context.palette.paint(line, .aside) + "\n") }
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
        if isLast, cell.isEmpty { continue }
        if let role = cells[column].role { cell = context.palette.paint(cell, role) }
        line += " " + cell + (isLast ? "" : " " + separator)
      }
      sink.write(line + "\n")
    }
    return cut
  }

  /// The widths of the columns; nil where they don't fit.
  ///
  /// Words are only broken where no column could be left out.
  private var fittingWidths: [Int]? {
    guard let width = context.width else { return grid.widths }
    let available = width - grid.frame
    // As many words as possible stay whole, the shorter first.
    let shortest = leastWanted == nil ? 0 : TextGrid.longestWhole
    for longest in stride(from: TextGrid.longestWhole, through: shortest, by: -1) {
      let least = grid.least(keepingWordsUpTo: longest)
      if let widths = ColumnFitting.fit(grid.widths, least: least, into: available) { return widths }
    }
    return nil
  }

  /// The columns that a table does without first: those without any value, else the first spare one.
  private var leastWanted: [Int]? {
    let empty = answer.columns.indices.filter { column in answer.rows.allSatisfy { $0[column].isNull } }
    if !empty.isEmpty, empty.count < answer.columns.count { return empty }
    guard answer.columns.count > 1 else { return nil }
    return answer.columns.firstIndex { answer.styles[$0]?.isSpare == true }.map { [$0] }
  }

  /// The table without the columns that are wanted least; nil where all are.
  private var narrower: TableFormat? {
    guard let leastWanted else { return nil }
    let names = leastWanted.map { answer.columns[$0] }
    let isEmpty = answer.rows.allSatisfy { row in leastWanted.allSatisfy { row[$0].isNull } }
    let leftOut =
      isEmpty ? (leftOut.empty + names, leftOut.spare) : (leftOut.empty, leftOut.spare + names)
    return TableFormat(answer.without(columns: leastWanted), context, leftOut: leftOut)
  }

  private func footer(cutCells: Int) -> String {
    var text = RowCount.text(shown: grid.rows.count, of: answer.rows.count)
    if cutCells > 0 {
      text += " (\(counted(cutCells, "value")) shortened to fit; 'format vertical' shows all of them)"
    }
    if !leftOut.empty.isEmpty { text += " (no values: \(leftOut.empty.joined(separator: ", ")))" }
    if !leftOut.spare.isEmpty {
      text += " (no room for \(leftOut.spare.joined(separator: ", ")); 'format vertical' shows all)"
    }
    return text
  }
}

/// What stands below rows: how many there are, and how many of them are shown.
enum RowCount {
  static func text(shown: Int, of count: Int) -> String {
    shown == count
      ? "(\(counted(count, "row")))" : "(\(shown) of \(counted(count, "row")); --limit 0 shows all)"
  }
}

extension Answer {
  /// The same without some columns.
  fileprivate func without(columns left: [Int]) -> Answer {
    let kept = columns.indices.filter { !left.contains($0) }
    var answer = self
    answer.columns = kept.map { columns[$0] }
    answer.rows = rows.map { row in kept.map { row[$0] } }
    return answer
  }
}
