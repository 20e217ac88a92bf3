import TerminalText
import Testing

@testable import Shell

struct GeneratedTextTests {
  @Test(arguments: ["man"] + ShellCompletions.shells)
  func `Every text names every option`(kind: String) {
    let made = kind == "man" ? ManualPage.text(.standard) : ShellCompletions.text(for: kind)
    let text = made.replacing("\\-", with: "-")
    for option in OptionDefinition.all {
      #expect(text.contains(kind == "fish" ? "-l \(option.name) " : "--\(option.name)"), "\(option.name)")
    }
  }

  @Test func `The manual page names every verb, and each of its requests is one of man's`() {
    let page = ManualPage.text(.standard)
    for command in CommandRegistry.standard.commands {
      let usage = ManualPage.escaped(Usage.lines(command)[0])
      #expect(page.contains("\n\\fB\(usage)\\fR\n"), "\(command.name)")
    }
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(
        [".TH", ".SH", ".PP", ".TP", ".TQ", ".B"].contains { line == $0 || line.hasPrefix($0 + " ") },
        "\(line)")
    }
  }

  @Test(arguments: [
    ("", ""), ("a-b", "a\\-b"), (".x", "\\&.x"), ("'x", "\\&'x"), ("a\\b", "a\\eb"), ("a\n.b", "a\n\\&.b"),
  ])
  func `Text has no meaning to roff`(text: String, escaped: String) {
    #expect(ManualPage.escaped(text) == escaped)
  }

  @Test(arguments: CommandRegistry.standard.commands.map(\.name) + [""])
  func `Help fits a terminal of eighty columns and loses nothing`(_ verb: String) {
    let text = TestShell(width: 80).run("help \(verb)")
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
    #expect(text.filter { !$0.isWhitespace } == TestShell().run("help \(verb)").filter { !$0.isWhitespace })
  }

  @Test func `What is broken goes on below its column`() {
    let text = HelpText.wrapped("  name=TEXT       one two three four five six\n  a b c", columns: 38)
    #expect(text == "  name=TEXT       one two three four\n                  five six\n  a b c")
  }
}
