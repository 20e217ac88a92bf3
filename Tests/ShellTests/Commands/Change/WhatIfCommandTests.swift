import PropertyGraph
import Testing

@testable import Shell

struct WhatIfCommandTests {
  /// Two clients: seventy of a hundred at Северсталь by Petrova, thirty at "Back to Basics" by nobody.
  private func shell(isMachine: Bool = false, rules: SessionRules = SessionRules()) -> TestShell {
    let shell = TestShell(isMachine: isMachine)
    shell.run(
      "add own Мы", "add client Северсталь", "add client \"Back to Basics\"", "add competitor Timken",
      "add product seals unitCost=6", "add product bearings unitCost=10", "add person Petrova at Мы",
      "manage Северсталь by Petrova since 2026-01-01", "order Северсталь for seals 60 @16 on 2026-03-02",
      "order Северсталь for bearings 10 @20 on 2026-03-02",
      "order \"Back to Basics\" for seals 30 @16 on 2026-03-03",
      "concede deferral 60d at Северсталь from 2026-02-01")
    #expect(shell.errors == "")
    shell.session.rules = rules
    return shell
  }

  /// All that the graph holds, and how far its log goes.
  private func state(_ shell: TestShell) throws -> [String] {
    let session = shell.session
    let rows =
      try session.rows("MATCH (n) RETURN id(n), labels(n), properties(n) ORDER BY id(n)")
      + session.rows("MATCH (a)-[r]->(b) RETURN id(r), id(a), type(r), properties(r), id(b) ORDER BY id(r)")
    let log = [session.graph.sequence, session.graph.transactions.count].map(String.init)
    return rows.map { $0.map(session.valueText.literal).joined(separator: " ") } + log
      + [String(session.graph.isInTransaction)]
  }

  @Test(arguments: [
    "what-if lose Северсталь to Timken", "what-if add client Новый", "what-if delete Северсталь",
    "what-if MATCH (n) DETACH DELETE n;", "what-if MATCH (c:Client) SET c:Odd, c.strange = 1;",
    "what-if\n  lose Северсталь\n  let x = 1\n  RETURN 1 AS one;\n  if true\n    add client Другой\n  end\nend",
    "what-if lose Северсталь for bearings", "what-if lose Nobody", "what-if list clients",
    "what-if add client Третий wrong=2", "what-if\n  add client Другой\n  fail \"stop\"\nend",
    "what-if\n  add client Другой\n  undo\nend", "what-if\n  add client A\n  what-if add client B\nend",
    "what-if\n  columns profit=percent\nend", "what-if\nend",
  ])
  func `Nothing is left of what is tried out`(_ text: String) throws {
    let shell = shell()
    shell.run("add client Extra", "undo", "let y = 7", "RETURN 42 AS answer;")
    let before = try state(shell)
    shell.run(text)
    _ = shell.errors
    #expect(try state(shell) == before)
    #expect(shell.session.variables.mapValues(shell.session.valueText.literal) == ["y": "7"])
    #expect(shell.session.columnStyles.isEmpty)
    // What was answered last is the comparison, or what was answered before where there is none.
    let last = shell.session.lastAnswer
    #expect(last?.columns.first == "figure" || last?.single.map(shell.session.valueText.literal) == "42")
    // What was undone can still be made again.
    #expect(shell.run("redo").hasPrefix("redone: add client Extra"))
  }

