import CypherSyntax
import KeyAccounts
import PropertyGraph

/// Makes a command line ready to act: finds its names in the graph and reads its values.
struct InvocationReader {
  let session: Session
  let parsed: ParsedCommand
  let source: String

  /// Reads a line that was taken apart.
  ///
  /// - Throws: a name that leads nowhere or to several nodes, a value that its place doesn't take.
  static func read(
    _ parsed: ParsedCommand, source: String, session: Session
  ) throws(ShellError) -> Invocation {
    try InvocationReader(session: session, parsed: parsed, source: source).invocation()
  }

  private func invocation() throws(ShellError) -> Invocation {
    var result = Invocation(
      command: parsed.command, form: parsed.form, source: source, span: parsed.verbSpan)
    if let phrase = parsed.subject, let slot = parsed.form.subject {
      let argument = try argument(phrase, slot, place: slot.label.lowercased())
      result.subject = (argument, phrase.span)
    }
    for object in parsed.objects {
      let word = object.preposition.word
      let argument = try argument(object.phrase, object.preposition.slot, place: word.rawValue)
      result.objects.append((word, argument, object.phrase.span))
    }
    for assignment in parsed.assignments {
      result.properties.append((assignment.key.name, try value(assignment)))
      result.propertySpans.append(assignment.phrase.span)
    }
    result.text = parsed.text?.text
    return result
  }

  private func argument(
    _ phrase: ParsedCommand.Phrase, _ slot: Slot, place: String
  ) throws(ShellError) -> Invocation.Argument {
    switch slot.content {
    case .raw: return .value(.string(phrase.text))
    case .text, .newName, .file: return .value(.string(try text(phrase)))
    case .value(let type):
      return .value(try reader.read(try text(phrase), as: type, place: place, at: phrase.span))
    case .thing(let kinds):
      return .node(try session.find(try text(phrase), kinds, at: phrase.span))
    }
  }

  /// The value of a key; an empty one takes the property away.
  private func value(_ assignment: ParsedCommand.Assignment) throws(ShellError) -> Value {
    let phrase = assignment.phrase
    let text = try text(phrase)
    if text.isEmpty { return .null }
    return try reader.read(text, as: assignment.key.type, place: assignment.key.name, at: phrase.span)
  }

  /// The words of a place; `$name` and `$row.name` without quotes stand for what they hold.
  private func text(_ phrase: ParsedCommand.Phrase) throws(ShellError) -> String {
    guard !phrase.isQuoted, phrase.text.utf8.first == UInt8(ascii: "$"), isPath(phrase.text) else {
      return phrase.text
    }
    return try session.variableText(phrase.text, at: phrase.span)
  }

  private func isPath(_ text: String) -> Bool {
    text.utf8.count > 1
      && text.utf8.dropFirst().allSatisfy {
        FirstWord.isWordByte($0) && $0 != UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }

  private var reader: ValueReader { ValueReader(today: session.today) }
}
