import Testing

@testable import Shell

struct AgendaCommandTests {
  /// Anna is met every thirty days by Olga, who manages Acme; Boris at Beta was met once, and nobody manages Beta.
  private static func portfolio() -> Portfolio {
    let portfolio = Portfolio(
      "add own Us", "add person Olga at Us", "add client Acme", "add client Beta", "add person Anna at Acme",
      "add person Boris at Beta", "manage Acme by Olga since 2024-01-01", "log call with Boris on 2026-07-17")
    for day in ["2026-07-12", "2026-08-11", "2026-09-10", "2026-10-10"] {
      portfolio.record("log call with Anna by Olga on \(day)")
    }
    return portfolio
  }

  @Test func `People are to be met again when the silence passes one and a half times the usual gap`() {
    let portfolio = Self.portfolio()
    // 10 October and 45 days are 24 November, on which the ratio is 1.5; the day after it is above.
    #expect(
      portfolio.table("agenda").rows("due", "state", "what", "person", "text") == [
        ["2026-11-25", "due", "meet again", "Anna", "last met 2026-10-10"],
        ["2026-11-30", "due", "meet again", "Boris", "last met 2026-07-17"],
      ])
    #expect(portfolio.table("agenda until 2026-11-24").count == 0)
    // 17 July and three times ninety days are 13 April; after that Boris is cold.
    #expect(portfolio.table("agenda until 2027-01-01").column("person") == ["Anna", "Boris"])
    portfolio.record("let today = date('2027-04-13')")
    #expect(portfolio.table("agenda").column("person") == ["Boris"])
    portfolio.record("let today = date('2027-04-14')")
    #expect(portfolio.table("agenda").count == 0)
    portfolio.record("let today = date('2026-11-20')\nlog call with Anna on 2026-11-19")
    #expect(portfolio.table("agenda").column("person") == ["Boris"])
  }

  @Test func `It is asked for one client, one person, or the clients of a manager`() {
    let portfolio = Self.portfolio()
    #expect(portfolio.table("agenda at Beta").column("person") == ["Boris"])
    #expect(portfolio.table("agenda by Anna").column("person") == ["Anna"])
    #expect(portfolio.table("agenda by Olga").column("person") == ["Anna"])
  }

  @Test func `What is overdue comes first, and every row says whether it is`() {
    let portfolio = Self.portfolio()
    portfolio.record(
      "promise by Olga at Acme on 2026-10-01 due 2026-11-19 \"samples\"\nedit person Anna birthday=2000-02-29"
    )
    #expect(
      portfolio.table("agenda until 2027-02-28").rows("due", "state", "what") == [
        ["2026-11-19", "overdue", "we promised"], ["2026-11-25", "due", "meet again"],
        ["2026-11-30", "due", "meet again"], ["2027-02-28", "due", "birthday"],
      ])
  }
}
