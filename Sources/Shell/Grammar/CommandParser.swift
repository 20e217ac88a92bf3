import CypherSyntax

/// Takes a command line apart by the grammar that its verb declares.
struct CommandParser {
  private let source: String
  /// Where the verb and the kind end.
  private let headEnd: Int
  private let command: Command
  private var words: [Word]
  private var index = 0
  private var result: ParsedCommand
  /// The slot that the next words belong to.
  private var place: Place

  private enum Place {
    /// The subject's, or nothing's when the form has no subject.
    case subject
    case object(Preposition, after: Span)
    /// After `key=value`.
    case closed(after: Word)
    /// After the last text.
    case ended
  }

  /// Takes a line apart.
  ///
  /// - Throws: what the line lacks or has too much, with the place and the near names.
  static func parse(_ source: String, registry: CommandRegistry) throws(ShellError) -> ParsedCommand {
    let verb = VerbReader.verb(of: source)
    guard let command = registry.command(verb.text) else {
      throw ShellError(.unknownVerb(verb.text, near: registry.near(verb.text)), at: verb.span)
    }
    return try parse(source, command: command, verb: verb.span)
  }

  /// Takes a line apart whose verb is known.
  static func parse(_ source: String, command: Command, verb: Span) throws(ShellError) -> ParsedCommand {
    if let form = command.forms.first(where: { $0.subject?.content == .raw }) {
      return try RawLine.parse(source, command: command, form: form, verb: verb)
    }
    var words = try WordReader.words(of: source)
    if !words.isEmpty { words.removeFirst() }
    let (form, usesKind) = try Self.form(of: command, words: words, verb: verb)
    let headEnd = usesKind ? words.removeFirst().span.end : verb.end
    var parser = CommandParser(
      source: source, headEnd: headEnd, command: command, words: words,
      result: ParsedCommand(command: command, form: form, kind: form.kind, verbSpan: verb), place: .subject)
    try parser.fill()
    try parser.checkComplete()
    return parser.result
  }

  /// Chooses the form: by the kind if the next word is one, else the form without a kind.
  private static func form(
    of command: Command, words: [Word], verb: Span
  ) throws(ShellError) -> (form: Form, usesKind: Bool) {
    let word = words.first?.plain?.lowercased()
    if let word, let form = command.forms.first(where: { $0.kind == word || $0.kindAliases.contains(word) }) {
      return (form, true)
    }
    // A form of nothing but the verb leaves no other meaning to a word than a kind: `report lapsed`.
    if let form = command.forms.first(where: { $0.kind == nil }),
      word == nil || command.kinds.isEmpty || !form.isBare
    {
      return (form, false)
    }
    guard let first = words.first, let word else {
      throw ShellError(
        .missingKind(verb: command.name, allowed: command.kinds), at: verb,
        missing: .word(command.kinds.joined(separator: "|"), at: verb.end))
    }
    let near = NearNames.of(word, among: command.kinds)
    throw ShellError(
      .unknownKind(verb: command.name, first.plain ?? word, allowed: command.kinds, near: near),
      at: first.span)
  }

  private mutating func fill() throws(ShellError) {
    while index < words.count {
      let word = words[index]
      index += 1
      switch word.content {
      case .assignment(let key, let value, let quoted, let valueSpan):
        try assign(key, value, quoted: quoted, valueSpan: valueSpan, word: word)
      case .quoted(let text): try quoted(text, word)
      case .plain(let text): try plain(text, word)
      }
    }
    try closeObject()
  }

  private mutating func plain(_ text: String, _ word: Word) throws(ShellError) {
    // `--changes` says what `changes=yes` says.
    if text.hasPrefix("--"), let key = result.form.key(String(text.dropFirst(2))), key.type == .boolean {
      return try assign(key.name, "yes", quoted: false, valueSpan: word.span, word: word)
    }
    if let preposition = Preposition.Word(rawValue: text), !belongsToText(preposition) {
      return try open(preposition, word)
    }
    switch place {
    case .closed(let after):
      guard case .assignment(let key, let value, _, _) = after.content else { throw unexpected(word) }
      throw ShellError(.valueNeedsQuotes(key: key, value: value, text), at: word.span)
    case .ended: throw unexpected(word)
    case .subject, .object: try append(text, word, isQuoted: false)
    }
  }

  /// Whether a preposition that the form doesn't take stands inside a slot of free words.
  private func belongsToText(_ word: Preposition.Word) -> Bool {
    guard result.form.preposition(word.rawValue) == nil else { return false }
    switch place {
    case .subject: return result.form.subject?.content == .text
    case .object(let preposition, _): return preposition.slot.content == .text
    case .closed, .ended: return false
    }
  }

  private mutating func open(_ word: Preposition.Word, _ at: Word) throws(ShellError) {
    try closeObject()
    guard let preposition = result.form.preposition(word.rawValue) else {
      let key = result.form.key(word.rawValue).map { "\($0.name)=\($0.type.label)" }
      let allowed = result.form.prepositions.map(\.word.rawValue) + [key].compactMap(\.self)
      throw ShellError(
        .unexpectedPreposition(verb: verbAndKind, word.rawValue, allowed: allowed), at: at.span)
    }
    if !preposition.isRepeatable, result.objects.contains(where: { $0.preposition.word == word }) {
      throw ShellError(.repeated(word.rawValue), at: at.span)
    }
    place = .object(preposition, after: at.span)
  }

