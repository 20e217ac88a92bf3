import KeyAccounts
import Testing

@testable import Shell

struct ListCommandTests {
  @Test(arguments: KindList.all.map(\.kind))
  func `A list of nothing has its columns and no rows`(_ kind: String) {
    let shell = TestShell()
    #expect(shell.run("list \(kind)").hasSuffix("(0 rows)"))
    #expect(shell.errors.isEmpty)
  }

  private static func portfolio() -> Portfolio {
    Portfolio(
      "add own Мы", "add client Завод", "add competitor Timken", "add product seals listPrice=10",
      "add product bearings listPrice=20", "add person Ольга at Мы", "add person Иван at Завод",
      "promise by Ольга at Завод due 2026-12-02 \"образцы\"", "promise by Иван due 2026-12-01 \"ответ\"",
      "promise by Иван due 2026-11-01 \"старое\"", "keep by Иван \"старое\"",
      "order Завод for seals 10, bearings 2 on 2026-10-01 number=A-1",
      "order Завод for seals 1 on 2026-11-01",
      "offer to Завод by Timken for seals price=9 on 2026-11-02",
      "demand deferral 60d at Завод on 2026-11-03",
      "concede deferral 30d to Завод from 2026-11-04",
      "refusal complaint at Завод for seals on 2026-11-05 reason=quality",
      "rival Timken at Завод for seals level=supplying share=35% since 2026-01-01",
      "lose Завод for seals to Timken on 2026-11-06 reason=price",
      "intel at Завод from Иван on 2026-11-07 grade=B2 \"слух\"")
  }

  @Test(arguments: [
    (
      "promises", ["due", "status", "owedBy", "text"],
      [
        ["2026-12-01", "open", "Иван", "ответ"], ["2026-12-02", "open", "Ольга", "образцы"],
        ["2026-11-01", "late", "Иван", "старое"],
      ]
    ),
    (
      "orders", ["date", "number", "products", "revenue"],
      [["2026-11-01", "", "seals", "10.0"], ["2026-10-01", "A-1", "bearings, seals", "140.0"]]
    ),
    ("offers", ["client", "bidder", "product", "price"], [["Завод", "Timken", "seals", "9.0"]]),
    ("demands", ["kind", "value", "unit", "status"], [["deferral", "60.0", "days", "partly"]]),
    ("concessions", ["client", "kind", "value", "from"], [["Завод", "deferral", "30.0", "2026-11-04"]]),
    ("refusals", ["date", "kind", "about", "reason"], [["2026-11-05", "complaint", "seals", "quality"]]),
    ("rivals", ["client", "competitor", "share", "product"], [["Завод", "Timken", "0.35", "seals"]]),
    ("losses", ["client", "product", "wentTo", "reason"], [["Завод", "seals", "Timken", "price"]]),
    ("news", ["client", "grade", "source", "text"], [["Завод", "B2", "Иван", "слух"]]),
  ])
  func `Facts are listed by their kinds`(_ kind: String, _ columns: [String], _ rows: [[String]]) {
    let table = Self.portfolio().table("list \(kind)")
    #expect(columns.map { table.column($0) } == columns.indices.map { column in rows.map { $0[column] } })
  }

  @Test(arguments: ["client", "person", "product", "promise", "order", "loss"])
  func `One of a kind lists all of them`(_ kind: String) {
    #expect(Self.portfolio().table("list \(kind)").count > 0)
  }
}
