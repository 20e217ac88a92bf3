import CypherEngine
import CypherSyntax
import PropertyGraph

extension Command {
  /// `what-if COMMAND`, or a block up to `end`.
  static let whatIf = Command(
    "what-if", "show what a statement would change in profit, risk and margin, and take it back", in: .change,
    forms: [Form(subject: Slot(.raw, "COMMAND", optional: true))],
    details: """
      It stands before a command that records or a query that writes; alone on its line it begins a block up to 'end'. The
      figures are those of the reports abc, concentration, managers, capital and pocket over the last twelve months:
      totals, and of the rest what changes. A client that is lost in it brings nothing any more, in the reports inside the
      block as well. Nothing is left afterwards: no change, no entry for 'undo', variables as before; $_ is the comparison.
      """,
    examples: [
      Example(
        "what-if lose Acme", "what hangs on a client", after: portfolio,
        prints: """
          What if: lose Acme
           figure               │ of           │  before │ after │  change
          ──────────────────────┼──────────────┼─────────┼───────┼─────────
           profit               │ all          │    1000 │   300 │    -700
           HHI                  │ all          │    5800 │ 10000 │   +4200
           effective clients    │ all          │   1.724 │     1 │  -0.724
           CR3                  │ all          │   100 % │ 100 % │    0 pp
           share of profit      │ Acme         │    70 % │   0 % │  -70 pp
           share of profit      │ Beta         │    30 % │ 100 % │  +70 pp
           most exposed manager │ Anna → Boris │    70 % │ 100 % │  +30 pp
           share of manager     │ Anna         │    70 % │   0 % │  -70 pp
           share of manager     │ Boris        │    30 % │ 100 % │  +70 pp
           profit of manager    │ Anna         │     700 │     0 │    -700
           clients of manager   │ Anna         │       1 │     0 │      -1
           frozen capital       │ all          │  184.11 │     0 │ -184.11
           cost of it a year    │ all          │   33.14 │     0 │  -33.14
           frozen by client     │ Acme         │  184.11 │     0 │ -184.11
           pocket margin        │ all          │  966.86 │   300 │ -666.86
           pocket margin a unit │ Acme, seals  │    9.53 │       │
           pocket margin share  │ Acme, seals  │ 61.36 % │       │
          (17 rows)
          """),
      Example(
        """
        what-if
          lose Acme
          handover Anna to Boris on 2026-11-20
        end
        """, "several statements together", after: portfolio),
    ]
  ) { call, session throws(ShellError) in
    let rest = try call.rest()
    var reader = StatementReader(ByteLines(rest.text), registry: session.registry, file: nil)
    guard case .statement(let statement) = reader.next() else { throw call.missing("COMMAND") }
    do throws(ShellError) {
      try session.showTrial(of: rest.text) { () throws(ShellError) in
        try session.refuseReading(statement)
        try session.run(.statement(statement))
      }
    } catch {
      guard error.statement == nil || error.statement == statement else { throw error }
      var error = error.moved(by: rest.span.start)
      error.statement = nil
      throw error
    }
  }

  private static let portfolio = [
    "add own Us", "add client Acme", "add client Beta", "add product seals unitCost=6",
    "add person Anna at Us",
    "add person Boris at Us", "manage Acme by Anna since 2026-01-01", "manage Beta by Boris since 2026-01-01",
    "order Acme for seals 70 @16 on 2026-03-02", "order Beta for seals 30 @16 on 2026-03-03",
    "concede deferral 60d at Acme from 2026-02-01",
  ]
}

extension Session {
  /// Tries statements out and shows what they would change.
  func showTrial(of text: String, _ body: () throws(ShellError) -> Void) throws(ShellError) {
    var change = try tryOut(text, body)
    let lines = text.split(whereSeparator: \.isNewline)
    change.title = "What if: \(lines.first.map(String.init) ?? "")\(lines.count > 1 ? " …" : "")"
    show(change.answer)
    if let remark = change.remark { screen.remark(remark) }
  }

  /// Refuses a statement that could change nothing.
  fileprivate func refuseReading(_ statement: Statement) throws(ShellError) {
    let hint = "'what-if' stands before a command that records, or alone before a block up to 'end'"
    switch statement.kind {
    case .query:
      if try !prepare(statement.text).writes { throw .other("the query writes nothing", hint: hint) }
    case .command(let verb):
      // What a script does shows when it runs; an unknown verb says so itself.
      guard let command = registry.command(verb), command.effect != .writes, command.name != "run" else {
        return
      }
      throw .other("'\(command.name)' records nothing", hint: hint, at: Span(0, statement.text.utf8.count))
    }
  }
}
