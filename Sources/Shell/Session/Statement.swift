/// One statement as it was read: a query or a command, and where it came from.
struct Statement: Sendable, Equatable {
  /// What decides how it runs.
  enum Kind: Sendable, Equatable {
    /// openCypher, without its final `;`.
    case query
    /// A command; its verb, in lower case.
    case command(verb: String)
  }

  /// A query or a command.
  let kind: Kind
  /// The text, from the first word on.
  let text: String
  /// Where it stands.
  let origin: Origin
  /// Whether a query was ended by `;` or by the end of the input.
  var isTerminated = true
  /// Whether its bytes were UTF-8; if not, the text is only good for messages.
  var isText = true
}

/// Where a text stands.
struct Origin: Sendable, Equatable {
  /// The file, or what stands for it: `-c`, `standard input`; nil at the prompt.
  var file: String?
  /// The line of the first character, from 1.
  var line: Int
  /// What stands before the first character on its line.
  var leading = ""
}
