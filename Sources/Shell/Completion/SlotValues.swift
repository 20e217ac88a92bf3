import CypherSyntax
import KeyAccounts
import PropertyGraph

/// What could fill a slot or be the value of a key.
struct SlotValues {
  private let completer: Completer
  private let form: Form

  init(_ completer: Completer, _ form: Form) {
    self.completer = completer
    self.form = form
  }

  /// What fills a slot and begins with a text.
  func of(_ slot: Slot, beginning text: String, from start: Int, quote: Character?) -> [Candidate] {
    if let variables = variables(beginning: text, from: start, quote: quote) { return variables }
    switch slot.content {
    case .thing where slot.words != nil:
      let likely = words(slot.words, beginning: text, from: start, quote: quote)
      return likely.isEmpty
        ? of(Slot(slot.content), beginning: text, from: start, quote: quote) : likely
    case .thing(let kinds):
      let labels = kinds.flatMap { $0 == .anything ? ThingKind.fundamental : [$0] }.compactMap(\.label)
      return NameCandidates(completer.graph).names(beginning: text, labels: labels).map {
        Candidate(quoted($0.name, quote), from: start, label: $0.name, $0.summary)
      }
    case .value(let type): return of(type, beginning: text, from: start, quote: quote)
    case .file: return completer.seesFiles ? files(beginning: text, from: start, quote: quote) : []
    case .text: return words(slot.words, beginning: text, from: start, quote: quote)
    case .newName, .raw: return []
    }
  }

  /// The values of a key that begin with a text; a blank would end them, so they have quotes then.
  func of(_ key: KeyDefinition, beginning text: String, from start: Int, quote: Character?) -> [Candidate] {
    if let variables = variables(beginning: text, from: start, quote: quote) { return variables }
    let found =
      key.words == nil
      ? of(key.type, beginning: text, from: start, quote: quote)
      : words(key.words, beginning: text, from: start, quote: quote)
    return found.map { candidate in
      guard quote == nil, candidate.text == candidate.label, candidate.text.contains(" ") else {
        return candidate
      }
      var candidate = candidate
      candidate.text = quoted(candidate.text, "\"")
      return candidate
    }
  }

  /// The values of a type that begin with a text.
  private func of(
    _ type: ValueType, beginning text: String, from start: Int, quote: Character?
  ) -> [Candidate] {
    if let variables = variables(beginning: text, from: start, quote: quote) { return variables }
    let values: [(String, String)]
    switch type {
    case .enumeration(let names): values = names.map { ($0, "") }
    case .grade: values = AdmiraltyGrade.all.map { ($0.text, $0.meaning) }
    case .boolean: values = [("yes", ""), ("no", "")]
    case .date: values = dates(looksAhead: false)
    case .dueDate: values = dates(looksAhead: true)
    case .text, .integer, .number, .money, .fraction, .dateTime, .days: return []
    }
    return values.filter { $0.0.lowercased().hasPrefix(text.lowercased()) }.map { value, summary in
      Candidate(quoted(value, quote), from: start, label: value, summary)
    }
  }

  /// The variables, where a `$` stands.
  private func variables(beginning text: String, from start: Int, quote: Character?) -> [Candidate]? {
    guard quote == nil, text.hasPrefix("$") else { return nil }
    return completer.variables.keys.sorted().filter { $0.hasPrefix(text.dropFirst()) }.map {
      Candidate("$\($0)", from: start, "variable")
    }
  }

  /// The words for days, with the day that each means.
  private func dates(looksAhead: Bool) -> [(String, String)] {
    let reader = DateReader(today: completer.today, looksAhead: looksAhead)
    return (["today", "yesterday", "tomorrow"] + DateReader.weekdays).map { word in
      (word, (try? reader.read(word))?.text ?? "")
    }
  }

  private func words(
    _ words: Slot.Words?, beginning text: String, from start: Int, quote: Character?
  ) -> [Candidate] {
    let all: [(String, String)]
    switch words {
    case nil: return []
    case .names(let label, let key):
      return NameCandidates(completer.graph, key: key).names(beginning: text, labels: [label]).map {
        Candidate(quoted($0.name, quote), from: start, label: $0.name, $0.summary)
      }
    case .values(let values): all = values.map { ($0, "") }
    case .labels: all = completer.graph.labelNames.map { ($0, "label") }
    case .colleagues:
      return NameCandidates(completer.graph).colleagues(beginning: text, on: completer.today).map {
        Candidate(quoted($0.name, quote), from: start, label: $0.name, $0.summary)
      }
    case .verbs: all = (completer.registry.commands + completer.ownVerbs).map { ($0.name, $0.summary) }
    case .snapshots: all = completer.snapshots.map { ($0, "snapshot") }
    case .labelsAndTypes:
      all =
        KeyAccountModel.entities.map { ($0.label, $0.summary) }
        + KeyAccountModel.relationships.map { ($0.type, $0.summary) }
    }
    return all.filter { $0.0.lowercased().hasPrefix(text.lowercased()) }.sorted { $0.0 < $1.0 }.map {
      Candidate(quoted($0.0, quote), from: start, label: $0.0, $0.1)
    }
  }

  private func files(beginning text: String, from start: Int, quote: Character?) -> [Candidate] {
    FileCandidates.names(beginning: text).map { name, isFolder in
      guard isFolder else { return Candidate(quoted(name, quote), from: start, label: name) }
      // A folder is no end: its quote stays open, so that more can follow.
      let isPlain = quote == nil && Self.isPlain(name, form)
      let begun = isPlain ? name : String(quoted(name, quote).dropLast())
      return Candidate(begun, from: start, label: name, "folder", suffix: "")
    }
  }

  /// A name as it is written in a command: in quotes where it needs them or has them already.
  private func quoted(_ name: String, _ quote: Character?) -> String {
    if quote == nil, Self.isPlain(name, form) { return name }
    let quote = quote ?? "\""
    var text = String(quote)
    for character in name {
      switch character {
      case "\\", quote: text += "\\\(character)"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      default: text.append(character)
      }
    }
    return text + String(quote)
  }

  /// Whether the words of a name stand for themselves: by the reader of words and the grammar, not by a list of
  /// characters.
  static func isPlain(_ name: String, _ form: Form) -> Bool {
    guard let words = try? WordReader.words(of: name), !words.isEmpty, !name.hasPrefix("$") else {
      return false
    }
    let plain = words.compactMap(\.plain)
    return plain.count == words.count && plain.joined(separator: " ") == name
      && !plain.contains { Preposition.Word(rawValue: $0) != nil }
  }
}
