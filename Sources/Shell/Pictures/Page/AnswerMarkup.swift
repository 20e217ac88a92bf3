import PropertyGraph

/// An answer as markup: a list of terms for a single row, else a table, whose rows are blocks on a phone.
enum AnswerMarkup {
  /// The markup; columns without any value are left out.
  static func html(_ answer: Answer, _ values: ValueText) -> String {
    let texts = StyledTexts(answer, values)
    let columns = answer.columns.indices.filter { column in
      answer.rows.contains { !isNothing($0[column]) }
    }
    if answer.rows.isEmpty || columns.isEmpty { return "<p class=\"aside\">nothing is recorded</p>" }
    func cell(_ row: Int, _ column: Int) -> String {
      let value = answer.rows[row][column]
      // A trend is seen; its numbers would only fill the page.
      if texts.style(column)?.picture == .line, case .list = value {
        return Glyphs.blocks.line(value.numbers)
      }
      return text(value, texts.text(row: row, column: column))
    }
    if answer.rows.count == 1 {
      let terms = columns.filter { !isNothing(answer.rows[0][$0]) }.map { column in
        Markup.element("dt", "", head(answer.columns[column])) + Markup.element("dd", "", cell(0, column))
      }
      return "<dl>\n\(terms.joined(separator: "\n"))\n</dl>"
    }
    let isNumber = answer.columns.indices.map { column in
      answer.rows.allSatisfy { $0[column].isNull || $0[column].number != nil }
    }
    let heads = columns.map { column in
      let kind = isNumber[column] ? " class=\"number\"" : ""
      return "<th scope=\"col\"\(kind)>\(Markup.escaped(head(answer.columns[column])))</th>"
    }
    let rows = answer.rows.indices.map { row in
      "<tr>"
        + columns.map { column in
          // What is missing has a place in a table, and none on a phone.
          let names = [
            isNumber[column] ? "number" : "", isNothing(answer.rows[row][column]) ? "nothing" : "",
          ]
          let kind =
            names.contains { !$0.isEmpty }
            ? " class=\"\(names.filter { !$0.isEmpty }.joined(separator: " "))\"" : ""
          let label = Markup.escaped(head(answer.columns[column]))
          return "<td\(kind) data-label=\"\(label)\">\(Markup.escaped(cell(row, column)))</td>"
        }.joined() + "</tr>"
    }
    return """
      <table class="rows"><thead><tr>\(heads.joined())</tr></thead><tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table>
      """
  }

  /// `lastContact` in words.
  static func head(_ column: String) -> String {
    TextGrid.words(of: column).joined(separator: " ").lowercased()
  }

  /// A value as people say it.
  static func text(_ value: Value, _ styled: String) -> String {
    switch value {
    case .null: "–"
    case .boolean(let flag): flag ? "yes" : "no"
    case .string(let text): text
    case .list(let values) where !values.isEmpty && values.allSatisfy({ $0.word != nil }):
      values.compactMap(\.word).joined(separator: ", ")
    case .list(let values) where values.isEmpty: "–"
    case .float(let number) where styled == number.cypherText: ColumnStyle.Unit.number.text(number)
    default: styled
    }
  }

  private static func isNothing(_ value: Value) -> Bool {
    if case .list(let values) = value { values.isEmpty } else { value.isNull }
  }
}
