/// A verb of the shell, declared once: parsing, errors, help, completion and tests derive from it.
struct Command: Sendable {
  /// What a verb is for; help lists the verbs by it.
  enum Category: String, CaseIterable, Sendable {
    case record = "Record"
    case ask = "Ask"
    case report = "Report"
    case script = "Script"
    case change = "Undo and compare"
    case book = "Book and files"
    case session = "Session"

    /// Whether what a verb does can be tried out and taken back.
    var isForTrials: Bool { [.record, .ask, .report, .script].contains(self) }
  }

  /// What a verb does with a line that was parsed and whose names were found.
  typealias Action = @Sendable (Invocation, Session) throws(ShellError) -> Void

  /// The verb, in lower case, words joined by hyphens.
  let name: String
  /// Other spellings of the verb.
  let aliases: [String]
  /// Words that people try for it, each with what they may have meant.
  let guesses: [String: String]
  /// What it does, in one line without a full stop.
  let summary: String
  /// Where help lists it.
  let category: Category
  /// What can follow the verb: one form a kind, or a single form without a kind.
  var forms: [Form] { formsOnDemand.value }
  /// What else help says, in paragraphs.
  let details: String
  /// Lines that show it; each runs as a test.
  let examples: [Example]
  /// What it does to the book, which decides whether `--read-only` allows it.
  let effect: Effect
  /// Where a query may stand in its line; such a query runs on to its `;`, over lines.
  let query: QueryPlace
  /// What it does.
  let action: Action
  /// A run of the program needs the forms of few verbs, and making all of them would be half of its start.
  private let formsOnDemand: OnDemand<[Form]>

  /// Where a query may stand in a command.
  enum QueryPlace: Sendable, Equatable {
    /// Nowhere: the line ends the command.
    case nowhere
    /// Right after the verb.
    case afterVerb
    /// After the first `=`, or on the lines that follow it.
    case afterEquals
    /// After a word, such as `in`.
    case after(String)
  }

  /// Whether a verb changes the graph.
  enum Effect: Sendable {
    /// It doesn't.
    case reads
    /// It does, in a transaction that the session opens and ends.
    case writes
    /// It does, and takes care of its transaction itself.
    case writesAlone
    /// It moves through the log of changes itself, between transactions.
    case steps
  }

  /// Declares a verb.
  init(
    _ name: String, aliases: [String] = [], guesses: [String: String] = [:], _ summary: String,
    in category: Category,
    _ effect: Effect = .reads, forms: @autoclosure @escaping @Sendable () -> [Form] = [Form()],
    query: QueryPlace = .nowhere,
    details: String = "", examples: [Example] = [], action: @escaping Action
  ) {
    self.name = name
    self.aliases = aliases
    self.guesses = guesses
    self.summary = summary
    self.category = category
    self.effect = effect
    formsOnDemand = OnDemand(forms)
    self.query = query
    self.details = details
    self.examples = examples
    self.action = action
  }

  /// The kinds that can follow the verb, in the order of declaration.
  var kinds: [String] { forms.compactMap(\.kind) }
}

/// A line that shows a verb at work; it runs as a test.
struct Example: Sendable {
  /// What the line does.
  let summary: String
  /// Statements that come before it, one a line.
  let setUp: [String]
  /// The line itself.
  let line: String
  /// What it prints, without colour; nil when only success is checked.
  let output: String?

  /// Declares an example.
  init(_ line: String, _ summary: String, after setUp: [String] = [], prints output: String? = nil) {
    self.line = line
    self.summary = summary
    self.setUp = setUp
    self.output = output
  }
}
