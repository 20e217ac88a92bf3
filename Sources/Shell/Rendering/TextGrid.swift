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
  /// The widths below which columns are not cut: numbers and dates stay whole, and so do the words of heads.
  var least: [Int]
  /// The widths below which words would be broken.
  var whole: [Int]

  /// How long a word of a head may be that is not broken.
  private static let longestWord = 12
  /// The longest word that columns are left out for rather than broken: `металлургический`.
  static let longestWhole = 16

  init(_ answer: Answer, _ context: RenderContext) {
    let heads = answer.columns.map { SafeText.of($0) }
    var widths = heads.map(DisplayWidth.of)
    var numbers = heads.map { _ in 0 }
    var nulls = heads.map { _ in 0 }
    var wholes = heads.map { _ in 0 }
    let shown = min(context.rowLimit ?? answer.rows.count, answer.rows.count)
    let texts = StyledTexts(answer, context.values, rows: shown)
    rows = answer.rows.prefix(shown).enumerated().map { row, values in
      values.enumerated().map { column, value in
        let text = SafeText.of(texts.text(row: row, column: column))
        widths[column] = max(widths[column], DisplayWidth.of(text))
        switch value {
        case .integer, .float: numbers[column] += 1
        case .null: nulls[column] += 1
        case .date: wholes[column] = max(wholes[column], DisplayWidth.of(text))
        default: break
        }
        return Cell(text: text, isNull: value.isNull)
      }
    }
    self.heads = heads
    self.widths = widths
    let isNumeric = heads.indices.map { numbers[$0] > 0 && numbers[$0] + nulls[$0] == shown }
    for (column, isNumeric) in isNumeric.enumerated() where isNumeric {
      wholes[column] = rows.map { DisplayWidth.of($0[column].text) }.max() ?? 0
    }
    self.isNumeric = isNumeric
    least = heads.indices.map { column in
      let word = min(Self.words(of: heads[column]).map(DisplayWidth.of).max() ?? 0, Self.longestWord)
      let whole = wholes[column] > 0 ? wholes[column] : ColumnFitting.narrowest
      return min(widths[column], max(whole, word))
    }
    whole = least
    for row in rows {
      for (column, cell) in row.enumerated() where whole[column] < widths[column] {
        let words = CellText.words(of: cell.text).lazy.map { DisplayWidth.of(String($0)) }
        whole[column] = max(whole[column], min(words.max() ?? 0, widths[column]))
      }
    }
  }

  /// The least widths at which no word is broken that is no longer than so many columns.
  func least(keepingWordsUpTo longest: Int) -> [Int] {
    zip(least, whole).map { max($0, min($1, longest)) }
  }

  /// The words of a head: `countChange` can be broken before its capital.
  static func words(of head: String) -> [String] {
    var words: [String] = []
    for character in head {
      if character.isUppercase, words.last?.last?.isLowercase == true || words.isEmpty {
        words.append(String(character))
      } else if words.isEmpty || character == " " {
        words.append(character == " " ? "" : String(character))
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words
  }

  /// What a table costs beside its contents: a blank on either side of a column and a line between.
  var frame: Int { widths.count * 3 - 1 }
}
