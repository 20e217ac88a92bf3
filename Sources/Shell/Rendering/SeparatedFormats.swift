import PropertyGraph

extension ResultFormat {
  /// Values separated by commas (RFC 4180): null is nothing, an empty text is `""`.
  static let csv = ResultFormat("csv", "values separated by commas", isForPeople: false) {
    answer, context, sink in
    write(answer, context, to: sink, separator: ",") { text in
      let needsQuotes =
        text.isEmpty || text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      guard needsQuotes else { return text }
      return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\""
    }
  }

  /// Values separated by tabs; tabs, newlines and backslashes inside of them are escaped.
  static let tsv = ResultFormat("tsv", "values separated by tabs", isForPeople: false) {
    answer, context, sink in
    write(answer, context, to: sink, separator: "\t") { text in
      guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x5C }) else { return text }
      return text.unicodeScalars.reduce(into: "") { result, scalar in
        switch scalar {
        case "\t": result += "\\t"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\\": result += "\\\\"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
  }

  private static func write(
    _ answer: Answer, _ context: RenderContext, to sink: any TextSink, separator: String,
    field: (String) -> String
  ) {
    func safe(_ text: String) -> String { context.isTerminal ? SafeText.of(text) : text }
    sink.write(answer.columns.map { field(safe($0)) }.joined(separator: separator) + "\n")
    for row in answer.rows {
      var line = ""
      for (index, value) in row.enumerated() {
        if index > 0 { line += separator }
        if !value.isNull { line += field(safe(context.values.plain(value))) }
      }
      sink.write(line + "\n")
    }
  }
}
