import PropertyGraph

/// Charts of a dossier: tables with bars, which are read aloud as tables, and columns of months.
enum Charts {
  /// The shares of clients.
  static func shares(_ shares: [Dossier.Share]) -> String {
    let greatest = shares.map(\.share).max() ?? 0
    return bars(
      "share of profit",
      shares.map { share in
        let text = ColumnStyle.Unit.percent.text(share.share, decimals: 2)
        return row(
          share.name, text, from: 0, to: share.share, of: greatest, kind: share.isThis ? "this" : "",
          isMarked: share.isThis)
      })
  }

  /// The refusals of periods.
  static func refusals(_ answer: Answer, _ values: ValueText) -> String {
    let texts = StyledTexts(answer, values)
    func column(_ name: String) -> Int? { answer.columns.firstIndex(of: name) }
    guard let period = column("period"), let count = column("refusals") else {
      return AnswerMarkup.html(answer, values)
    }
    let greatest = answer.rows.compactMap { $0[count].number }.max() ?? 0
    let top = column("topDirection")
    return bars(
      "refusals",
      answer.rows.enumerated().map { index, row in
        let direction = top.flatMap { row[$0].word }.map { ", most: \($0)" } ?? ""
        return Self.row(
          "since \(texts.text(row: index, column: period))\(direction)",
          texts.text(row: index, column: count),
          from: 0, to: row[count].number ?? 0, of: greatest, kind: "loss")
      })
  }

  /// A waterfall for each row.
  static func waterfalls(_ answer: Answer, _ values: ValueText) -> String {
    let texts = StyledTexts(answer, values)
    let product = answer.columns.firstIndex(of: "product")
    return answer.rows.enumerated().map { index, row in
      let greatest =
        answer.columns.indices.compactMap { column in
          answer.styles[answer.columns[column]]?.picture == .total ? row[column].number : nil
        }.max() ?? 0
      var level = 0.0
      var lines: [String] = []
      for (column, name) in answer.columns.enumerated() {
        guard let picture = answer.styles[name]?.picture, let number = row[column].number else { continue }
        let isTotal = picture == .total
        let low = isTotal ? 0 : level - number
        let high = isTotal ? number : level
        lines.append(
          Self.row(
            AnswerMarkup.head(name), (isTotal ? "" : "− ") + texts.text(row: index, column: column),
            from: low, to: high,
            of: greatest, kind: isTotal ? "total" : "step", isMarked: isTotal))
        level = isTotal ? number : level - number
      }
      let title = product.flatMap { row[$0].word } ?? ""
      return Markup.element("h3", "", title) + bars("price waterfall of \(title)", lines)
    }.joined(separator: "\n")
  }

  private static func bars(_ caption: String, _ rows: [String]) -> String {
    "<table class=\"bars chart\" aria-label=\"\(Markup.escaped(caption))\"><tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table>"
  }

  private static func row(
    _ name: String, _ number: String, from low: Double, to high: Double, of greatest: Double, kind: String,
    isMarked: Bool = false
  ) -> String {
    func place(_ level: Double) -> Double { greatest > 0 ? min(max(level / greatest, 0), 1) * 100 : 0 }
    let (start, end) = (place(min(low, high)), place(max(low, high)))
    let bar =
      end > start
      ? "<span class=\"bar \(kind)\" style=\"margin-left:\(start.fixedText(2))%;width:\((end - start).fixedText(2))%\"></span>"
      : ""
    let label = isMarked ? "<strong>\(Markup.escaped(name))</strong>" : Markup.escaped(name)
    return
      "<tr><td>\(label)</td><td class=\"number\">\(Markup.escaped(number))</td><td aria-hidden=\"true\">\(bar)</td></tr>"
  }

  /// The revenue of months as columns.
  static func months(_ months: [Dossier.Month]) -> String {
    let greatest = max(months.map(\.revenue).filter(\.isFinite).max() ?? 0, 0)
    let (width, height, column) = (432, 120, 36)
    var lines: [String] = []
    for (index, month) in months.enumerated() {
      let share = greatest > 0 && month.revenue.isFinite ? min(max(month.revenue / greatest, 0), 1) : 0
      let tall = (share * Double(height)).rounded()
      let (x, y) = (index * column, height + 20 - Int(tall))
      lines.append("<rect x=\"\(x + 5)\" y=\"\(y)\" width=\"\(column - 10)\" height=\"\(Int(tall))\"/>")
      let (year, number, _) = month.first.civil
      func label(_ text: String, _ y: Int) {
        lines.append("<text x=\"\(x + column / 2)\" y=\"\(y)\" text-anchor=\"middle\">\(text)</text>")
      }
      label(String(number), height + 35)
      if index == 0 || number == 1 { label(String(year), height + 50) }
      guard month.revenue != 0 else { continue }
      label(short(month.revenue), y - 5)
    }
    let spoken = months.map {
      "\($0.first.text.prefix(7)): \($0.revenue.fixedText(2)) in \(counted($0.orders, "order"))"
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="months chart" viewBox="0 0 \(width) \(height + 56)" role="img" \
      aria-label="\(Markup.escaped("revenue by month; " + spoken.joined(separator: "; ")))">
      \(lines.joined(separator: "\n"))
      <path class="zero" d="M0 \(height + 20)H\(width)"/>
      </svg>
      """
  }

  /// A number in at most five signs: `950`, `12.3k`, `1.5m`.
  private static func short(_ number: Double) -> String {
    for (unit, size) in [("bn", 1e9), ("m", 1e6), ("k", 1e3)] where number.magnitude >= size {
      let scaled = number / size
      return scaled.fixedText(scaled.magnitude < 99.95 ? 1 : 0) + unit
    }
    return number.fixedText(0)
  }
}
