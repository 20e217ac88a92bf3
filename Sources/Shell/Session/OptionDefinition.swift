import CypherEngine

/// An option of the command line, declared once: parsing, `--help` and the man page derive from it.
struct OptionDefinition: Sendable {
  /// The long name without its dashes.
  let name: String
  /// The letter, if there is one.
  let letter: Character?
  /// What its value is called; nil for a switch.
  let value: String?
  /// What it does, in one line.
  let summary: String
  /// The values that it takes; empty for any.
  let choices: [String]
  /// Takes the option's value, or says what is wrong with it.
  let apply: @Sendable (inout Options, String) -> String?

  private init(
    _ name: String, _ letter: Character? = nil, value: String? = nil, _ summary: String,
    choices: [String] = [], apply: @escaping @Sendable (inout Options, String) -> String?
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.summary = summary
    self.choices = choices
    self.apply = apply
  }

  private static func flag(
    _ name: String, letter: Character? = nil, _ path: any WritableKeyPath<Options, Bool> & Sendable,
    _ summary: String
  ) -> OptionDefinition {
    OptionDefinition(name, letter, summary) { options, _ in
      options[keyPath: path] = true
      return nil
    }
  }

  /// The formats of results.
  static let formats = ["table", "markdown", "csv", "tsv", "json", "jsonl", "vertical"]

  private static let limits = LimitSetting.all.map { setting in
    OptionDefinition("max-\(setting.name)", value: setting.label, setting.summary) { options, text in
      var probe = Limits()
      guard setting.apply(text, to: &probe) else { return setting.expectation }
      options.limits.append(Options.LimitChange(name: setting.name, value: text))
      return nil
    }
  }

  private static let whens = Options.When.allCases.map(\.rawValue)

  /// All options, as `--help` lists them.
  static let all: [OptionDefinition] =
    [
      OptionDefinition(
        "command", "c", value: "STATEMENTS", "run statements; may be repeated, in order with -f"
      ) {
        $0.work.append(.statements($1))
        return nil
      },
      OptionDefinition("file", "f", value: "SCRIPT", "run a script; may be repeated, in order with -c") {
        $0.work.append(.script(path: $1))
        return nil
      },
      OptionDefinition(
        "format", value: "FORMAT", "show results as \(formats.joined(separator: ", "))", choices: formats
      ) {
        guard formats.contains($1) else { return "one of \(formats.joined(separator: ", "))" }
        $0.format = $1
        return nil
      },
      flag("machine", \.machine, "answer each statement with one line of JSON"),
      flag("keep-going", letter: "k", \.keepGoing, "go on after a statement that failed"),
      flag("atomic", \.atomic, "make all statements one transaction: all or nothing"),
      OptionDefinition("limit", value: "ROWS", "show at most so many rows of a table, and say so") {
        guard let rows = Int($1), rows >= 0 else { return "a number of rows, 0 for all" }
        $0.limit = rows == 0 ? nil : rows
        return nil
      },
      OptionDefinition("color", value: "WHEN", "use colour: auto, always or never", choices: whens) {
        guard let colour = Options.When(rawValue: $1) else { return "one of auto, always, never" }
        $0.colour = colour
        return nil
      },
      OptionDefinition(
        "pictures", value: "WHEN", "draw bars and lines in tables: auto, always or never", choices: whens
      ) {
        guard let pictures = Options.When(rawValue: $1) else { return "one of auto, always, never" }
        $0.pictures = pictures
        return nil
      },
      flag("read-only", \.readOnly, "refuse everything that writes"),
      flag("safe", \.safe, "no files but the book, no shell, no environment, limits; cannot be undone"),
      flag("no-rc", \.noRC, "skip the start-up script"),
      flag("man", \.manual, "print the manual page, for man"),
      OptionDefinition(
        "completions", value: "SHELL", "print what completes kamsh's options in bash, zsh or fish",
        choices: ShellCompletions.shells
      ) {
        guard ShellCompletions.shells.contains($1) else {
          return "one of \(ShellCompletions.shells.joined(separator: ", "))"
        }
        $0.completions = $1
        return nil
      },
      flag("help", letter: "h", \.help, "show this help"),
      flag("version", letter: "V", \.version, "show the version"),
    ] + limits
}
