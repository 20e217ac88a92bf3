import Exchange
import PropertyGraph

extension ResultFormat {
  /// Values separated by commas (RFC 4180): null is nothing, an empty text is `""`.
  static let csv = ResultFormat("csv", "values separated by commas", isForPeople: false) {
    answer, context, sink in
    var csv = CSVWriter(guardsFormulas: context.guardsFormulas)
    csv.row(answer.columns)
    for row in answer.rows {
      csv.row(row, graph: context.values.graph)
      if csv.count >= 1 << 15 { csv.drain { sink.write($0) } }
    }
    csv.drain { sink.write($0) }
  }

  /// Values separated by tabs; tabs, newlines and backslashes inside of them are escaped.
  static let tsv = ResultFormat("tsv", "values separated by tabs", isForPeople: false) {
    answer, context, sink in
    sink.write(answer.columns.map(escaped).joined(separator: "\t") + "\n")
    for row in answer.rows {
      sink.write(row.map { escaped(context.values.plain($0)) }.joined(separator: "\t") + "\n")
    }
  }

  /// A text without the characters that separate.
  private static func escaped(_ text: String) -> String {
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
