import CypherSyntax

/// A command line by its parts, before names are looked up and values read.
struct ParsedCommand: Sendable {
  /// The text of a slot.
  struct Phrase: Sendable, Equatable {
    /// The words, with one blank between them.
    var text: String
    /// Their place in the statement's text.
    var span: Span
    /// Whether any of it stood in quotes.
    var isQuoted: Bool
  }

  /// A slot of a preposition.
  struct Object: Sendable {
    let preposition: Preposition
    let phrase: Phrase
  }

  /// A `key=value`.
  struct Assignment: Sendable {
    let key: KeyDefinition
    let phrase: Phrase
  }

  let command: Command
  let form: Form
  /// The kind as declared, not as typed.
  let kind: String?
  /// Where the verb stands.
  let verbSpan: Span
  var subject: Phrase?
  var objects: [Object] = []
  var assignments: [Assignment] = []
  var text: Phrase?
}
