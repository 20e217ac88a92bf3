/// A way to write answers, declared once: `--format`, `format` and help derive from it.
struct ResultFormat: Sendable {
  /// The name by which it is chosen.
  let name: String
  /// What it is, in a few words.
  let summary: String
  /// Whether people read it: then remarks stand beside the answers.
  let isForPeople: Bool
  /// Writes an answer that has columns.
  let write: @Sendable (Answer, RenderContext, any TextSink) -> Void

  /// Declares a format.
  init(
    _ name: String, _ summary: String, isForPeople: Bool,
    write: @escaping @Sendable (Answer, RenderContext, any TextSink) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.isForPeople = isForPeople
    self.write = write
  }

  /// All formats, in the order in which help names them.
  static let all: [ResultFormat] = [.table, .markdown, .csv, .tsv, .json, .jsonLines, .vertical]

  /// The format of a name.
  static func named(_ name: String) -> ResultFormat? { all.first { $0.name == name } }
}

/// What a format needs to know beside the answer.
struct RenderContext {
  /// Turns values into text.
  let values: ValueText
  /// The colours, or none.
  var palette = Palette(isColoured: false)
  /// The columns of the terminal; nil where the output is no terminal, and nothing is fitted.
  var width: Int?
  /// The most rows that a table shows; nil for all.
  var rowLimit: Int?
  /// The characters of pictures; nil for none.
  var glyphs: Glyphs?
  /// Whether texts that a spreadsheet would take for formulas are made harmless.
  var guardsFormulas = false
}
