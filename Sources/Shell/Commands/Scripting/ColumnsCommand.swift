import PropertyGraph

extension Command {
  /// `columns [NAME=STYLE]...`.
  static let columns = Command(
    "columns", "say how columns of numbers are written and drawn for people", in: .script,
    forms: [Form(takesAnyKey: true)],
    details: """
      percent (0.1 is 10 %), points, money, number and days say what numbers are, words that a list is one of words; bar,
      line (through a list), total and step (of a waterfall) say what is drawn where pictures are on (--pictures); spare is a column
      that a table does without, and says so, where the terminal is too narrow. A plus sign joins them: share=percent+bar. It
      holds for every answer with a column of that name, in a report or a command of your own up to its end. NAME= takes a
      style away; without names the styles are listed. Formats for programs always have every digit.
      """,
    examples: [
      Example(
        "UNWIND [0.28, 0.15] AS share RETURN share;", "shares in percent", after: ["columns share=percent"],
        prints: """
           share
          ───────
            28 %
            15 %
          (2 rows)
          """),
      Example(
        "columns", "the styles in use", after: ["columns share=percent+bar profit=money"],
        prints: """
           column │ style
          ────────┼─────────────
           profit │ money
           share  │ percent+bar
          (2 rows)
          """),
    ]
  ) { call, session throws(ShellError) in
    if call.properties.isEmpty {
      let rows = session.columnStyles.sorted { $0.key < $1.key }.map {
        [Value.string($0.key), .string($0.value.text)]
      }
      return session.screen.show(Answer(columns: ["column", "style"], rows: rows), of: session.graph)
    }
    for (index, property) in call.properties.enumerated() {
      let text = property.value.isNull ? nil : session.valueText.plain(property.value)
      let style = text.flatMap { ColumnStyle($0) }
      if let text, style == nil {
        let near = NearNames.of(text, among: ColumnStyle.words)
        throw ShellError(
          .notAllowed(place: property.key, text, allowed: ColumnStyle.words, near: near),
          at: call.propertySpans[index])
      }
      session.columnStyles[property.key] = style
    }
  }
}
