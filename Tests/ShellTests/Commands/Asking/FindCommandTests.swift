import Testing

@testable import Shell

struct FindCommandTests {
  @Test func `Names come first, and what is not shown is counted`() {
    let portfolio = Portfolio(
      "add client Северсталь", "add client Осевая",
      "log call at Северсталь on 2026-11-02 \"СЕВЕР asks for 60 days\"")
    let table = portfolio.table("find Сев")
    #expect(
      table.rows("name", "at", "field") == [
        ["Осевая", "", "name"], ["Северсталь", "", "name"], ["2026-11-02", "Северсталь", "summary"],
      ])
    #expect(portfolio.table("find сев limit=1").count == 1)
    #expect(portfolio.remarks("find сев limit=1") == "3 found, the first 1 shown; limit=0 shows all")
    #expect(portfolio.table("find сев limit=0").count == 3)
    #expect(portfolio.table("find nothing").count == 0)
  }
}