  @Test func `A client that is lost brings nothing any more, and its manager neither`() {
    let printed = shell().run("what-if lose Северсталь to Timken")
    for line in [
      " profit               │ all                  │    1000 │   300 │    -700",
      " HHI                  │ all                  │    5800 │ 10000 │   +4200",
      " share of profit      │ Северсталь           │    70 % │   0 % │  -70 pp",
      " most exposed manager │ Petrova → nobody     │",
      " frozen capital       │ all                  │",
    ] { #expect(printed.contains(line), "\(line)\n\(printed)") }
    #expect(!printed.contains("lost Северсталь"), "nothing was lost")
  }

  @Test func `It compares with the figures as they are at that time`() {
    let shell = shell()
    let profit = { (text: String) in
      text.split(separator: "\n").first { $0.hasPrefix(" profit  ") }.map { $0.filter { $0 != " " } }
    }
    #expect(profit(shell.run("what-if lose Северсталь")) == "profit│all│1000│300│-700")
    #expect(profit(shell.run("what-if lose \"Back to Basics\"")) == "profit│all│1000│700│-300")
    shell.run("order Северсталь for seals 50 @16 on 2026-04-01")
    #expect(profit(shell.run("what-if lose Северсталь")) == "profit│all│1500│300│-1200")
    shell.run("undo")
    #expect(profit(shell.run("what-if lose Северсталь")) == "profit│all│1000│300│-700")
    // A year later the orders have left the window.
    shell.run("let today = date('2027-11-20')")
    #expect(profit(shell.run("what-if lose Северсталь")) == "profit│all│0│0│0")
    #expect(shell.errors == "")
  }

  @Test func `A product that is lost takes only its own business away`() {
    let printed = shell().run("what-if lose Северсталь for bearings")
    #expect(printed.contains("│    1000 │      900 │     -100"), "\(printed)")
  }

  @Test func `A suspected loss changes no figure`() {
    let printed = shell().run("what-if lose Северсталь status=suspected")
    #expect(printed.contains("│   1000 │   1000 │      0"), "\(printed)")
  }

  @Test func `Reports inside a block see what is tried out, and after it what is`() {
    let shell = shell()
    shell.run("format csv")
    let share = "report key-clients to=2026-11-21"
    #expect(
      shell.run("what-if\nlose Северсталь\n\(share)\nend").contains("\nBack to Basics,480.0,300.0,1.0,"))
    #expect(shell.run(share).contains("\nСеверсталь,1160.0,700.0,0.7,"))
  }

  @Test func `It works inside an open transaction, which goes on`() {
    let shell = shell()
    shell.run("begin", "add client Kept", "what-if delete Kept", "commit")
    #expect(shell.errors == "")
    #expect(shell.run("MATCH (c:Client {name: 'Kept'}) RETURN count(c);").contains(" 1\n"))
  }

  @Test func `It may be asked where writing is refused`() {
    let shell = shell(rules: SessionRules(isReadOnly: true))
    #expect(shell.run("what-if lose Северсталь").contains("-700"))
    #expect(shell.run("what-if MATCH (o:Order) DETACH DELETE o;").contains("-1000"))
    #expect(shell.errors == "")
    shell.run("lose Северсталь")
    #expect(shell.errors.contains("reading only"))
  }

  @Test func `A statement that could change nothing is refused, and the place is marked`() {
    let shell = shell()
    shell.run("what-if list clients")
    #expect(
      shell.errors == """
        error: 'list' records nothing
          what-if list clients
                  ^^^^^^^^^^^^
        hint: 'what-if' stands before a command that records, or alone before a block up to 'end'
        """)
    shell.run("what-if lose Северсталь for dough")
    #expect(shell.errors.contains("no such product: 'dough'\n  what-if lose Северсталь for dough\n"))
    shell.run("what-if MATCH (c) RETURN c;")
    #expect(shell.errors.contains("the query writes nothing"))
  }

  @Test func `An empty portfolio has figures of nothing`() {
    let shell = TestShell()
    let printed = shell.run("what-if add client Acme")
    #expect(shell.errors == "")
    #expect(
      printed.contains(
        " profit               │ all │      0 │     0 │      0\n HHI                  │ all │        │"),
      "\(printed)")
  }

  @Test func `Programs get every digit and no words`() {
    let printed = shell(isMachine: true).run("what-if lose Северсталь")
    #expect(printed.contains("[\"share of profit\",\"Северсталь\",0.7,0.0,-0.7]"), "\(printed)")
    #expect(printed.contains("\"changes\":{}"))
  }
}
