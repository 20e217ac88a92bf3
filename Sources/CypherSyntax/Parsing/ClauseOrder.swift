/// Checks that clauses come in an order that openCypher allows.
struct ClauseOrder {
  /// What the query is part of.
  let place: Parser.Place
  private var last: Clause?
  private var count = 0
  /// Whether something was written since the last WITH.
  private var hasWritten = false
  private var lastWord = ""

  init(place: Parser.Place) { self.place = place }

  /// Checks the clause that begins with a token, before it is read.
  mutating func check(_ first: Token, _ second: Token, _ parser: Parser) throws(CypherError) {
    guard let keyword = first.keyword, keyword.startsClause else { return }
    let word =
      keyword == .create && parser.createsSchema ? "CREATE \(second.keyword?.text ?? "")" : keyword.text
    if let last, case .returning = last.kind {
      throw parser.mistake(
        "InvalidClauseComposition", "\(word) cannot come after RETURN", at: first.span,
        hint: "RETURN is the last clause of a query; pass rows on with WITH")
    }
    let isCommand = keyword == .show || keyword == .drop || word.hasPrefix("CREATE ")
    if isCommand ? count > 0 || place != .statement : isAfterCommand {
      throw parser.mistake(
        "InvalidClauseComposition", "\(isCommand ? word : lastWord) stands alone in its statement",
        at: first.span)
    }
    let writes = [.create, .merge, .set, .remove, .delete, .detach, .foreach].contains(keyword)
    if writes, [.exists, .count, .collect].contains(place) {
      throw parser.mistake(
        "InvalidClauseComposition",
        "\(word) changes the graph, which a subquery inside an expression cannot do",
        at: first.span, hint: "use CALL { … }")
    }
    if hasWritten, [.match, .optional, .unwind, .load].contains(keyword) {
      throw parser.mistake(
        "InvalidClauseComposition", "WITH is required between \(lastWord) and \(word)", at: first.span,
        hint: "write WITH * before \(word)")
    }
    lastWord = word
  }

  /// Notes a clause that was read.
  mutating func add(_ clause: Clause) {
    last = clause
    count += 1
    switch clause.kind {
    case .create, .merge, .set, .remove, .delete, .foreach: hasWritten = true
    case .with: hasWritten = false
    default: break
    }
  }

  private var isAfterCommand: Bool {
    switch last?.kind {
    case .createIndex, .dropIndex, .show: true
    default: false
    }
  }

  /// Checks how the query ends.
  func finish(_ clauses: [Clause], _ parser: Parser) throws(CypherError) {
    guard let last, !mayEnd(last) else { return }
    if place == .exists || place == .count { return }
    throw parser.mistake(
      "InvalidClauseComposition",
      place == .collect
        ? "the query in COLLECT must end with RETURN" : "a query cannot end with \(lastWord)",
      at: Span(last.span.start, last.span.start + lastWord.utf8.count),
      hint: "end it with RETURN or a clause that writes")
  }

  private func mayEnd(_ clause: Clause) -> Bool {
    switch clause.kind {
    case .returning: return true
    case .match, .unwind, .with, .loadCSV: return false
    case .call(let call): return place != .collect && (count == 1 || call.yield == nil && !call.yieldAll)
    case .subquery(let query, _, _):
      guard place != .collect, case .returning? = query.parts[0].clauses.last?.kind else {
        return place != .collect
      }
      return false
    default: return place != .collect
    }
  }
}
