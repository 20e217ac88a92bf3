import PropertyGraph
import Testing

@testable import Shell

struct CommandCompletionTests {
  let book = CompletionSupport()

  @Test func `an empty line lists every verb, and no keyword`() {
    let labels = book.labels("|")
    #expect(labels.contains("add") && labels.contains("quit"))
    #expect(!labels.contains("MATCH"))
    #expect(labels == labels.sorted())
  }

  @Test func `a verb is completed with what it does, whatever its case`() {
    #expect(book.candidates("hel|").map(\.text) == ["help"])
    #expect(book.candidates("HEL|").map(\.text) == ["help"])
    #expect(book.candidates("hel|").first?.summary == "list the commands, or show one with its examples")
  }

  @Test func `a query can be begun where a verb can`() {
    #expect(book.labels("ma|") == ["manage", "map", "MATCH"])
    #expect(book.labels("unw|") == ["UNWIND"])
  }

  @Test func `an alias is completed when only it begins so`() {
    #expect(book.labels("ls|") == ["ls"])
    #expect(book.labels("exi|") == ["exit"])
  }

  @Test func `an unknown verb has nothing behind it`() {
    #expect(book.labels("nonsense |").isEmpty)
  }

  @Test func `kinds follow their verb`() {
    #expect(book.labels("add |").contains("client"))
    #expect(book.labels("add p|") == ["prospect", "partner", "person", "product"])
    #expect(book.labels("log vi|") == ["visit"])
  }

  @Test func `names follow a preposition, of the right kind only`() {
    #expect(book.labels("log call with |") == ["Иван Петров", "Иван Сидоров", "Ирина Котова"])
    #expect(book.labels("log call for |") == ["bearings"])
  }

  @Test func `the lines of an order name products, a payment the order that it settles`() {
    #expect(book.completed("order Северсталь for b|") == ["order Северсталь for bearings"])
    #expect(book.labels("order Северсталь for bearings 10 @5 for |").first == "bearings")
    book.graph.begin(statement: "test")
    _ = book.graph.createNode(
      labels: [book.graph.intern(label: "Order")],
      properties: [(book.graph.intern(key: "number"), .string("A-17"))])
    book.graph.commit()
    #expect(book.completed("payment 5k from Северсталь for a|") == ["payment 5k from Северсталь for A-17"])
  }

  @Test func `behind what-if stands what could stand on a line of its own`() {
    #expect(book.labels("what-if lo|") == ["log", "lose", "LOAD"])
    #expect(book.completed("what-if  lose сев|") == ["what-if  lose Северсталь"])
    #expect(book.labels("what-if MATCH (c:Cl|").contains("Client"))
    #expect(book.labels("what-if |").contains("handover"))
  }

  @Test func `a name of several words goes on, whatever its case`() {
    #expect(book.completed("log call with иван п|") == ["log call with Иван Петров"])
    let both = ["log call with Иван Петров", "log call with Иван Сидоров"]
    #expect(book.completed("log call with ИВАН |").prefix(2) == both[...])
    #expect(book.completed("log call with Иван  |").prefix(2) == both[...])
  }

  @Test func `a name is found by any of its words when none begins so`() {
    #expect(book.completed("log call with котов|") == ["log call with Ирина Котова"])
  }

  @Test func `a person is told by the employer`() {
    #expect(book.candidates("log call with ирин|").map(\.summary) == ["person at Северсталь"])
    #expect(book.candidates("log call at сев|").map(\.summary) == ["client"])
  }

  @Test func `a name that holds a preposition is put in quotes`() {
    #expect(book.completed("log call at ac|") == [#"log call at "Acme for Steel""#])
    #expect(book.completed("log call at 'ac|") == ["log call at 'Acme for Steel'"])
  }

  @Test func `behind a name come prepositions and keys that are not there yet`() {
    let labels = book.labels("log call with Ирина Котова |")
    #expect(labels.contains("on") && labels.contains("with") && labels.contains("sentiment="))
    let later = book.labels("log call on today sentiment=1 |")
    #expect(!later.contains("on") && !later.contains("sentiment=") && later.contains("about"))
  }

  @Test func `a preposition is completed beside names`() {
    #expect(book.labels("log call with Ирина Котова ab|") == ["about"])
  }

  @Test func `directly behind a preposition come only names`() {
    #expect(!book.labels("log call at |").contains("with"))
  }

  @Test func `values follow their key`() {
    #expect(
      book.completed("add segment Bearings side=|") == [
        "add segment Bearings side=supply", "add segment Bearings side=client",
      ])
    #expect(book.completed("add client Acme leader=y|") == ["add client Acme leader=yes"])
    #expect(book.completed("knows Иван Петров level=cr|") == [#"knows Иван Петров level="credible source""#])
    #expect(
      book.completed(#"knows Иван Петров level="tr|"#) == [#"knows Иван Петров level="trusted advisor""#])
    #expect(book.labels("add client Acme region=|").isEmpty)
  }

