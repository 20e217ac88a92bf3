import CypherSyntax
import Persistence

/// What went wrong in a statement: the facts, and the place in its text.
struct ShellError: Error, Sendable, Equatable {
  /// What went wrong.
  var fact: Fact
  /// The place in the statement's text, in bytes.
  var span: Span?
  /// The statement in whose text the place is, once it is known.
  var statement: Statement?
  /// What the line lacks, where a person could be asked for it.
  var missingPart: MissingPart?

  /// Makes an error of a fact and its place.
  init(_ fact: Fact, at span: Span? = nil, missing part: MissingPart? = nil) {
    self.fact = fact
    self.span = span
    missingPart = part
  }

  /// Takes an error of a query.
  init(_ error: CypherError) {
    self.init(.query(error), at: error.span)
  }

  /// Takes an error of a file.
  init(_ error: DataError, at span: Span? = nil) {
    self.init(error.fact == .cancelled ? .interrupted : .data(error), at: span)
  }

  /// The sorts of failures, each with what is known of it.
  enum Fact: Sendable, Equatable {
    /// A query failed.
    case query(CypherError)
    /// The first word is no verb.
    case unknownVerb(String, near: [String])
    /// The word after the verb is none of its kinds.
    case unknownKind(verb: String, String, allowed: [String], near: [String])
    /// The verb needs a kind.
    case missingKind(verb: String, allowed: [String])
    /// A preposition that the verb doesn't take.
    case unexpectedPreposition(verb: String, String, allowed: [String])
    /// A preposition or a key stands twice.
    case repeated(String)
    /// Words where none are taken.
    case unexpected(verb: String, String, usage: String)
    /// A second word after `key=value` without quotes.
    case valueNeedsQuotes(key: String, value: String, String)
    /// Something that must be given is not there.
    case missing(verb: String, what: String, usage: String)
    /// A key that the verb doesn't take.
    case unknownKey(verb: String, String, allowed: [String], near: [String])
    /// A value that isn't what its place takes.
    case badValue(place: String, String, expected: String)
    /// A value that is not in its enumeration.
    case notAllowed(place: String, String, allowed: [String], near: [String])
    /// A text in quotes that doesn't end.
    case unclosedQuote
    /// No node bears the name.
    case unknownName(noun: String, String, near: [String], add: String?)
    /// Several nodes bear the name.
    case ambiguousName(noun: String, String, candidates: [String])
    /// A variable that was never bound.
    case unknownVariable(String, near: [String])
    /// A command stands where a query still waits for its `;`.
    case missingSemicolon(before: String)
    /// The text ends inside a statement.
    case unfinished(what: String, closing: String)
    /// `end` or `else` without its beginning.
    case strayBlockWord(String)
    /// An assertion doesn't hold.
    case assertion(expression: String, message: String?, found: String?)
    /// The script said `fail`.
    case failed(String)
    /// A file could not be read or written.
    case file(path: String, reason: String)
    /// A file could not be read or written, or what it holds is wrong.
    case data(DataError)
    /// The file of the book was changed by somebody else.
    case bookChanged(path: String)
    /// The session may not write.
    case readOnly(String)
    /// `--safe` forbids it.
    case unsafe(String)
    /// Scripts run each other too deeply.
    case tooDeep(Int)
    /// Ctrl-C.
    case interrupted
    /// Anything else: a sentence without a full stop, and what would help.
    case other(String, hint: String?)
  }

  /// The same error with its statement, unless a statement further in was named already.
  func inside(_ statement: Statement) -> ShellError {
    guard self.statement == nil else { return self }
    var error = self
    error.statement = statement
    return error
  }

  /// The same error with its place moved, for a text that is a part of another.
  func moved(by bytes: Int) -> ShellError {
    var error = self
    error.span = span.map { Span($0.start + bytes, $0.end + bytes) }
    error.missingPart = nil
    return error
  }

  /// An error in words of its own.
  static func other(_ message: String, hint: String? = nil, at span: Span? = nil) -> ShellError {
    ShellError(.other(message, hint: hint), at: span)
  }
}
