import PropertyGraph
import TerminalText

/// Pictures of an answer that is written one value a line: the steps of a waterfall, bars, lines.
struct RowPictures {
  private let answer: Answer
  private let glyphs: Glyphs
  private let available: Int?
  private let pictures: [ColumnStyle.Picture?]
  private static let width = 40

  /// Nil where no column asks for a picture.
  ///
  /// - Parameter columns: the columns behind the names; nil for any number.
  init?(_ answer: Answer, _ glyphs: Glyphs, columns: Int?) {
    self.answer = answer
    self.glyphs = glyphs
    available = columns
    pictures = answer.columns.map { answer.styles[$0]?.picture }
    if pictures.allSatisfy({ $0 == nil }) { return nil }
  }

  /// The texts of a row with pictures behind those that have one.
  func texts(of row: Int, beside texts: [String]) -> [String] {
    let drawn = pictures.indices.filter { pictures[$0] != nil && pictures[$0] != .line }
    let textWidth = drawn.map { DisplayWidth.of(texts[$0]) }.max() ?? 0
    let width = min(Self.width, (available ?? .max) - textWidth - 2)
    let pieces = width >= 8 ? waterfall(row, width: width) : [:]
    return pictures.indices.map { column in
      switch pictures[column] {
      case nil: return texts[column]
      case .line:
        guard case .list(let values) = answer.rows[row][column] else { return texts[column] }
        return glyphs.line(values.map(\.number))
      default:
        let text = CellText.padded(texts[column], width: textWidth, isRight: true)
        return pieces[column].map { "\(text)  \($0)" } ?? text
      }
    }
  }

  /// The pieces of a row: totals stand on the ground, steps hang from the level before them.
  private func waterfall(_ row: Int, width: Int) -> [Int: String] {
    let numbers = answer.rows[row].map(\.number)
    let totals = pictures.indices.filter { pictures[$0] == .total }.compactMap { numbers[$0] }
    let scale = totals.filter(\.isFinite).max() ?? 0
    var pieces: [Int: String] = [:]
    var level = 0.0
    for (column, picture) in pictures.enumerated() {
      guard let number = numbers[column], number.isFinite else { continue }
      switch picture {
      case .total:
        pieces[column] = piece(from: 0, to: number, scale, isSolid: true, width)
        level = number
      case .step:
        pieces[column] = piece(from: level - number, to: level, scale, isSolid: false, width)
        level -= number
      case .bar:
        let greatest = answer.rows.compactMap { $0[column].number }.filter(\.isFinite).max() ?? 0
        pieces[column] = greatest > 0 ? glyphs.bar(number / greatest, width: width / 2) : nil
      case .line, nil: break
      }
    }
    return pieces.filter { !$0.value.isEmpty }
  }

  private func piece(from low: Double, to high: Double, _ scale: Double, isSolid: Bool, _ width: Int)
    -> String?
  {
    scale > 0 ? glyphs.piece(from: low / scale, to: high / scale, isSolid: isSolid, width: width) : nil
  }
}
