/// One way to go on after a verb: `[KIND] [SUBJECT] [PREPOSITION OBJECT]... [key=value]... ["text"]`.
struct Form: Sendable {
  /// The word after the verb that chooses this form, such as `client` in `add client`.
  let kind: String?
  /// Other spellings of the kind, such as its plural.
  let kindAliases: [String]
  /// What the form does, where the verb's own summary is too general.
  let summary: String?
  /// What stands right after the verb or the kind.
  let subject: Slot?
  /// What the prepositions lead in.
  let prepositions: [Preposition]
  /// The keys of `key=value`.
  let keys: [KeyDefinition]
  /// Whether keys that are not declared are taken, as text.
  let takesAnyKey: Bool
  /// Whether a last text in quotes is taken.
  let text: FreeText

  /// Whether a form takes a last text in quotes.
  enum FreeText: Sendable, Equatable {
    /// None is taken.
    case none
    /// It may be given; the word names it in help.
    case optional(String)
    /// It must be given; the word names it in help.
    case required(String)
  }

  /// Declares a form.
  init(
    _ kind: String? = nil, aliases: [String] = [], summary: String? = nil, subject: Slot? = nil,
    _ prepositions: [Preposition] = [], keys: [KeyDefinition] = [], takesAnyKey: Bool = false,
    text: FreeText = .none
  ) {
    self.kind = kind
    self.kindAliases = aliases
    self.summary = summary
    self.subject = subject
    self.prepositions = prepositions
    self.keys = keys
    self.takesAnyKey = takesAnyKey
    self.text = text
  }

  /// Whether the form takes nothing behind the verb.
  var isBare: Bool { kind == nil && subject == nil && prepositions.isEmpty && keys.isEmpty && text == .none }

  /// The preposition of a word, if the form takes it.
  func preposition(_ word: String) -> Preposition? {
    prepositions.first { $0.word.rawValue == word }
  }

  /// The key of a name, if the form takes it; case does not matter.
  func key(_ name: String) -> KeyDefinition? {
    keys.first { $0.name == name } ?? keys.first { $0.name.lowercased() == name.lowercased() }
      ?? (takesAnyKey ? KeyDefinition(name, .text, "") : nil)
  }
}

/// A place in a form that takes a name or a value.
struct Slot: Sendable {
  /// What it takes.
  let content: SlotContent
  /// How help calls it, in capitals: `CLIENT`.
  let label: String
  /// Whether it may be left out.
  let isOptional: Bool
  /// Which words complete it; nil for any text, and for all things of the kinds.
  let words: Words?

  /// Words that a text is likely to be one of.
  enum Words: Sendable {
    case verbs, snapshots, labels, labelsAndTypes
    /// Those who work for us, before all others.
    case colleagues
    /// The names of the nodes of a label at their beginning: the products of an order's lines.
    case names(label: String, key: String)
    /// Some values.
    case values([String])
  }

  /// Declares a place; the label follows from the content if none is given.
  init(_ content: SlotContent, _ label: String? = nil, optional: Bool = false, of words: Words? = nil) {
    self.content = content
    self.label = label ?? content.label
    self.words = words
    isOptional = optional
  }
}

/// What a slot takes.
enum SlotContent: Sendable, Equatable {
  /// A node that is there, of one of the kinds.
  case thing([ThingKind])
  /// A name for something new.
  case newName
  /// Words as they are; prepositions that the form does not take belong to them.
  case text
  /// One value.
  case value(ValueType)
  /// The path of a file.
  case file
  /// The rest of the line as it stands, blanks and quotes included.
  case raw

  /// A node of one kind.
  static func thing(_ kind: ThingKind) -> SlotContent { .thing([kind]) }
  /// A calendar date.
  static var date: SlotContent { .value(.date) }
  /// A calendar date that lies ahead.
  static var dueDate: SlotContent { .value(.dueDate) }

  var label: String {
    switch self {
    case .thing(let kinds): kinds.map { $0.noun.uppercased() }.joined(separator: "|")
    case .newName: "NAME"
    case .text: "TEXT"
    case .value(let type): type.label
    case .file: "FILE"
    case .raw: "…"
    }
  }
}

/// A word that leads in a slot.
struct Preposition: Sendable {
  /// The words that separate names, everywhere in the language.
  enum Word: String, CaseIterable, Sendable {
    case at, `for`, with, by, to, from, on, about, since, until, due, `as`
  }

  /// The word.
  let word: Word
  /// What follows it.
  let slot: Slot
  /// Whether it can stand several times.
  let isRepeatable: Bool
  /// Whether it must stand.
  var isRequired: Bool { !slot.isOptional }

  /// Declares a preposition; it may be left out unless `required`.
  init(
    _ word: Word, _ content: SlotContent, _ label: String? = nil, required: Bool = false,
    repeatable: Bool = false, of words: Slot.Words? = nil
  ) {
    self.word = word
    slot = Slot(content, label, optional: !required, of: words)
    isRepeatable = repeatable
  }
}
