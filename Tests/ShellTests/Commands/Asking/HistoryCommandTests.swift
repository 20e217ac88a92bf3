import Testing

@testable import Shell

struct HistoryCommandTests {
  @Test func `The changes of one thing come from the log, with their statements`() {
    let shell = TestShell()
    shell.run(
      "add client Завод", "add client Other", "edit Завод tier=A", "edit Other tier=C", "edit Завод tier=B",
      "undo",
      "add person Иван at Завод", "log call with Иван on 2026-11-01", "delete Иван", "format tsv")
    let rows = shell.run("history Завод --changes").split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().joined(separator: "|")
    }
    #expect(shell.errors == "")
    #expect(rows.first == "add client Завод|created|||")
    #expect(rows.contains("edit Завод tier=A|changed|tier||A"))
    #expect(rows.contains("edit Завод tier=B|changed|tier|A|B"))
    #expect(rows.contains("undo of: edit Завод tier=B|changed|tier|B|A"))
    #expect(
      rows.contains { $0.hasPrefix("add person Иван at Завод|<-[:WORKS_AT]-") && $0.hasSuffix("created|||") })
    #expect(rows.contains { $0.hasPrefix("log call with Иван on 2026-11-01|<-[:AT]-") })
    #expect(rows.contains { $0.hasPrefix("delete Иван|<-[:WORKS_AT]-") && $0.hasSuffix("deleted|||") })
    #expect(!rows.contains { $0.contains("Other") })
  }

  @Test func `A thing that was there when the book was opened has no changes yet`() {
    let shell = TestShell()
    shell.run("add client Завод")
    #expect(shell.run("history Завод changes=no").hasSuffix("(0 rows)"))
    shell.run("history Завод --change")
    #expect(shell.errors.contains("no such company or person: 'Завод --change'"))
  }

  @Test func `Orders, terms and offers tell their numbers, and lists are words`() {
    let shell = TestShell()
    shell.run(
      "add client Acme", "add competitor Timken", "add product seals", "add product bearings",
      "order Acme for seals 10 @12 -5% for bearings 2 @100 on 2026-03-02 number=A-1",
      "demand price 7% at Acme on 2026-04-01", "concede deferral 30d at Acme from 2026-05-01",
      "offer to Acme by Timken for seals price=11.5 on 2026-06-01",
      "plan Acme until 2027-12-31", "objective Acme metric=revenue due 2026-12-31")
    #expect(shell.errors == "")
    let text = shell.run("history Acme").split(separator: "\n").map { line in
      line.split(separator: "│").map { $0.filter { $0 != " " } }.joined(separator: "|")
    }
    for row in [
      "2026-03-02|Order|placed||seals,bearings|A-1:314", "2026-04-01|Demand|price|||7percent",
      "2026-05-01|Concession|deferral|||30days", "2026-06-01|Offer|open||seals|11.5",
      "2026-12-31|Objective||||revenue",
    ] { #expect(text.contains(row), "\(row)\n\(text)") }
  }
}
