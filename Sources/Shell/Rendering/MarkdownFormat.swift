import PropertyGraph

extension ResultFormat {
  /// A table in Markdown, for mails and pages.
  static let markdown = ResultFormat("markdown", "a table in Markdown", isForPeople: true) {
    answer, context, sink in
    let grid = TextGrid(answer, context)
    if let title = answer.title { sink.write("**\(escaped(SafeText.of(title)))**\n\n") }
    sink.write(line(grid.heads.map(escaped)))
    sink.write(line(grid.isNumeric.map { $0 ? "---:" : "---" }))
    for row in grid.rows { sink.write(line(row.map { escaped($0.text) })) }
    if grid.rows.count < answer.rows.count {
      sink.write("\n\(grid.rows.count) of \(answer.rows.count) rows\n")
    }
  }

  private static func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  private static func escaped(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "|"))
      ? text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") : text
  }
}
