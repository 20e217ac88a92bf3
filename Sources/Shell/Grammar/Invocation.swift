import CypherSyntax
import KeyAccounts
import PropertyGraph

/// A command line that is ready to act: names are found, values are read.
struct Invocation {
  /// What a slot holds.
  enum Argument {
    /// A node that was found by its name.
    case node(NodeReference)
    /// A value: a date, a number, a text, a new name, a path of a file.
    case value(Value)
  }

  /// The verb.
  let command: Command
  /// The form of the line.
  let form: Form
  /// The line as it was typed.
  let source: String
  /// The place of the verb, for errors about the whole line.
  let span: Span
  /// What stands after the verb or kind, with its place.
  var subject: (argument: Argument, span: Span)?
  /// What the prepositions lead in, in the order of the line.
  var objects: [(word: Preposition.Word, argument: Argument, span: Span)] = []
  /// The keys and their values, in the order of the line; null where the value is empty.
  var properties: Recording.Properties = []
  /// Where each key stands, in the order of `properties`.
  var propertySpans: [Span] = []
  /// The last text in quotes.
  var text: String?
  /// The query at the end of the line, where the verb takes one after a word.
  var query: Rest?

  /// The kind, as declared.
  var kind: String? { form.kind }

  /// The node right after the verb or kind.
  ///
  /// - Throws: an error that names what is missing, where an optional subject was left out.
  func node() throws(ShellError) -> NodeReference {
    if case .node(let node)? = subject?.argument { return node }
    throw missing(form.subject?.label ?? "a name")
  }

  /// The node right after the verb or kind, or nil when it was left out.
  var optionalNode: NodeReference? {
    if case .node(let node)? = subject?.argument { node } else { nil }
  }

  /// The text right after the verb or kind: a new name, words, a path, the rest of a raw line.
  func name() throws(ShellError) -> String {
    if let name = optionalName { return name }
    throw missing(form.subject?.label ?? "a name")
  }

  /// The text right after the verb or kind, or nil when it was left out.
  var optionalName: String? {
    switch subject?.argument {
    case .value(.string(let text))?: text
    case .node(let node)?: node.name
    default: nil
    }
  }

  /// The first node after a preposition.
  func node(_ word: Preposition.Word) -> NodeReference? { nodes(word).first }

  /// All nodes after a preposition.
  func nodes(_ word: Preposition.Word) -> [NodeReference] {
    objects.compactMap {
      if $0.word == word, case .node(let node) = $0.argument { node } else { nil }
    }
  }

  /// The value after a preposition: a date, a number, a text.
  func value(_ word: Preposition.Word) -> Value? {
    for object in objects where object.word == word {
      if case .value(let value) = object.argument { return value }
    }
    return nil
  }

  /// The words after a preposition that takes text.
  func text(_ word: Preposition.Word) -> String? {
    if case .string(let text)? = value(word) { text } else { nil }
  }

  /// The value of a key.
  func value(_ key: String) -> Value? { properties.first { $0.key == key }?.value }

  /// Where a preposition's first object stands.
  func span(_ word: Preposition.Word) -> Span { objects.first { $0.word == word }?.span ?? span }

  /// An error about something that the line lacks.
  func missing(_ what: String) -> ShellError {
    let verb = ([command.name] + [kind].compactMap { $0 }).joined(separator: " ")
    let end = source.utf8.count
    let preposition = form.prepositions.first { what.hasPrefix("'\($0.word.rawValue) ") }
    let lastWord = (try? WordReader.words(of: source))?.last?.span.end ?? end
    return ShellError(
      .missing(verb: verb, what: what, usage: Usage.line(command, form)), at: Span(end, end),
      missing: preposition.map { .object($0, at: lastWord) })
  }
}
