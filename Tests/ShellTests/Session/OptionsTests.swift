import Testing

@testable import Shell

/// The command line by GNU's conventions.
struct OptionsTests {
  private func parse(_ line: String...) throws(UsageError) -> Options { try Options.parse(line) }

  @Test func `Nothing asks for the prompt`() throws {
    #expect(try parse() == Options())
  }

  @Test func `Scripts and statements keep their order`() throws {
    let options = try parse("-f", "a.kam", "folder=x y", "-c", "list clients", "--file=b.kam", "-cRETURN 1")
    #expect(
      options.work == [
        .script(path: "a.kam"), .statements("list clients"), .script(path: "b.kam"), .statements("RETURN 1"),
      ])
    #expect(options.arguments.map(\.key) == ["folder"])
    #expect(options.arguments.map(\.value) == ["x y"])
  }

  @Test func `A script in its place runs in its place`() throws {
    #expect(
      try parse("-c", "begin", "a.kam", "-c", "commit").work
        == [.statements("begin"), .script(path: "a.kam"), .statements("commit")])
  }

  @Test func `A book, a script and its arguments are told apart by their form`() throws {
    let options = try parse("accounts.json", "monthly.kam", "month=11", "--format", "csv")
    #expect(options.book == "accounts.json")
    #expect(options.work == [.script(path: "monthly.kam")])
    #expect(options.format == "csv")
  }

  @Test func `Limits are read with their units`() throws {
    #expect(
      try parse("--max-time=2s", "--max-memory", "64m", "--max-rows=none").limits.map(\.value) == [
        "2s", "64m", "none",
      ])
    #expect(
      throws: UsageError(
        message: "--max-time: 'soon' is not a time such as 500ms, 10s or 2m, or none", hint: nil)
    ) { try parse("--max-time=soon") }
    #expect(throws: UsageError.self) { try parse("--max-rows=-1") }
  }

  @Test func `A short beginning of an option is enough when it is the only one`() throws {
    #expect(try parse("--keep").keepGoing)
    #expect(throws: UsageError(message: "unknown option '--f'", hint: "did you mean '--file' or '--format'?"))
    {
      try parse("--f")
    }
  }

  @Test func `Two dashes end the options`() throws {
    #expect(try parse("--", "--odd.json").book == "--odd.json")
  }

  @Test(arguments: [
    (["--formt", "csv"], "unknown option '--formt'"), (["-z"], "unknown option '-z'"),
    (["--format"], "--format needs FORMAT"), (["--format", "xml"], "--format: 'xml' is not one of"),
    (["--safe=yes"], "--safe takes no value"), (["--limit", "-1"], "--limit: '-1' is not"),
    (["a.json", "b.json"], "two books"), (["x=1"], "'x=…' is for a script"), (["-c"], "-c needs STATEMENTS"),
    (["--color=red"], "--color: 'red' is not"), (["--="], "unknown option"), (["---"], "unknown option"),
  ])
  func `Wrong usage says what is wrong`(_ line: [String], _ message: String) throws {
    let error = #expect(throws: UsageError.self) { try Options.parse(line) }
    #expect(error?.message.hasPrefix(message) == true)
  }

  @Test func `Help lists every option`() {
    for option in OptionDefinition.all { #expect(HelpText.commandLine.contains("--\(option.name)")) }
  }
}
