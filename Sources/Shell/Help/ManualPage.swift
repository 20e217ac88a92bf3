/// The manual page, from the declared options and verbs, for `man`.
enum ManualPage {
  /// The page in the man macros of roff.
  static func text(_ registry: CommandRegistry) -> String {
    var lines = [".TH KAMSH 1 \"\" \"kamsh \(Version.text)\" \"User Commands\""]
    lines += section(
      "NAME", [escaped("kamsh - shell for key account management over a graph of clients and people")])
    lines += section("SYNOPSIS", [synopsis])
    lines += section("DESCRIPTION", paragraphs(description))
    lines += section("OPTIONS", OptionDefinition.all.flatMap(option))
    for category in Command.Category.allCases {
      let commands = registry.commands.filter { $0.category == category }.sorted { $0.name < $1.name }
      if commands.isEmpty { continue }
      lines += section("COMMANDS: \(category.rawValue.uppercased())", commands.flatMap(command))
    }
    lines += section("KEYS AT THE PROMPT", keys.flatMap { item(bold($0.0), $0.1) })
    lines += section("FILES", files.flatMap { item(italic($0.0), $0.1) })
    lines += section("ENVIRONMENT", variables.flatMap { item(bold($0.0), $0.1) })
    lines += section("EXIT STATUS", statuses.flatMap { item(bold($0.0), $0.1) })
    return lines.joined(separator: "\n")
  }

  private static let synopsis =
    ".B kamsh\n[\\fIOPTION\\fR]... [\\fIBOOK.json\\fR] [\\fISCRIPT.kam\\fR] [\\fIKEY\\fR=\\fIVALUE\\fR]..."

  private static let description = [
    "kamsh keeps clients, the people who work there, the roles in which they decide, and the competitors around them in "
      + "one graph, which a book holds as JSON. Commands record and ask; queries in openCypher do all that commands don't.",
    "A statement that begins with \(FirstWord.clauseStarters.joined(separator: ", ")) is a query and ends with ';'. "
      + "Any other one is a command and ends with its line; '\\' at its end continues it.",
    "Without -c, -f or a script, statements come from the terminal or from standard input.",
  ]

  private static let keys = [
    ("Enter", "run the statement, or go on in a new line while it isn't whole"),
    ("TAB", "complete verbs, names, keys and values; twice lists them"),
    ("Up, Down", "go through the lines of the text, then through the history of statements"),
    ("Ctrl-R", "search the history; Ctrl-R again goes further back, Ctrl-G gives up"),
    ("Ctrl-C", "drop the line, or stop the statement that runs and roll it back"),
    ("Ctrl-D", "leave, on an empty line"),
    ("Ctrl-_", "take the last change of the line back"),
  ]

  private static let files = [
    ("$XDG_CONFIG_HOME/kamsh/kamshrc.kam", "statements that run at the start; ~/.config where it isn't set"),
    ("$XDG_CONFIG_HOME/kamsh/commands/*.kam", "scripts that are commands of their name"),
    ("$XDG_STATE_HOME/kamsh/history", "what was typed; ~/.local/state where it isn't set"),
    ("~/.editrc", "keys of the prompt; see editrc(5)"),
  ]

  private static let variables = [
    ("NO_COLOR", "no colour, unless --color asks for it"),
    ("LC_ALL, LC_CTYPE, LANG", "whether pictures are made of blocks, in UTF-8, or of plain characters"),
    ("PAGER", "the program that shows long answers"),
    ("TERM", "'dumb' takes plain lines instead of editing them"),
  ]

  private static let statuses = [
    ("0", "all well"), ("1", "a statement failed"), ("2", "wrong usage"),
    ("3", "the book could not be opened or saved"), ("130", "interrupted"),
    ("141", "the output was closed early"),
  ]

  private static func option(_ option: OptionDefinition) -> [String] {
    let letter = option.letter.map { bold("-\($0)") + ", " } ?? ""
    let value = option.value.map { "=" + italic($0) } ?? ""
    return item(letter + bold("--\(option.name)") + value, option.summary)
  }

  /// A verb: its forms, what it does, its details.
  private static func command(_ command: Command) -> [String] {
    let usages = Usage.lines(command)
    var lines: [String] = []
    for (index, usage) in usages.enumerated() { lines += [index == 0 ? ".TP" : ".TQ", bold(usage)] }
    lines.append(escaped(command.summary + "."))
    if !command.aliases.isEmpty { lines.append(escaped("Also: \(command.aliases.joined(separator: ", ")).")) }
    return lines
  }

  private static func section(_ title: String, _ lines: [String]) -> [String] { [".SH \"\(title)\""] + lines }

  private static func paragraphs(_ texts: [String]) -> [String] {
    texts.flatMap { [".PP", escaped($0)] }
  }

  private static func item(_ tag: String, _ text: String) -> [String] { [".TP", tag, escaped(text)] }

  private static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }
  private static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

  /// A text without meaning to roff: no escapes, no requests at the beginning of a line, no soft hyphens.
  static func escaped(_ text: String) -> String {
    var result = ""
    var isStart = true
    for character in text {
      if isStart, character == "." || character == "'" { result += "\\&" }
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
      isStart = character == "\n"
    }
    return result
  }
}
