import PropertyGraph
import TerminalText

/// The cells of an answer as text, with the widths of their columns.
struct TextGrid {
  struct Cell {
    var text: String
    let isNull: Bool
  }

  /// The names of the columns.
  let heads: [String]
  /// The rows that are shown.
  var rows: [[Cell]]
  /// The columns that each column takes on a terminal.
  var widths: [Int]
  /// Whether all values of a column are numbers.
  let isNumeric: [Bool]

  init(_ answer: Answer, _ context: RenderContext) {
    let heads = answer.columns.map { SafeText.of($0) }
    var widths = heads.map(DisplayWidth.of)
    var numbers = heads.map { _ in 0 }
    var nulls = heads.map { _ in 0 }
    let shown = min(context.rowLimit ?? answer.rows.count, answer.rows.count)
    let texts = StyledTexts(answer, context.values, rows: shown)
    rows = answer.rows.prefix(shown).enumerated().map { row, values in
      values.enumerated().map { column, value in
        let text = SafeText.of(texts.text(row: row, column: column))
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
    isNumeric = heads.indices.map { numbers[$0] > 0 && numbers[$0] + nulls[$0] == shown }
  }

  /// What a table costs beside its contents: a blank on either side of a column and a line between.
  var frame: Int { widths.count * 3 - 1 }
}
