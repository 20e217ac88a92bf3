import Testing

@testable import Shell

/// Equal values: every report gives them in the order of the names, whatever the order in which they were recorded.
struct TieTests {
  /// In an order that is not that of the alphabet.
  private static let recorded = ["Яшма", "Acme", "Ель", "Zed", "Атлас"]
  private static let sorted = ["Acme", "Zed", "Атлас", "Ель", "Яшма"]

  /// Five clients who differ in nothing but their names.
  private static func equals() -> Portfolio {
    let portfolio = Portfolio(
      "add own Us", "add competitor Timken", "add person Olga at Us",
      "add product seals listPrice=10 unitCost=6",
      "add product bearings listPrice=10 unitCost=6", "add area Delivery kind=delivery")
    for name in recorded {
      portfolio.record(
        """
        add client \(name)
        add person Buyer of \(name) at \(name)
        role buyer Buyer of \(name) at \(name) since 2024-01-01
        buys \(name) for seals annualSpend=1k
        buys \(name) for bearings annualSpend=1k
        rival Timken at \(name) since 2026-01-01 level=bidding share=20%
        concede deferral 30d at \(name) from 2026-01-01
        lose \(name) on 2026-11-01 reason=price
        """)
      for day in ["2026-01-05", "2026-02-04", "2026-03-06"] {
        portfolio.record(
          """
          order \(name) for seals 10 for bearings 10 on \(day)
          log call with Buyer of \(name) on \(day) direction=out
          log call with Buyer of \(name) on \(day) direction=out
          """)
      }
    }
    return portfolio
  }

  @Test(arguments: [
    "key-clients", "abc", "lapse", "burden", "capital", "dumping", "pressure", "winback",
  ])
  func `Clients of equal value are sorted by name`(_ report: String) {
    #expect(Self.equals().table("report \(report)").column("client") == Self.sorted)
  }

  @Test(arguments: ["coverage", "pocket", "wallet"])
  func `Of one client the products of equal value are sorted by name`(_ report: String) {
    let expected = Self.sorted.flatMap { [[$0, "bearings"], [$0, "seals"]] }
    #expect(Self.equals().table("report \(report)").rows("client", "product") == expected)
  }

  @Test func `People who were not met for equally long are sorted by name`() {
    #expect(Self.equals().table("report stale").column("person") == Self.sorted.map { "Buyer of \($0)" })
  }

  @Test func `Ten equal clients are all key at a tenth, and the first eight by name are class A`() {
    let names = (0..<10).map { "Client \($0)" }
    let portfolio = Portfolio("add product seals unitCost=6")
    for name in names.reversed() {
      // Equal sums of unequal parts: the shares must not differ by what floats lose.
      portfolio.record("add client \(name)\norder \(name) for seals 3 @6.1 for seals 1 @6.7 on 2026-05-04")
    }
    #expect(portfolio.table("report key-clients").column("client") == names)
    let table = portfolio.table("report abc")
    #expect(table.column("client") == names)
    #expect(table.column("class") == [String](repeating: "A", count: 8) + ["B", "B"])
    #expect(
      portfolio.table("report concentration").rows("HHI", "effectiveClients", "CR3") == [
        ["1000.0", "10.0", "0.3"]
      ])
  }

  @Test func `Two managers of a half each are both flagged, by name, and the unmanaged rest comes last`() {
    let portfolio = Portfolio(
      "add product seals unitCost=6", "add person Яна", "add person Anna", "add client A", "add client B",
      "manage A by Яна since 2026-01-01", "manage B by Anna since 2026-01-01",
      "order A for seals 10 @10 on 2026-05-04", "order B for seals 10 @10 on 2026-05-04")
    let columns = portfolio.table("report managers").rows("manager", "share", "flagged")
    #expect(columns == [["Anna", "0.5", "true"], ["Яна", "0.5", "true"]])
    portfolio.record("add client C\norder C for seals 10 @10 on 2026-05-04")
    #expect(portfolio.table("report managers").column("manager") == ["Anna", "Яна", "unmanaged"])
    #expect(portfolio.table("report managers threshold=33%").column("flagged") == ["true", "true", "false"])
  }

  @Test func `Of two leading managers who began on one day the first by name has the profit`() {
    let portfolio = Portfolio(
      "add product seals unitCost=6", "add person Яна", "add person Anna", "add client A",
      "manage A by Яна since 2026-01-01", "manage A by Anna since 2026-01-01",
      "order A for seals 10 @10 on 2026-05-04")
    #expect(portfolio.table("report managers").rows("manager", "share") == [["Anna", "1.0"]])
  }

  @Test func `Of directions with as many refusals the first by name is the top one`() {
    let portfolio = Portfolio("add client A", "add product seals", "add product bearings")
    for product in ["seals", "bearings", "seals", "bearings"] {
      portfolio.record("refusal complaint at A for \(product) on 2026-10-05 reason=quality")
    }
    let tables = portfolio.tables("report refusals from=2026-07-01")
    #expect(tables[0].rows("topDirection", "topShare").last == ["bearings", "0.5"])
    #expect(tables[1].rows("direction", "refusals") == [["bearings", "2"], ["seals", "2"]])
  }

  @Test func `Losses of one client that are worth the same come by their days`() {
    let portfolio = Portfolio("add client A", "add product seals", "add product bearings")
    portfolio.record(
      "lose A for seals on 2026-11-02 reason=price\nlose A for bearings on 2026-11-01 reason=price")
    #expect(
      portfolio.table("report winback").rows("client", "lost") == [
        ["A", "2026-11-01"], ["A", "2026-11-02"],
      ])
  }

  @Test func `Of those at equal ratio the longer silence comes first, and of equal shares the more calls`() {
    let portfolio = Portfolio("add product seals", "add client A", "add client B")
    for (name, days) in [
      ("A", ["2026-11-02", "2026-11-08", "2026-11-14"]), ("B", ["2026-09-21", "2026-10-11", "2026-10-31"]),
    ] {
      for (index, day) in days.enumerated() {
        portfolio.record("order \(name) for seals 1 @1 on \(day)")
        for _ in 0...(name == "B" ? 2 : 1) + index {
          portfolio.record("log call at \(name) on \(day) direction=out")
        }
      }
    }
    #expect(
      portfolio.table("report lapse all=yes").rows("client", "ratio", "days") == [
        ["B", "1.0", "20"], ["A", "1.0", "6"],
      ])
    #expect(portfolio.table("report burden").rows("client", "outgoing") == [["B", "12"], ["A", "9"]])
  }
}
