import CypherSyntax
import PropertyGraph

/// The line `for NAME in QUERY;` or `for NAME in LIST`.
struct LoopHead {
  private let name: String
  private let rest: Rest

  /// Takes the line apart.
  init(_ source: String) throws(ShellError) {
    let bytes = Array(source.utf8)
    let words = Self.words(bytes, count: 3)
    guard words.count == 3, VariableName.isValid(words[1].text), words[2].text.lowercased() == "in" else {
      let place = words.last?.span ?? Span(0, bytes.count)
      throw .other(
        "a loop reads 'for NAME in QUERY;'", hint: "for row in MATCH (c:Client) RETURN c.name AS name;",
        at: place)
    }
    name = words[1].text
    rest = try Rest(bytes, from: words[2].span.end, needs: "QUERY or LIST")
  }

  /// The variable and what it is to hold, one after the other: rows as maps, or the elements of a list.
  func values(session: Session) throws(ShellError) -> (name: String, values: [Value]) {
    if rest.isQuery { return (name, try rest.answered(by: session).maps) }
    switch try rest.evaluated(by: session) {
    case .list(let values): return (name, values)
    case .null: return (name, [])
    default: throw .other("a loop goes through the rows of a query or the elements of a list", at: rest.span)
    }
  }

  private static func words(_ bytes: [UInt8], count: Int) -> [(text: String, span: Span)] {
    var words: [(text: String, span: Span)] = []
    var start = 0
    while words.count < count {
      while start < bytes.count, FirstWord.isBlank(bytes[start]) { start += 1 }
      var end = start
      while end < bytes.count, !FirstWord.isBlank(bytes[end]) { end += 1 }
      guard end > start else { break }
      words.append((String(decoding: bytes[start..<end], as: UTF8.self), Span(start, end)))
      start = end
    }
    return words
  }
}
