import PropertyGraph
import TerminalText

/// Pictures in a table: bars behind numbers, lines in the place of lists.
extension TextGrid {
  /// The columns of a bar at least and at most.
  private static let barWidths = 6...20

  /// Draws what the columns' styles ask for; bars only where the terminal has room for them.
  mutating func draw(_ answer: Answer, _ glyphs: Glyphs, columns available: Int?) {
    var bars: [Int] = []
    for (column, name) in answer.columns.enumerated() {
      switch answer.styles[name]?.picture {
      case .line: drawLines(answer, column, glyphs)
      case .bar where isNumeric[column]: bars.append(column)
      default: break
      }
    }
    guard !bars.isEmpty else { return }
    let room =
      available.map { ($0 - frame - widths.reduce(0, +)) / bars.count - 1 } ?? Self.barWidths.upperBound
    guard room >= Self.barWidths.lowerBound else { return }
    for column in bars { drawBars(answer, column, glyphs, width: min(room, Self.barWidths.upperBound)) }
  }

  private mutating func drawLines(_ answer: Answer, _ column: Int, _ glyphs: Glyphs) {
    var width = DisplayWidth.of(heads[column])
    for row in rows.indices {
      if case .list(let values) = answer.rows[row][column], values.contains(where: { $0.number != nil }) {
        rows[row][column].text = glyphs.line(values.map(\.number))
      }
      width = max(width, DisplayWidth.of(rows[row][column].text))
    }
    widths[column] = width
    least[column] = width
    whole[column] = width
  }

  private mutating func drawBars(_ answer: Answer, _ column: Int, _ glyphs: Glyphs, width: Int) {
    let numbers = rows.indices.map { answer.rows[$0][column].number ?? 0 }
    guard let greatest = numbers.filter(\.isFinite).max(), greatest > 0 else { return }
    for (row, number) in numbers.enumerated() {
      let bar = number.isFinite ? glyphs.bar(number / greatest, width: width) : ""
      let text = CellText.padded(rows[row][column].text, width: widths[column], isRight: true)
      rows[row][column].text = text + " " + CellText.padded(bar, width: width, isRight: false)
    }
    widths[column] += 1 + width
    least[column] = widths[column]
    whole[column] = widths[column]
  }
}
