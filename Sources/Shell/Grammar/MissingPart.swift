/// What a command line lacks, so that a person at the prompt can be asked for it.
struct MissingPart: Sendable, Equatable {
  /// What the person is asked for: `at CLIENT`.
  let question: String
  /// Where it is to stand in the line, in bytes.
  let place: Int
  /// What stands before it there: a blank, `at`, `due=`.
  let lead: String
  /// Whether it stands in quotes whatever it is.
  var isQuoted = false

  /// The subject of a form, or its kind.
  static func word(_ label: String, at place: Int) -> MissingPart {
    MissingPart(question: label, place: place, lead: " ")
  }

  /// What a preposition leads in.
  static func object(_ preposition: Preposition, at place: Int, isThere: Bool = false) -> MissingPart {
    let word = preposition.word.rawValue
    return MissingPart(
      question: "\(word) \(preposition.slot.label)", place: place, lead: isThere ? " " : " \(word) ")
  }

  /// A key with its value.
  static func key(_ key: KeyDefinition, at place: Int) -> MissingPart {
    MissingPart(question: "\(key.name)=\(key.type.label)", place: place, lead: " \(key.name)=")
  }

  /// The last text.
  static func text(_ label: String, at place: Int) -> MissingPart {
    MissingPart(question: "\"\(label)\"", place: place, lead: " ", isQuoted: true)
  }

  /// The line up to where the answer begins.
  func beginning(of line: String) -> String {
    String(decoding: line.utf8.prefix(place), as: UTF8.self) + lead
  }

  /// The line with the answer in its place, in quotes where it needs them.
  func filled(_ line: String, with given: String) -> String {
    let answer = withoutQuestion(given)
    let rest = String(decoding: line.utf8.dropFirst(place), as: UTF8.self)
    let isWord = !answer.contains(where: \.isWhitespace) || !lead.hasSuffix("=")
    let isPlain = !isQuoted && isWord && (answer.hasPrefix("$") || SlotValues.isPlain(answer, Form()))
    return beginning(of: line) + (isPlain || Self.isQuoted(answer) ? answer : ValueText.quoted(answer)) + rest
  }

  /// The answer without the preposition that was asked with: people repeat it.
  private func withoutQuestion(_ answer: String) -> String {
    let words = question.split(separator: " ", maxSplits: 1)
    guard words.count == 2, !isQuoted, answer.lowercased().hasPrefix(words[0] + " ") else { return answer }
    return String(answer.dropFirst(words[0].count + 1).drop { $0 == " " })
  }

  /// Whether a text stands in quotes already.
  private static func isQuoted(_ text: String) -> Bool {
    guard let words = try? WordReader.words(of: text), words.count == 1 else { return false }
    if case .quoted = words[0].content { return true }
    return false
  }
}
