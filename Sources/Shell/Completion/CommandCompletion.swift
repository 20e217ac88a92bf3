import CypherSyntax
import PropertyGraph

/// What could stand at the end of a command line, by the grammar that its verb declares.
struct CommandCompletion {
  let completer: Completer
  let line: [UInt8]
  private let typed: TypedWord

  /// Takes a line up to the cursor.
  init(_ completer: Completer, _ line: [UInt8]) {
    self.completer = completer
    self.line = line
    typed = TypedWord.of(line)
  }

  /// What could stand there.
  func candidates() -> [Candidate] {
    guard let verb = typed.words.first else { return verbs() }
    guard let command = verb.plain.flatMap(completer.command) else { return [] }
    if command.forms.contains(where: { $0.subject?.content == .raw && $0.subject?.label == "COMMAND" }) {
      return statement(behind: verb.span.end)
    }
    if let start = expressionStart(command) {
      return QueryCompletion(completer, line, from: start).candidates()
    }
    var words = typed.words.dropFirst()
    guard let form = form(of: command, &words) else { return kinds(of: command) }
    let isFirst = typed.words.count == 1
    return (isFirst ? kinds(of: command) : []) + place(in: form, after: words)
  }

  /// What could stand in a statement that begins behind a verb.
  private func statement(behind verbEnd: Int) -> [Candidate] {
    let start = line[verbEnd...].firstIndex { !FirstWord.isBlank($0) } ?? line.count
    let rest = Array(line[start...])
    let found =
      FirstWord.beginsQuery(rest[...])
      ? QueryCompletion(completer, rest).candidates() : CommandCompletion(completer, rest).candidates()
    return found.map { candidate in
      var candidate = candidate
      candidate.start += start
      return candidate
    }
  }

  private func verbs() -> [Candidate] {
    guard case .plain(let word) = typed.content else { return [] }
    let commands = (completer.registry.commands + completer.ownVerbs).map { command in
      let names = [command.name] + command.aliases
      return names.filter { $0.hasPrefix(word.lowercased()) }.prefix(1).map {
        Candidate($0, from: typed.start, command.summary)
      }
    }
    // The many keywords of queries are named only to somebody who has begun one.
    let starters = word.isEmpty ? [] : FirstWord.clauseStarters
    let queries = starters.filter { $0.hasPrefix(word.uppercased()) }.map {
      Candidate($0, from: typed.start, "a query")
    }
    return commands.flatMap(\.self).sorted { $0.text < $1.text } + queries
  }

  private func kinds(of command: Command) -> [Candidate] {
    guard case .plain(let word) = typed.content else { return [] }
    return command.forms.compactMap { form in
      guard let kind = form.kind, kind.hasPrefix(word.lowercased()) else { return nil }
      return Candidate(kind, from: typed.start, form.summary ?? "")
    }
  }

  /// The form that the words chose, without the kind that chose it; nil where a kind is still to come.
  private func form(of command: Command, _ words: inout ArraySlice<Word>) -> Form? {
    let kind = words.first?.plain?.lowercased()
    if let kind,
      let form = command.forms.first(where: { $0.kind == kind || $0.kindAliases.contains(kind) })
    {
      words.removeFirst()
      return form
    }
    return command.forms.first { $0.kind == nil }
  }

  /// Where an expression or a query begins in the line of a verb that takes one.
  private func expressionStart(_ command: Command) -> Int? {
    let verbEnd = typed.words.first?.span.end ?? 0
    let isRaw = command.forms.contains { $0.subject?.content == .raw }
    switch command.query {
    case .afterEquals:
      return line[verbEnd...].firstIndex(of: UInt8(ascii: "=")).map { $0 + 1 } ?? line.count
    case .after(let word):
      return typed.words.first { $0.plain?.lowercased() == word }?.span.end ?? (isRaw ? line.count : nil)
    case .afterVerb: return verbEnd
    case .nowhere: return isRaw ? verbEnd : nil
    }
  }

  /// What could stand after the words of a form.
  private func place(in form: Form, after words: ArraySlice<Word>) -> [Candidate] {
    let place = FormPlace(form, words)
    let values = SlotValues(completer, form)
    switch typed.content {
    case .closed: return []
    case .value(let key, let text, let quote):
      guard let key = form.key(key) else { return [] }
      return values.of(key, beginning: text, from: typed.start, quote: quote)
    case .quoted(let text, let quote):
      guard let slot = place.slot, place.phraseStart == nil else { return [] }
      return values.of(slot, beginning: text, from: typed.start, quote: quote)
    case .plain(let word):
      var found: [Candidate] = []
      if let slot = place.slot, !place.isQuoted {
        let start = place.phraseStart ?? typed.start
        found = values.of(slot, beginning: phrase(from: start), from: start, quote: nil)
      }
      return place.mustBeFilled ? found : found + parts(of: form, place, beginning: word)
    }
  }

  /// The words from a place to the cursor, with one blank between them.
  private func phrase(from start: Int) -> String {
    let words = String(decoding: line[start...], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty || typed.start < line.count ? words : words + " "
  }

  /// The prepositions and keys that the form still takes.
  private func parts(of form: Form, _ place: FormPlace, beginning word: String) -> [Candidate] {
    let prepositions = form.prepositions.filter { preposition in
      preposition.word.rawValue.hasPrefix(word)
        && (preposition.isRepeatable || !place.prepositions.contains(preposition.word))
    }
    let keys = form.keys.filter { key in
      key.name.lowercased().hasPrefix(word.lowercased()) && !place.keys.contains(key.name)
    }
    return (place.hasEnded ? [] : prepositions).map {
      Candidate($0.word.rawValue, from: typed.start, $0.slot.label)
    } + keys.map { Candidate("\($0.name)=", from: typed.start, $0.summary, suffix: "") }
  }
}
