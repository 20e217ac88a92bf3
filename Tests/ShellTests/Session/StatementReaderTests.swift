import Testing

@testable import Shell

/// How lines become statements.
struct StatementReaderTests {
  private static let registry = CommandRegistry([
    Command("list", "list", in: .ask, action: { _, _ in }),
    Command("let", "bind", in: .script, query: .afterEquals, action: { _, _ in }),
    Command("for", "loop", in: .script, query: .after("in"), action: { _, _ in }),
    Command("timeit", "time", in: .session, query: .afterVerb, action: { _, _ in }),
  ])

  private func read(_ text: String, blankLineEnds: Bool = false) -> [Statement] {
    var reader = StatementReader(
      ByteLines(text), registry: Self.registry, file: "a.kam", blankLineEnds: blankLineEnds)
    var statements: [Statement] = []
    while case .statement(let statement) = reader.next() { statements.append(statement) }
    return statements
  }

  private func texts(_ text: String, blankLineEnds: Bool = false) -> [String] {
    read(text, blankLineEnds: blankLineEnds).map(\.text)
  }

  @Test func `Nothing, blanks, comments and lone semicolons are no statements`() {
    #expect(texts("").isEmpty)
    #expect(texts("\n \t\r\n# note\n#!/usr/bin/env kamsh\n// note\n;;\n").isEmpty)
  }

  @Test func `A query runs over lines to its semicolon`() {
    #expect(texts("MATCH (n)\n  RETURN n;\nlist") == ["MATCH (n)\n  RETURN n", "list"])
    #expect(texts("match(n) return n; return 1 ;list") == ["match(n) return n", "return 1", "list"])
  }

  @Test func `A semicolon in a string, a name or a comment ends nothing`() {
    #expect(texts("RETURN ';\\';' AS `a;b` // ;\n /* ; \n ; */, \";\";").count == 1)
  }

  @Test func `The last query counts without a semicolon`() {
    let statements = read("RETURN 1;\nRETURN 2")
    #expect(statements.map(\.text) == ["RETURN 1", "RETURN 2"])
    #expect(statements.map(\.isTerminated) == [true, false])
  }

  @Test func `A blank line ends a query at the prompt only`() {
    #expect(texts("RETURN\n1\n\nlist", blankLineEnds: true) == ["RETURN\n1", "list"])
    #expect(texts("RETURN\n\n1;list") == ["RETURN\n\n1", "list"])
    #expect(texts("RETURN '\n\n';list", blankLineEnds: true) == ["RETURN '\n\n'", "list"])
  }

  @Test func `A command ends with its line, and a backslash continues it`() {
    #expect(texts("list a\nlist b;\nlist \\\r\n c\r\nlist \\") == ["list a", "list b", "list  \n c", "list"])
  }

  @Test func `A word that only begins like a clause is a command`() {
    #expect(read("matching x").first?.kind == .command(verb: "matching"))
    #expect(read("with-it x").first?.kind == .command(verb: "with-it"))
    #expect(read("Северсталь x").first?.kind == .command(verb: "северсталь"))
    #expect(read("(x)").first?.kind == .command(verb: ""))
  }

  @Test func `A query inside a command runs to its semicolon`() {
    #expect(texts("let x = MATCH (n)\n RETURN n; list") == ["let x = MATCH (n)\n RETURN n", "list"])
    #expect(texts("let x =\n  MATCH (n)\n RETURN n;\nlist") == ["let x =\n  MATCH (n)\n RETURN n", "list"])
    #expect(texts("let x = 1 + 1\nlist") == ["let x = 1 + 1", "list"])
    #expect(texts("let x =\n 2\nlist") == ["let x =\n 2", "list"])
    #expect(texts("for r in MATCH (n)\nRETURN n;\nlist") == ["for r in MATCH (n)\nRETURN n", "list"])
    #expect(texts("for r in [1, 2]\nlist") == ["for r in [1, 2]", "list"])
    #expect(texts("timeit RETURN 1;list") == ["timeit RETURN 1", "list"])
    #expect(texts("let x =") == ["let x ="])
    #expect(texts("let x\nlist") == ["let x", "list"])
  }

  @Test func `A statement knows its file, its line and what stands before it`() {
    let statements = read("# one\nRETURN 1; RETURN\n2;\nlist")
    #expect(statements.map(\.origin.line) == [2, 2, 4])
    #expect(statements[1].origin == Origin(file: "a.kam", line: 2, leading: "RETURN 1; "))
  }

  @Test func `Blocks nest and need their end`() throws {
    var reader = BlockReader(
      StatementReader(
        ByteLines("if true\nif false\nlist a\nelse if x\nlist b\nelse\nlist c\nend\nend\nlist d"),
        registry: Self.registry, file: nil))
    guard case .node(.choice(let outer, otherwise: [])) = try reader.next(),
      case .choice(let inner, let otherwise)? = outer.first?.body.first
    else {
      Issue.record("no choice in a choice")
      return
    }
    #expect(inner.map(\.condition.text) == ["if false", "else if x"])
    #expect(otherwise.count == 1)
    guard case .node(.statement(let last)) = try reader.next() else {
      Issue.record("no statement after the block")
      return
    }
    #expect(last.text == "list d")
  }

  @Test(arguments: ["if true\nlist", "end", "else", "for x in [1]\nelse\nend", "if 1\nelse\nelse\nend"])
  func `A block without its other half is an error`(_ text: String) {
    var reader = BlockReader(StatementReader(ByteLines(text), registry: Self.registry, file: nil))
    #expect(throws: ShellError.self) { while try reader.next() != .end {} }
  }

  @Test func `Blocks may not nest without end`() {
    let text = String(repeating: "if true\n", count: 10_000)
    var reader = BlockReader(StatementReader(ByteLines(text), registry: Self.registry, file: nil))
    #expect(throws: ShellError.self) { try reader.next() }
  }
}
