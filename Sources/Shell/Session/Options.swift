/// What the command line asks for.
public struct Options: Sendable, Equatable {
  /// A piece of work, in the order of the command line.
  public enum Work: Sendable, Equatable {
    /// Statements given by `-c`.
    case statements(String)
    /// A script given by `-f` or by its place.
    case script(path: String)
  }

  /// `--max-NAME=VALUE`.
  public struct LimitChange: Sendable, Equatable {
    /// What is limited.
    public let name: String
    /// How far; a text that was found to be right.
    public let value: String
  }

  /// When colour or pictures are used.
  public enum When: String, CaseIterable, Sendable {
    case auto, always, never
  }

  /// The book to open, if one is named.
  public var book: String?
  /// What to run; nothing means the prompt or standard input.
  public var work: [Work] = []
  /// The `key=value` of scripts, in order.
  public var arguments: [(key: String, value: String)] = []
  /// The name of the format of results.
  public var format: String?
  /// Whether each statement is answered by one line of JSON.
  public var machine = false
  /// Whether the statements after a failure run.
  public var keepGoing = false
  /// Whether all statements form one transaction.
  public var atomic = false
  /// When colour is used.
  public var colour = When.auto
  /// When numbers are drawn as bars and lines beside what is written.
  public var pictures = When.auto
  /// Whether writing is refused.
  public var readOnly = false
  /// Whether files, shell and environment are out of reach.
  public var safe = false
  /// Whether the start-up script is skipped.
  public var noRC = false
  /// The most rows that a table shows; nil for all.
  public var limit: Int?
  /// The limits that are set, in order.
  public var limits: [LimitChange] = []
  /// Whether only the manual page was asked for.
  public var manual = false
  /// The shell whose completions were asked for.
  public var completions: String?
  /// Whether only the help was asked for.
  public var help = false
  /// Whether only the version was asked for.
  public var version = false

  /// Makes the options of an empty command line.
  public init() {}

  /// Compares all but the order of declaration.
  public static func == (a: Options, b: Options) -> Bool {
    a.book == b.book && a.work == b.work && a.arguments.elementsEqual(b.arguments, by: ==)
      && a.format == b.format && a.machine == b.machine && a.keepGoing == b.keepGoing
      && a.atomic == b.atomic && a.colour == b.colour && a.pictures == b.pictures
      && a.readOnly == b.readOnly && a.safe == b.safe
      && a.noRC == b.noRC && a.limit == b.limit && a.limits == b.limits && a.manual == b.manual
      && a.completions == b.completions && a.help == b.help && a.version == b.version
  }
}

/// A command line that is used wrongly.
public struct UsageError: Error, Sendable, Equatable {
  /// What is wrong, without a full stop.
  public let message: String
  /// What would help.
  public let hint: String?
}
