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
}
