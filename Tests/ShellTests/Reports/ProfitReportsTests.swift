import Testing

@testable import Shell

/// Analyses 1 to 4: key clients, ABC and XYZ, concentration, managers.
struct ProfitReportsTests {
  /// The nine clients of the worked examples, with profits 280, 150, 120, 100, 90, 80, 70, 60, 50.
  private static func nine() -> Portfolio {
    let portfolio = Portfolio(
      "add own Us", "add person Petrov at Us", "add person Ivanova at Us",
      "add product widget listPrice=10 unitCost=9")
    let profits = [280, 150, 120, 100, 90, 80, 70, 60, 50]
    for (name, profit) in zip("ABCDEFGHI", profits) {
      portfolio.record("add client \(name)\norder \(name) for widget \(profit) on 2026-05-04")
    }
    return portfolio
  }

  @Test func `Key clients bring a tenth of the profit and more, exactly a tenth included`() {
    let portfolio = Self.nine()
    #expect(
      portfolio.table("report key-clients").rows("client", "share") == [
        ["A", "0.28"], ["B", "0.15"], ["C", "0.12"], ["D", "0.1"],
      ])
    #expect(portfolio.remarks("report key-clients").contains("9 clients, profit 1000.0 by margin"))
    #expect(portfolio.table("report key-clients threshold=15%").column("client") == ["A", "B"])
  }

  @Test func `Profit is revenue where no cost is known, and the remark says so`() {
    let portfolio = Portfolio(
      "add client Acme", "add client Zed", "add product widget",
      "order Acme for widget 3 @10 on 2026-05-04", "order Zed for widget 1 @10 on 2026-05-04")
    #expect(
      portfolio.table("report key-clients").rows("client", "share") == [["Acme", "0.75"], ["Zed", "0.25"]])
    #expect(portfolio.remarks("report key-clients").contains("by revenue"))
  }

  @Test(arguments: ["key-clients", "abc", "concentration", "managers"])
  func `Where nothing was earned there is no share, and the remark says why`(_ report: String) {
    let empty = Portfolio()
    #expect(empty.remarks("report \(report)").contains("undefined: there is no profit to take a share of"))
    let losing = Portfolio(
      "add client Acme", "add product widget unitCost=20", "order Acme for widget 1 @10 on 2026-05-04")
    #expect(losing.remarks("report \(report)").contains("undefined"))
    #expect(
      losing.table("report managers").rows("manager", "profit", "share") == [["unmanaged", "-10.0", ""]])
  }

  @Test func `One client has everything`() {
    let portfolio = Portfolio(
      "add client Северсталь", "add product widget", "order Северсталь for widget 1 @10 on 2026-05-04")
    #expect(portfolio.table("report abc").rows("client", "share", "class") == [["Северсталь", "1.0", "A"]])
    #expect(
      portfolio.table("report concentration").rows("HHI", "effectiveClients", "CR3") == [
        ["10000.0", "1.0", "1.0"]
      ])
  }

  @Test func `The window holds its first day and not its last, and cancelled orders don't count`() {
    let portfolio = Portfolio(
      "add client Acme", "add product widget",
      "order Acme for widget 1 @1 on 2024-02-28", "order Acme for widget 1 @10 on 2024-02-29",
      "order Acme for widget 1 @100 on 2024-03-01",
      "order Acme for widget 1 @1000 on 2024-02-29 status=cancelled"
    )
    let leapDay = portfolio.table("report key-clients from=2024-02-29 to=2024-03-01")
    #expect(leapDay.rows("revenue") == [["10.0"]])
    #expect(portfolio.table("report key-clients asof=2024-02-29").rows("revenue") == [["11.0"]])
  }

  @Test func `Returns lower what a client brings`() {
    let portfolio = Portfolio(
      "add client Acme", "add client Zed", "add product widget",
      "order Acme for widget 10 @10 on 2026-05-04", "order Acme for widget -4 @10 on 2026-05-11",
      "order Zed for widget 4 @10 on 2026-05-04")
    #expect(
      portfolio.table("report key-clients").rows("client", "profit") == [["Acme", "60.0"], ["Zed", "40.0"]])
  }

  @Test func `A is everything before 80 per cent of the profit, B before 95`() {
    let table = Self.nine().table("report abc")
    #expect(table.column("client") == ["A", "B", "C", "D", "E", "F", "G", "H", "I"])
    #expect(table.column("class") == ["A", "A", "A", "A", "A", "A", "B", "B", "C"])
    #expect(table.rows("cumulated", of: "H") == [["0.95"]])
  }

  @Test func `X is even, Y less so, Z is not`() {
    let portfolio = Portfolio("add product widget")
    let months = [
      ("Even", [90, 100, 110, 100]), ("Less", [75, 125, 75, 125]), ("Uneven", [0, 0, 0, 400]),
      ("AtTen", [90, 110, 90, 110]),
    ]
    for (name, revenues) in months {
      portfolio.record("add client \(name)")
      for (month, revenue) in revenues.enumerated() where revenue > 0 {
        portfolio.record("order \(name) for widget \(revenue) @1 on 2026-0\(month + 1)-15")
      }
    }
    let table = portfolio.table("report abc from=2026-01-01 to=2026-05-01")
    #expect(
      table.rows("client", "variation", "evenness") == [
        ["AtTen", "0.1", "X"], ["Even", "0.0707", "X"], ["Less", "0.25", "Y"], ["Uneven", "1.7321", "Z"],
      ])
  }

  @Test func `Concentration counts losses as nothing and lists them`() {
    let table = Self.nine().table("report concentration")
    #expect(table.rows("HHI", "effectiveClients", "CR3") == [["1508.0", "6.6313", "0.55"]])
    let portfolio = Self.nine()
    portfolio.record("add client Loser\norder Loser for widget 10 @4 on 2026-05-04")
    let tables = portfolio.tables("report concentration")
    #expect(tables[0].rows("HHI") == [["1508.0"]])
    #expect(tables[1].rows("clientWithLoss", "profit") == [["Loser", "-50.0"]])
  }

  @Test func `A manager has the profit of the clients managed, the rest has a row of its own`() {
    let portfolio = Self.nine()
    for client in ["A", "B"] { portfolio.record("manage \(client) by Petrov since 2020-01-01") }
    for client in ["C", "D", "E"] { portfolio.record("manage \(client) by Ivanova since 2020-01-01") }
    #expect(
      portfolio.table("report managers").rows("manager", "share", "flagged") == [
        ["Petrov", "0.43", "false"], ["Ivanova", "0.31", "false"], ["unmanaged", "0.26", "false"],
      ])
    #expect(portfolio.table("report managers threshold=43%").rows("flagged", of: "Petrov") == [["true"]])
  }

  @Test func `All in one hand is flagged`() {
    let portfolio = Portfolio(
      "add own Us", "add person Petrov at Us", "add client A", "add product widget",
      "manage A by Petrov since 2020-01-01", "order A for widget 1 @10 on 2026-05-04")
    #expect(
      portfolio.table("report managers").rows("manager", "share", "flagged") == [["Petrov", "1.0", "true"]])
  }

  @Test func `A hand-over divides the profit on its day`() {
    let portfolio = Portfolio(
      "add own Us", "add person Petrov at Us", "add person Ivanova at Us", "add client A",
      "add product widget",
      "manage A by Petrov since 2020-01-01", "handover Petrov to Ivanova for A on 2026-04-01",
      "order A for widget 60 @1 on 2026-03-31", "order A for widget 40 @1 on 2026-04-01")
    #expect(
      portfolio.table("report managers").rows("manager", "profit") == [
        ["Petrov", "60.0"], ["Ivanova", "40.0"],
      ])
  }

  @Test func `Two leading managers at once don't double the profit: who began last has it`() {
    let portfolio = Portfolio(
      "add own Us", "add person Petrov at Us", "add person Ivanova at Us", "add client A",
      "add product widget",
      """
      MATCH (c:Client), (p:Person) CREATE (p)-[:MANAGES {from: CASE p.name WHEN 'Petrov' THEN date('2020-01-01') ELSE date('2026-01-01') END}]->(c);
      """, "order A for widget 10 @1 on 2026-03-31")
    #expect(portfolio.table("report managers").rows("manager", "profit") == [["Ivanova", "10.0"]])
  }

  @Test func `Strong contacts that only one manager has are named`() {
    let portfolio = Portfolio(
      "add own Us", "add person Petrov at Us", "add person Ivanova at Us", "add client A",
      "add product widget",
      "add person Анна at A", "add person Boris at A", "add person Clara at A",
      "manage A by Petrov since 2020-01-01",
      "order A for widget 60 @1 on 2026-03-31", "knows Petrov with Анна strength=3",
      "knows Petrov with Boris strength=4", "knows Ivanova with Boris strength=3",
      "knows Petrov with Clara strength=2")
    #expect(
      portfolio.table("report managers").rows("manager", "strongContacts", "only", "onlyShare") == [
        ["Petrov", "2", "Анна", "0.5"]
      ])
  }
}
