import PropertyGraph
import TestSupport
import Testing

@testable import Shell

/// Answers in every format, compared with recorded texts.
struct FormatTests {
  private static let query = """
    UNWIND [
      {text: 'Северсталь', number: 1, share: 0.1, day: date('2024-02-29'), rest: [1, 'x', null, {a: 'b'}]},
      {text: '漢字 и 🏭', number: -20, share: 1e300, day: null, rest: (:none)},
      {text: null, number: null, share: null, day: null, rest: null},
      {text: '', number: 9223372036854775807, share: 0.0, day: date('0001-01-01'), rest: {}},
      {text: 'null', number: 3, share: 2.5, day: null, rest: 'a|b, "c"\\td\\\\ne'},
      {text: 'line 1\\nline 2 \\u001b[31mred\\u202e', number: 0, share: -0.5, day: null, rest: true}
    ] AS row
    RETURN row.text AS text, row.number AS number, row.share AS share, row.day AS day, row.rest AS rest;
    """.split(separator: "\n").joined(separator: " ").replacing("(:none)", with: "[]")

  @Test(arguments: ResultFormat.all.map(\.name))
  func `An answer looks as recorded`(_ name: String) throws {
    let shell = TestShell()
    shell.run("format \(name)")
    let output = shell.run(Self.query)
    #expect(shell.errors == "")
    try Golden.check(output + "\n", "format-\(name).txt")
  }

  @Test(arguments: ResultFormat.all.map(\.name))
  func `Nodes, relationships and paths look as recorded`(_ name: String) throws {
    let shell = TestShell()
    shell.run(
      "CREATE (:Person {name: 'Иван', note: 'it\\'s'})-[:KNOWS {strength: 3}]->(:Person:`Odd label` {name: 'Anna'});"
    )
    shell.run("format \(name)")
    let output = shell.run("MATCH p = (a)-[r]->(b) RETURN a, r, p, nodes(p) AS list;")
    #expect(shell.errors == "")
    try Golden.check(output + "\n", "elements-\(name).txt")
  }

  @Test(arguments: ResultFormat.all.map(\.name))
  func `An answer without rows keeps its columns where the format has any`(_ name: String) throws {
    let shell = TestShell()
    shell.run("format \(name)")
    try Golden.check(shell.run("UNWIND [] AS n RETURN n, 1 AS one;") + "\n", "empty-\(name).txt")
    #expect(shell.run("CREATE (:A);") == "")
  }

  @Test(arguments: [20, 40, 60, 80])
  func `A table fits the terminal`(_ width: Int) throws {
    let shell = TestShell(width: width)
    let text = shell.run(
      "UNWIND range(1, 2) AS n RETURN n, 'слово ' + 'длинное-длинное-слово ' + '漢字漢字漢字漢字漢字漢字' AS text, 'x' AS x, 12345.678 AS number;"
    )
    // One that is too narrow for the columns shows the values line by line.
    for line in text.split(separator: "\n") where width > 20 {
      #expect(
        line.reduce(0) { $0 + ($1.isASCII || $1.unicodeScalars.first!.value < 0x2E80 ? 1 : 2) } <= width)
    }
    try Golden.check(text + "\n", "width-\(width).txt")
  }

  @Test func `What is shortened says so, and only at a terminal`() {
    let query = "RETURN reduce(s = '', n IN range(1, 500) | s + 'word ') AS text;"
    #expect(
      TestShell(width: 30).run(query).split(separator: "\n").joined(separator: " ").contains(
        "(1 value shortened to fit; 'format vertical' shows all of them)"))
    #expect(!TestShell().run(query).contains("shortened"))
    #expect(TestShell().run(query).contains("word word"))
  }

  @Test func `A limit of rows says how many there are`() {
    let shell = TestShell(rowLimit: 2)
    let text = shell.run("UNWIND range(1, 5) AS n RETURN n;")
    #expect(text.hasSuffix(" 1\n 2\n(2 of 5 rows; --limit 0 shows all)"))
    shell.run("format vertical")
    #expect(
      shell.run("UNWIND range(1, 5) AS n RETURN n;")
        == "─── 1 ───\nn  1\n─── 2 ───\nn  2\n(2 of 5 rows; --limit 0 shows all)")
    shell.run("format csv")
    #expect(shell.run("UNWIND range(1, 5) AS n RETURN n;") == "n\n1\n2\n3\n4\n5")
  }

  @Test(arguments: ["table", "csv", "tsv", "json", "vertical", "markdown"])
  func `No control character of the data reaches a terminal`(_ name: String) {
    let shell = TestShell(width: 80)
    shell.run("format \(name)")
    let text = shell.run(
      "RETURN 'a\\u001b[31m\\u009b\\u202e\\u007f\\rb' AS `x\\u001b]0;`;", "print '\\u001b[0m'")
    #expect(!text.unicodeScalars.contains { SafeText.isHarmful($0) && $0 != "\n" }, "\(text)")
  }
}
