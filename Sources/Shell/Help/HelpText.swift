import TerminalText

/// Writes help from what verbs and options declare of themselves.
enum HelpText {
  /// All verbs by what they are for.
  ///
  /// - Parameter own: the verbs that the user's scripts make.
  static func overview(_ registry: CommandRegistry, own: [String] = []) -> String {
    var lines: [String] = []
    for category in Command.Category.allCases {
      let commands = registry.commands.filter { $0.category == category }.sorted { $0.name < $1.name }
      guard !commands.isEmpty else { continue }
      lines.append(category.rawValue)
      lines += columns(commands.map { ($0.name, $0.summary) }, indent: 2)
      lines.append("")
    }
    if !own.isEmpty { lines += ["Your own commands", "  " + own.joined(separator: ", "), ""] }
    lines += [
      "A line that begins with MATCH, CREATE, RETURN … is a query in openCypher and ends with ';'.",
      "'help VERB' shows one command with its examples.",
    ]
    return lines.joined(separator: "\n")
  }

  /// One verb: usage, prepositions, keys, examples.
  ///
  /// - Parameter isReflowed: whether lines that go on are joined, to be broken elsewhere.
  static func command(_ command: Command, isReflowed: Bool = false) -> String {
    var lines = ["\(command.name): \(command.summary)", ""]
    lines += Usage.lines(command).map { "  " + $0 }
    if !command.aliases.isEmpty { lines += ["", "Also: \(command.aliases.joined(separator: ", "))"] }
    if !command.details.isEmpty { lines += ["", isReflowed ? joined(command.details) : command.details] }
    lines += keys(of: command)
    if !command.examples.isEmpty {
      lines += ["", "Examples"]
      for example in command.examples {
        lines.append("  # \(example.summary)")
        lines += example.line.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        if let output = example.output, !output.isEmpty {
          lines += output.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A text whose lines go on until one is short: that ends its paragraph.
  private static func joined(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().reduce(into: "") { text, line in
      let isFollowed = line.offset > 0 && lines[line.offset - 1].count > 80
      text += (line.offset == 0 ? "" : isFollowed ? " " : "\n") + line.element
    }
  }

  /// The keys of all forms; those that all forms share are written once.
  private static func keys(of command: Command) -> [String] {
    var lines: [String] = []
    var seen: [[String]] = []
    for form in command.forms where !form.keys.isEmpty {
      let names = form.keys.map(\.name)
      guard !seen.contains(names) else { continue }
      seen.append(names)
      let kinds = command.forms.filter { $0.keys.map(\.name) == names }.compactMap(\.kind)
      let isShared = kinds.count == command.kinds.count
      lines += ["", isShared ? "Keys" : "Keys of \(kinds.joined(separator: ", "))"]
      lines += columns(form.keys.map { ("\($0.name)=\($0.type.label)", $0.summary) }, indent: 2)
    }
    return lines
  }

  /// What `kamsh --help` prints.
  static var commandLine: String {
    var lines = [
      "Usage: kamsh [OPTION]... [BOOK.json] [SCRIPT.kam] [KEY=VALUE]...",
      "A shell for key account management over a graph of clients, people and competitors.", "",
    ]
    lines += columns(OptionDefinition.all.map { (usage($0), $0.summary) }, indent: 2)
    lines += [
      "", "Without -c, -f or a script, statements come from the terminal or from standard input.",
      "Exit status: 0 all well, 1 a statement failed, 2 wrong usage, 3 the book could not be opened or saved,",
      "130 interrupted, 141 the output was closed early.",
    ]
    return lines.joined(separator: "\n")
  }

  private static func usage(_ option: OptionDefinition) -> String {
    let letter = option.letter.map { "-\($0), " } ?? "    "
    return "\(letter)--\(option.name)\(option.value.map { "=\($0)" } ?? "")"
  }

  /// The text with its long lines broken between words; what follows stands below the right column, where there is one.
  static func wrapped(_ text: String, columns: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      guard DisplayWidth.of(String(line)) > columns else { return [String(line)] }
      let margin = hangingIndent(of: line)
      let width = columns - margin
      guard width >= 20 else { return [String(line)] }
      let head = String(line.prefix(margin))
      let lines = CellText.lines(of: String(line.dropFirst(margin)), width: width, limit: .max).lines
      let blanks = String(repeating: " ", count: margin)
      return lines.enumerated().map { ($0 == 0 ? head : blanks) + $1 }
    }.joined(separator: "\n")
  }

  /// Where the second line of a long one begins: behind the last gap of several blanks, which parts the columns.
  private static func hangingIndent(of line: Substring) -> Int {
    let characters = Array(line)
    let leading = characters.prefix { $0 == " " }.count
    for index in stride(from: min(characters.count - 1, 40), to: leading + 1, by: -1)
    where characters[index] != " " && characters[index - 1] == " " && characters[index - 2] == " " {
      return index
    }
    return leading
  }

  /// Two columns; a long left side has its right side on the next line.
  private static func columns(_ rows: [(String, String)], indent: Int) -> [String] {
    let widths = rows.map { $0.0.count }.filter { $0 <= 30 }
    let width = widths.max() ?? 0
    let margin = String(repeating: " ", count: indent)
    return rows.flatMap { left, right in
      let padding = String(repeating: " ", count: max(0, width - left.count) + 2)
      if left.count > width {
        return [margin + left, margin + String(repeating: " ", count: width + 2) + right]
      }
      return [margin + left + padding + right]
    }
  }
}