  @Test func `a grade is completed with what it says`() {
    let grades = book.candidates("intel at Северсталь grade=b|")
    #expect(grades.map(\.label) == (1...6).map { "B\($0)" })
    #expect(grades[1].summary == "usually reliable, probably true")
    #expect(book.labels("intel at Северсталь grade=|").count == 36)
  }

  @Test func `those who work for us come where one of us is meant, and all people where none is known`() {
    #expect(book.labels("handover |") == ["Иван Петров", "Иван Сидоров", "Ирина Котова"])
    book.graph.begin(statement: "test")
    let us = book.add(["Company", "Own"], "Мы")
    let now = CalendarDate(year: 2026, month: 11, day: 20) ?? CalendarDate(daysSinceEpoch: 0)
    for (name, end) in [("Ольга Орлова", nil), ("Павел Орлов", 1), ("Иван Уволенный", 0)]
      as [(String, Int64?)]
    {
      let job = book.graph.createRelationship(
        book.graph.intern(type: "WORKS_AT"), from: book.add(["Person"], name), to: us, properties: [])
      let end = end.map { Value.date(CalendarDate(daysSinceEpoch: now.daysSinceEpoch + $0)) }
      book.graph.set(book.graph.intern(key: "to"), of: job, to: end ?? .null)
    }
    book.graph.commit()
    #expect(book.labels("handover |") == ["Ольга Орлова", "Павел Орлов"])
    #expect(book.completed("handover Ольга Орлова to п|") == ["handover Ольга Орлова to Павел Орлов"])
    #expect(book.completed("handover орлов|") == ["handover Ольга Орлова", "handover Павел Орлов"])
    #expect(book.labels("manage Северсталь by |") == ["Ольга Орлова", "Павел Орлов"])
    #expect(book.labels("log call with Ирина Котова by о|").first == "Ольга Орлова")
    #expect(book.labels("order Северсталь by |") == ["Ольга Орлова", "Павел Орлов"])
    // Somebody whom the book does not know as ours may still be meant.
    #expect(book.labels("handover ирин|") == ["Ирина Котова"])
  }

  @Test func `a report completes clients and reasons, an export labels`() {
    #expect(
      book.completed("report pocket client=|") == [
        "report pocket client=\"Acme for Steel\"", "report pocket client=Северсталь",
      ])
    #expect(book.labels("report winback reason=q|") == ["quality"])
    #expect(book.labels("report refusals period=|") == ["month", "quarter", "week", "year"])
    #expect(book.labels("report managers by=o|") == ["orders"])
    #expect(book.labels("offer to Северсталь by |") == ["Acme for Steel"])
    #expect(book.labels("offer to Северсталь by сев|") == ["Северсталь"])
    #expect(book.labels("export csv a.csv for Cl|") == ["Client"])
    #expect(book.labels("import a.csv as Wo|") == ["WORKS_AT"])
  }

  @Test func `days are named with their dates`() {
    let days = book.candidates("log call on |")
    #expect(days.first?.text == "today" && days.first?.summary == "2026-11-20")
    #expect(book.candidates("log call on mon|").map(\.summary) == ["2026-11-16"])
  }

  @Test func `variables stand for a name or a value`() {
    #expect(book.completed("log call with $r|") == ["log call with $row"])
    #expect(book.completed("card $|") == ["card $row", "card $threshold", "card $имя"])
  }

  @Test func `help knows the verbs, restore the snapshots, schema the labels`() {
    #expect(book.labels("help und|") == ["undo"])
    #expect(book.labels("restore |") == ["before"])
    #expect(book.labels("schema Seg|") == ["Segment"])
  }

  @Test func `nothing follows a closed quote without a blank, nor stands in a comment or a last text`() {
    #expect(book.labels(#"log call at "Acme"|"#).isEmpty)
    #expect(book.labels("log call # at |").isEmpty)
    #expect(book.labels(#"log call with Ирина Котова "sum|"#).isEmpty)
  }

  @Test func `a new name is nobody's to complete`() {
    #expect(book.labels("add person Ив|").isEmpty)
  }

  @Test func `in a text of several statements the one at the cursor counts`() {
    #expect(
      book.completed("list clients\nlog call with ирин|\nlist") == [
        "list clients\nlog call with Ирина Котова"
      ])
    #expect(book.labels("MATCH (n) RETURN n; hel|") == ["help"])
    #expect(book.labels("MATCH (n)\nRETURN n;\nhel|") == ["help"])
    #expect(book.labels("for row in MATCH (n) RETURN n;\n  hel|") == ["help"])
  }

  @Test func `an expression in a command is completed as in a query`() {
    #expect(book.labels("print $th|") == ["threshold"])
    #expect(book.labels("let n = MATCH (c:Cli|") == ["Client"])
    #expect(book.labels("for row in MATCH (c:Cli|") == ["Client"])
    #expect(book.labels("let |").isEmpty)
  }

  @Test(arguments: [
    "", " ", "\\", "\"", "'", "=", "x=", "\u{301}", "log call with \"", "add", "$", "#", "log\\\n",
  ])
  func `whatever stands there, nothing breaks`(text: String) {
    for candidate in book.completer.candidates(in: text, at: text.utf8.count) {
      #expect(candidate.start <= text.utf8.count)
    }
  }
}
