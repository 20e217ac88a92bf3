import Testing

@testable import Shell

/// What begins in the future does not hold yet, and what has ended holds no more, wherever it is asked.
struct ValidityTests {
  /// A portfolio in which everything holds within an interval; it is 2026-11-20.
  private static func portfolio(_ interval: String) -> Portfolio {
    let portfolio = Portfolio(
      "add own Мы", "add client Завод", "add competitor Timken", "add product seals listPrice=10 unitCost=6",
      "add person Ольга at Мы", "add person Иван at Завод", "add person Нина at Завод", "add person Олег",
      "works Олег at Мы", "knows Ольга with Иван strength=4", "knows Олег with Нина strength=4",
      "reports-to Иван to Нина", "influences Иван on Нина weight=50%",
      "role decider Иван at Завод influence=9",
      "role user Нина at Завод", "rival Timken at Завод for seals level=supplying share=35%",
      "concede deferral 30d at Завод", "order Завод for seals 10 @9 by Ольга on 2026-10-01",
      "log call with Иван by Ольга on 2026-11-10", "lose Завод on 2026-11-01 reason=price",
      "manage Завод by Ольга since 2026-01-01")
    portfolio.record(
      """
      MATCH ()-[r:KNOWS|REPORTS_TO]->() SET r.from = null, r.to = null, r += \(interval);
      MATCH (:Person {name: 'Олег'})-[r:WORKS_AT]->() SET r.from = null, r.to = null, r += \(interval);
      MATCH (f:DecisionRole|Rivalry|Concession) SET f.from = null, f.to = null, f += \(interval);
      """)
    return portfolio
  }

  /// An interval around today, with either end open or not; the last day of it is today.
  private static let present = [
    "{}", "{from: date('2026-11-20')}", "{to: date('2026-11-21')}",
    "{from: date('2026-11-20'), to: date('2026-11-21')}",
  ]
  /// Intervals that begin tomorrow, or ended yesterday.
  private static let absent = [
    "{from: date('2026-11-21')}", "{to: date('2026-11-20')}",
    "{from: date('2026-01-01'), to: date('2026-11-20')}",
  ]

  @Test(arguments: present) func `What holds today is told`(_ interval: String) {
    let portfolio = Self.portfolio(interval)
    #expect(portfolio.table("who knows Иван").column("person") == ["Ольга"])
    #expect(portfolio.table("who reports to Нина").column("person") == ["Иван"])
    #expect(portfolio.table("who influences Нина").rows("person", "reportsToThem") == [["Иван", "true"]])
    #expect(
      portfolio.table("who decides at Завод").rows("person", "knownTo") == [
        ["Иван", "Ольга"], ["Нина", "Олег"],
      ])
    #expect(portfolio.table("list roles").column("person") == ["Иван", "Нина"])
    #expect(portfolio.table("path from Ольга to Иван").count == 1)
    #expect(!portfolio.table("check").column("finding").contains("client without a known decider"))
    let brief = portfolio.tables("brief Завод")
    #expect(
      brief.first { $0.answer.title == "Who decides" }?.rows("person", "knownTo") == [
        ["Иван", "Ольга"], ["Нина", "Олег"],
      ])
    #expect(brief.contains { $0.answer.title == "Competitors" })
    #expect(brief.first { $0.answer.title == "Demands and what was granted" }?.count == 1)
    #expect(portfolio.table("report winback").column("warm") == ["true"])
  }

  @Test(arguments: absent) func `What does not hold today is not`(_ interval: String) {
    let portfolio = Self.portfolio(interval)
    for line in [
      "who knows Иван", "who reports to Нина", "who decides at Завод", "list roles",
      "path from Ольга to Иван",
    ] {
      #expect(portfolio.table(line).count == 0, "\(line)")
    }
    #expect(portfolio.table("who influences Нина").rows("person", "reportsToThem") == [["Иван", "false"]])
    #expect(portfolio.table("check").column("finding").contains("client without a known decider"))
    let titles = portfolio.tables("brief Завод").map { $0.answer.title ?? "" }
    for title in ["Who decides", "Competitors", "Demands and what was granted"] {
      #expect(!titles.contains(title), "\(title)")
    }
    #expect(portfolio.table("report winback").column("warm") == ["false"])
  }

  @Test func `A colleague who is still to come knows nobody for us yet`() {
    let portfolio = Self.portfolio("{}")
    portfolio.record("MATCH (:Person {name: 'Олег'})-[r:WORKS_AT]->() SET r.from = date('2026-12-01');")
    #expect(
      portfolio.table("who decides at Завод").rows("person", "knownTo") == [
        ["Иван", "Ольга"], ["Нина", ""],
      ])
  }

  @Test func `The contacts of a manager are those of the last day of the window`() {
    let portfolio = Self.portfolio("{}")
    portfolio.record("MATCH ()-[k:KNOWS]->(:Person {name: 'Иван'}) SET k.from = date('2026-11-20');")
    func strong(_ to: String) -> [String] {
      portfolio.table("report managers from=2026-01-01 to=\(to)").column("strongContacts")
    }
    #expect(strong("2026-11-21") == ["1"])
    #expect(strong("2026-11-20") == ["0"])
  }

  @Test func `Management that begins later is not what is handed over`() {
    let portfolio = Self.portfolio("{}")
    portfolio.record("add person Павел at Мы\nMATCH ()-[m:MANAGES]->() SET m.from = date('2027-01-01');")
    #expect(portfolio.failure(of: "handover Ольга to Павел on 2026-12-01").contains("manages no client"))
    portfolio.record("handover Ольга to Павел on 2027-02-01")
    #expect(
      portfolio.table("who manages Завод").rows("person", "from", "to") == [
        ["Павел", "2027-02-01", ""], ["Ольга", "2027-01-01", "2027-02-01"],
      ])
  }
}
