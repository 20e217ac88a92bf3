import CypherSyntax
import Testing

@testable import Shell

/// The one grammar of commands, on declared verbs that do nothing.
struct CommandParserTests {
  private static let registry = CommandRegistry([
    Command(
      "log", "record a contact", in: .record, .writes,
      forms: ["call", "visit"].map { kind in
        Form(
          kind,
          [
            Preposition(.with, .thing(.person), repeatable: true), Preposition(.at, .thing(.client)),
            Preposition(.on, .date), Preposition(.about, .text, "TOPIC"),
          ],
          keys: [
            KeyDefinition("direction", .enumeration(["in", "out"]), "who began"),
            KeyDefinition("note", .text, "free text"),
          ],
          text: .optional("SUMMARY"))
      },
      action: { _, _ in }),
    Command(
      "add", "make a thing", in: .record, .writes,
      forms: [Form("client", aliases: ["customer"], subject: Slot(.newName))], action: { _, _ in }),
    Command(
      "works", "record a job", in: .record, .writes,
      forms: [
        Form(
          subject: Slot(.thing(.person)), [Preposition(.at, .thing(.company), required: true)],
          keys: [KeyDefinition("title", .text, "position", required: true)])
      ], action: { _, _ in }),
    Command("find", "look for a text", in: .ask, forms: [Form(subject: Slot(.text))], action: { _, _ in }),
    Command(
      "assert", "check", in: .script, forms: [Form(subject: Slot(.raw, "EXPRESSION"))], action: { _, _ in }),
  ])

  private func parse(_ line: String) throws(ShellError) -> ParsedCommand {
    try CommandParser.parse(line, registry: Self.registry)
  }

  private func failure(_ line: String) -> ShellError? {
    do throws(ShellError) {
      _ = try parse(line)
      return nil
    } catch {
      return error
    }
  }

  /// The part of the line that an error points at.
  private func marked(_ line: String) -> String? {
    guard let span = failure(line)?.span else { return nil }
    return String(decoding: Array(line.utf8)[span.start..<span.end], as: UTF8.self)
  }

  @Test func `Names of several words need no quotes`() throws {
    let line = try parse(
      #"log call with Ivan Petrov at Северсталь ПАО on 2026-11-20 about bearings "asks for 60 days""#)
    #expect(line.kind == "call")
    #expect(line.objects.map(\.phrase.text) == ["Ivan Petrov", "Северсталь ПАО", "2026-11-20", "bearings"])
    #expect(line.text?.text == "asks for 60 days")
  }

  @Test func `A repeatable preposition stands several times and another one only once`() throws {
    #expect(try parse("log call with Ivan with Anna").objects.map(\.phrase.text) == ["Ivan", "Anna"])
    #expect(failure("log call at A at B")?.fact == .repeated("at"))
  }

  @Test func `A name in quotes may hold a preposition`() throws {
    #expect(try parse(#"log call at "Back to Basics""#).objects.map(\.phrase.text) == ["Back to Basics"])
    #expect(try parse(#"add client "Back to Basics""#).subject?.text == "Back to Basics")
    let line = try parse(#"log call at "Back to Basics" "asks for 60 days""#)
    #expect(line.text?.text == "asks for 60 days")
  }

  @Test func `Words of a text keep prepositions that the verb does not take`() throws {
    #expect(try parse("find way to market").subject?.text == "way to market")
    #expect(try parse("log call about the way to market").objects.first?.phrase.text == "the way to market")
  }

  @Test func `A backslash continues the line and a hash ends it`() throws {
    let line = try parse("log call \\\n  with Ivan # by phone\n")
    #expect(line.objects.map(\.phrase.text) == ["Ivan"])
    #expect(try parse(#"assert 'a # b' = "x" # why"#).subject?.text == #"'a # b' = "x""#)
  }

  @Test func `A verb and a kind may be in capitals, an alias stands for its kind`() throws {
    #expect(try parse("ADD Customer Acme").kind == "client")
  }

  @Test func `An unknown verb names the near one`() {
    #expect(failure("lgo call")?.fact == .unknownVerb("lgo", near: ["log"]))
    #expect(marked("lgo call") == "lgo")
  }

  @Test func `An unknown kind names the allowed ones`() {
    #expect(
      failure("log cal with Ivan")?.fact
        == .unknownKind(verb: "log", "cal", allowed: ["call", "visit"], near: ["call"]))
    #expect(failure("log")?.fact == .missingKind(verb: "log", allowed: ["call", "visit"]))
  }

  @Test func `An unknown key names the near one and points at the key`() {
    let line = "log call directon=in"
    #expect(
      failure(line)?.fact
        == .unknownKey(verb: "log call", "directon", allowed: ["direction", "note"], near: ["direction"]))
    #expect(marked(line) == "directon")
  }

  @Test func `An unclosed quote points at its beginning`() {
    let line = #"log call "asks"#
    #expect(failure(line)?.fact == .unclosedQuote)
    #expect(failure(line)?.span == Span(9, 10))
  }

  @Test func `A value of several words without quotes gets a hint`() {
    #expect(
      failure("works Ivan at Acme title=Head of Sales")?.hint
        == #"a value of several words is put in quotes: title="Head of""#)
  }

  @Test func `A preposition without a name and a name that is missing are errors`() {
    #expect(marked("log call with on 2026-11-20") == "with")
    #expect(failure("works at Acme title=x")?.message == "'works' needs PERSON")
    #expect(failure("works Ivan title=x")?.message == "'works' needs 'at COMPANY'")
    #expect(failure("works Ivan at Acme")?.message == "'works' needs title=TEXT")
    #expect(failure("assert")?.message == "'assert' needs EXPRESSION")
  }

  @Test func `A preposition that the verb does not take is an error that speaks of quotes`() {
    #expect(
      failure("add client Back to Basics")?.fact
        == .unexpectedPreposition(verb: "add client", "to", allowed: []))
  }

  @Test func `Empty and odd lines are errors and never traps`() {
    for line in ["", " ", "\\", "=", "\"", "'", "log call with\\", "add client \\", "log call =x"] {
      #expect(failure(line) != nil)
    }
    #expect(failure("log call \\") == nil)
  }
}
