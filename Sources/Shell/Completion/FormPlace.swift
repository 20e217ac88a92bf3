import CypherSyntax

/// Where in a form a line stands after some words.
struct FormPlace {
  /// The slot that the next words belong to.
  private(set) var slot: Slot?
  /// Where the words of the slot begin; nil while it is empty.
  private(set) var phraseStart: Int?
  /// Whether the slot was filled by a text in quotes.
  private(set) var isQuoted = false
  /// Whether the last text was given.
  private(set) var hasEnded = false
  /// The prepositions that were used.
  private(set) var prepositions: Set<Preposition.Word> = []
  /// The keys that were used.
  private(set) var keys: Set<String> = []

  /// Goes through the words behind the verb and the kind.
  init(_ form: Form, _ words: some Sequence<Word>) {
    slot = form.subject
    for word in words {
      switch word.content {
      case .assignment(let name, _, _, _):
        if let key = form.key(name) { keys.insert(key.name) }
        slot = nil
      case .quoted:
        if slot != nil, phraseStart == nil {
          phraseStart = word.span.start
          isQuoted = true
        } else {
          hasEnded = true
          slot = nil
        }
      case .plain(let text):
        if let preposition = form.preposition(text) {
          prepositions.insert(preposition.word)
          slot = preposition.slot
          phraseStart = nil
          isQuoted = false
        } else if phraseStart == nil {
          phraseStart = word.span.start
        }
      }
    }
  }

  /// Whether only what fills the slot can follow.
  var mustBeFilled: Bool {
    guard let slot, phraseStart == nil else { return false }
    return !prepositions.isEmpty || !slot.isOptional
  }
}
