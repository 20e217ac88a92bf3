import PropertyGraph

/// The values of an answer as people read them: numbers with the units and the decimals of their columns.
struct StyledTexts {
  private let answer: Answer
  private let values: ValueText
  /// The style of each column, with the decimals that its numbers need.
  private let styles: [(style: ColumnStyle, decimals: Int)?]

  init(_ answer: Answer, _ values: ValueText, rows shown: Int? = nil) {
    self.answer = answer
    self.values = values
    let rows = answer.rows.prefix(shown ?? answer.rows.count)
    styles = answer.columns.enumerated().map { column, name in
      guard let style = answer.styles[name] else { return nil }
      let numbers = rows.lazy.flatMap { $0[column].numbers.compactMap { $0 } }
      return (style, style.unit?.decimals(for: numbers) ?? 0)
    }
  }

  /// The style of a column; nil where it has none.
  func style(_ column: Int) -> ColumnStyle? { styles[column]?.style }

  /// The text of a value.
  func text(row: Int, column: Int) -> String {
    let value = answer.rows[row][column]
    if value.isNull, !answer.namesNull { return "" }
    guard let (unit, decimals) = unit(row: row, column: column) else { return values.cell(value) }
    switch value {
    case .integer, .float:
      guard let number = value.number else { return values.cell(value) }
      let text = unit.text(number, decimals: decimals)
      let isSigned = number > 0 && unit != .points && isDifference(column)
      return isSigned ? "+" + text : text
    case .list(let elements) where unit != .words && elements.allSatisfy({ $0.number != nil || $0.isNull }):
      return elements.map { $0.number.map { unit.text($0, decimals: decimals) } ?? "–" }.joined(
        separator: " ")
    case .list(let elements) where unit == .words: return elements.map(values.plain).joined(separator: ", ")
    default: return values.cell(value)
    }
  }

  private func unit(row: Int, column: Int) -> (ColumnStyle.Unit, decimals: Int)? {
    if let (style, decimals) = styles[column] { return style.unit.map { ($0, decimals) } }
    guard row < answer.rowUnits.count, var unit = answer.rowUnits[row],
      let number = answer.rows[row][column].number
    else { return nil }
    if unit == .percent, isDifference(column) { unit = .points }
    return (unit, unit.decimals(for: CollectionOfOne(number)))
  }

  private func isDifference(_ column: Int) -> Bool { answer.columns[column] == answer.differences }
}

extension Value {
  /// The number that a value is.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// The number that a value is, or the elements of a list as numbers; nil for what is none.
  var numbers: [Double?] {
    if case .list(let values) = self { values.map(\.number) } else { [number] }
  }
}