  /// A quoted text is the name if a slot waits for one, else the last text.
  private mutating func quoted(_ text: String, _ word: Word) throws(ShellError) {
    switch place {
    case .subject where result.form.subject != nil && result.subject == nil && !isTextForItself:
      return try append(text, word, isQuoted: true)
    case .object(_, let after) where result.objects.last.map({ $0.phrase.span.start < after.start }) ?? true:
      return try append(text, word, isQuoted: true)
    default: break
    }
    guard result.form.text != .none else { throw unexpected(word) }
    guard result.text == nil else { throw unexpected(word) }
    try closeObject()
    result.text = ParsedCommand.Phrase(text: text, span: word.span, isQuoted: true)
    place = .ended
  }

  /// Whether a text in quotes is not taken for the subject, which is a number or a name that may be left out.
  private var isTextForItself: Bool {
    guard let subject = result.form.subject, subject.isOptional, result.form.text != .none else {
      return false
    }
    return switch subject.content {
    case .value, .thing: true
    default: false
    }
  }

  private mutating func append(_ text: String, _ word: Word, isQuoted: Bool) throws(ShellError) {
    let phrase = ParsedCommand.Phrase(text: text, span: word.span, isQuoted: isQuoted)
    switch place {
    case .subject:
      guard result.form.subject != nil else { throw unexpected(word) }
      result.subject = joined(result.subject, phrase)
    case .object(let preposition, let after):
      if let last = result.objects.last, last.phrase.span.start > after.start {
        result.objects.removeLast()
        result.objects.append(.init(preposition: preposition, phrase: joined(last.phrase, phrase)))
      } else {
        result.objects.append(.init(preposition: preposition, phrase: phrase))
      }
      if text.hasSuffix(":"), !isQuoted { takeSubject() }
    case .closed, .ended: throw unexpected(word)
    }
  }

  /// `order for Северсталь: bearings 100` says what `order Северсталь for bearings 100` says.
  private mutating func takeSubject() {
    guard result.subject == nil, result.objects.count == 1, let subject = result.form.subject,
      !subject.isOptional, case .thing = subject.content,
      let object = result.objects.last, object.preposition.slot.content == .text
    else { return }
    let name = object.phrase
    result.objects.removeLast()
    result.subject = ParsedCommand.Phrase(
      text: String(name.text.dropLast()), span: Span(name.span.start, name.span.end - 1),
      isQuoted: name.isQuoted)
  }

  private func joined(_ first: ParsedCommand.Phrase?, _ second: ParsedCommand.Phrase) -> ParsedCommand.Phrase
  {
    guard let first else { return second }
    return ParsedCommand.Phrase(
      text: "\(first.text) \(second.text)", span: Span(first.span.start, second.span.end),
      isQuoted: first.isQuoted || second.isQuoted)
  }

  private mutating func assign(
    _ name: String, _ value: String, quoted: Bool, valueSpan: Span, word: Word
  ) throws(ShellError) {
    try closeObject()
    guard let key = result.form.key(name) else {
      let allowed = result.form.keys.map(\.name)
      let near = NearNames.of(name, among: allowed)
      let span = Span(word.span.start, word.span.start + name.utf8.count)
      throw ShellError(.unknownKey(verb: verbAndKind, name, allowed: allowed, near: near), at: span)
    }
    guard !result.assignments.contains(where: { $0.key.name == key.name }) else {
      throw ShellError(.repeated(key.name), at: word.span)
    }
    result.assignments.append(
      .init(key: key, phrase: .init(text: value, span: valueSpan, isQuoted: quoted)))
    if case .ended = place { return }
    place = .closed(after: word)
  }

  /// A preposition must have led something in before the next part begins.
  private func closeObject() throws(ShellError) {
    guard case .object(let preposition, let after) = place else { return }
    if let last = result.objects.last, last.phrase.span.start > after.start { return }
    let what = "\(preposition.slot.label) after '\(preposition.word.rawValue)'"
    throw ShellError(
      .missing(verb: verbAndKind, what: what, usage: usage), at: after,
      missing: .object(preposition, at: after.end, isThere: true))
  }

  private func checkComplete() throws(ShellError) {
    guard let (what, part) = missing else { return }
    let end = source.utf8.count
    throw ShellError(
      .missing(verb: verbAndKind, what: what, usage: usage), at: Span(end, end), missing: part)
  }

  /// The first part that the line lacks.
  private var missing: (what: String, part: MissingPart)? {
    let form = result.form
    let end = words.last?.span.end ?? headEnd
    if let subject = form.subject, !subject.isOptional, result.subject == nil {
      return (subject.label, .word(subject.label, at: headEnd))
    }
    for preposition in form.prepositions where preposition.isRequired {
      if result.objects.contains(where: { $0.preposition.word == preposition.word }) { continue }
      return ("'\(preposition.word.rawValue) \(preposition.slot.label)'", .object(preposition, at: end))
    }
    if case .required(let label) = form.text, result.text == nil {
      return ("\"\(label)\" at its end", .text(label, at: end))
    }
    for key in form.keys where key.isRequired {
      if result.assignments.contains(where: { $0.key.name == key.name }) { continue }
      return ("\(key.name)=\(key.type.label)", .key(key, at: end))
    }
    return nil
  }

  private func unexpected(_ word: Word) -> ShellError {
    let bytes = Array(source.utf8)[word.span.start..<word.span.end]
    let text = String(decoding: bytes, as: UTF8.self)
    return ShellError(.unexpected(verb: verbAndKind, text, usage: usage), at: word.span)
  }

  private var verbAndKind: String {
    ([command.name] + [result.kind].compactMap { $0 }).joined(separator: " ")
  }
  private var usage: String { Usage.line(command, result.form) }
}
