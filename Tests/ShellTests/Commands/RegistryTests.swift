import CypherSyntax
import Testing

@testable import Shell

/// What holds for every verb.
struct RegistryTests {
  private static let commands = CommandRegistry.standard.commands

  @Test func `Names and aliases are unique`() {
    let names = Self.commands.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test func `No verb is a first word of a query, and every query begins with a clause of Cypher`() {
    for command in Self.commands {
      for name in [command.name] + command.aliases {
        #expect(!FirstWord.beginsQuery(Array(name.utf8)[...]), "\(name)")
        // DELETE, SET and REMOVE are clauses with which no query begins.
        #expect(!CypherKeywords.clauseStarters.contains(name.uppercased()) || name == "delete", "\(name)")
      }
    }
    for word in FirstWord.clauseStarters { #expect(CypherKeywords.clauseStarters.contains(word), "\(word)") }
  }

  @Test(arguments: commands.map(\.name))
  func `A verb says what it does in one line, and its words are in order`(_ name: String) throws {
    let command = try #require(CommandRegistry.standard.command(name))
    #expect(!command.summary.isEmpty && !command.summary.hasSuffix(".") && !command.summary.contains("\n"))
    #expect(name == name.lowercased())
    for form in command.forms {
      let keys = form.keys.map(\.name)
      #expect(Set(keys).count == keys.count)
      let words = form.prepositions.map(\.word)
      #expect(Set(words).count == words.count)
    }
    #expect(Set(command.kinds).count == command.kinds.count)
  }

  @Test(.enabled(if: TestShell.canMatch, "the engine plans no MATCH yet"), arguments: commands.map(\.name))
  func `Every example does what help says`(_ name: String) throws {
    let command = try #require(CommandRegistry.standard.command(name))
    for example in command.examples {
      let shell = TestShell()
      for line in example.setUp { shell.run(line) }
      #expect(shell.errors == "", "before \(example.line)")
      let printed = shell.run(example.line)
      #expect(shell.errors == "", "\(example.line)")
      if let output = example.output { #expect(printed == output, "\(example.line)") }
    }
  }
}
