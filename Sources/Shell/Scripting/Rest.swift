import CypherSyntax
import PropertyGraph

/// What follows the first words of a statement: an expression or a query, with its place.
struct Rest {
  /// The text, without blanks around it and without a comment behind it.
  let text: String
  /// Its place in the statement.
  let span: Span

  /// Takes what follows a number of words.
  ///
  /// - Throws: that something is missing, named by `needs`, where nothing follows.
  init(of source: String, afterWords count: Int, needs what: String) throws(ShellError) {
    let bytes = Array(source.utf8)
    var start = 0
    for _ in 0..<count {
      while start < bytes.count, FirstWord.isBlank(bytes[start]) { start += 1 }
      while start < bytes.count, !FirstWord.isBlank(bytes[start]) { start += 1 }
    }
    try self.init(bytes, from: start, needs: what)
  }

  /// Takes what follows a place.
  init(_ bytes: [UInt8], from: Int, needs what: String) throws(ShellError) {
    var start = from
    while start < bytes.count, FirstWord.isBlank(bytes[start]) { start += 1 }
    let isQuery = FirstWord.beginsQuery(bytes[start...])
    var end = isQuery ? bytes.count : max(start, RawLine.endBeforeComment(bytes, from: start))
    while end > start, FirstWord.isBlank(bytes[end - 1]) { end -= 1 }
    guard end > start else {
      let verb = FirstWord.word(in: bytes)
      throw ShellError(.missing(verb: verb, what: what, usage: "\(verb) … \(what)"), at: Span(end, end))
    }
    text = String(decoding: bytes[start..<end], as: UTF8.self)
    span = Span(start, end)
  }

  private init(text: String, span: Span) {
    self.text = text
    self.span = span
  }

  /// The same as a part of a longer text.
  func moved(by bytes: Int) -> Rest {
    Rest(text: text, span: Span(span.start + bytes, span.end + bytes))
  }

  /// Whether it is a query rather than an expression.
  var isQuery: Bool { FirstWord.beginsQuery(Array(text.utf8)[...]) }

  /// Its value as an expression; errors point into the statement.
  func evaluated(by session: Session) throws(ShellError) -> Value {
    do throws(ShellError) {
      return try session.evaluate(text)
    } catch {
      throw error.moved(by: span.start)
    }
  }

  /// Its answer as a query; errors point into the statement.
  func answered(by session: Session) throws(ShellError) -> Answer {
    do throws(ShellError) {
      return try session.query(text)
    } catch {
      throw error.moved(by: span.start)
    }
  }
}
