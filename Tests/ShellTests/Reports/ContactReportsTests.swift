import Testing

@testable import Shell

/// Analyses 5 and 6: coverage, stale contacts, burden.
struct ContactReportsTests {
  /// A client that bought bearings, whose buyer and user were met, whose decider was not, and whose gatekeeper was long
  /// ago.
  private static func collective() -> Portfolio {
    let portfolio = Portfolio(
      "add own Us", "add person Olga at Us", "add client Acme", "add product bearings",
      "order Acme for bearings 1 @10 on 2026-05-04")
    for (name, role) in [("Dora", "decider"), ("Boris", "buyer"), ("Uwe", "user"), ("Greta", "gatekeeper")] {
      portfolio.record(
        """
        add person \(name) at Acme
        role \(role) \(name) at Acme for bearings since 2024-01-01
        knows Olga with \(name) strength=3
        """)
    }
    portfolio.record(
      """
      log call with Boris by Olga on 2026-11-01
      log call with Uwe by Olga on 2026-08-22
      log call with Greta by Olga on 2026-07-23
      """)
    return portfolio
  }

  @Test func `Coverage is filled parts, covered parts and their weight`() {
    #expect(
      Self.collective().table("report coverage").rows("filled", "covered", "weighted", "unknown", "flag") == [
        ["0.8", "0.4", "0.35", "influencer", "decider not covered"]
      ])
  }

  @Test func `Ninety days ago still counts, ninety-one do not`() {
    let portfolio = Self.collective()
    #expect(portfolio.table("report coverage asof=2026-11-21").rows("covered") == [["0.2"]])
    #expect(portfolio.table("report coverage asof=2026-11-21 days=91").rows("covered") == [["0.4"]])
  }

  @Test func `Whom nobody knows well is not covered, and who left plays no part`() {
    let portfolio = Self.collective()
    #expect(portfolio.table("report coverage strength=4").rows("filled", "covered") == [["0.8", "0.0"]])
    portfolio.record("add client Elsewhere\nmove Boris to Elsewhere on 2026-11-10")
    #expect(portfolio.table("report coverage client=Acme").rows("filled", "covered") == [["0.6", "0.2"]])
  }

  @Test func `A part without a product counts for each, and a product of nobody's has none filled`() {
    let portfolio = Self.collective()
    portfolio.record(
      """
      add product seals
      order Acme for seals 1 @10 on 2026-06-01
      add person Inna at Acme
      role influencer Inna at Acme since 2024-01-01
      """)
    #expect(
      portfolio.table("report coverage").rows("product", "filled", "unknown") == [
        ["seals", "0.2", "decider, buyer, user, gatekeeper"], ["bearings", "1.0", ""],
      ])
  }

  @Test func `A client without any known person is wholly open`() {
    let portfolio = Portfolio(
      "add client Acme", "add product seals", "order Acme for seals 1 @1 on 2026-06-01")
    #expect(
      portfolio.table("report coverage").rows("filled", "weighted", "unknown") == [
        ["0.0", "0.0", "decider, buyer, influencer, user, gatekeeper"]
      ])
  }

  @Test func `A contact is stale after one and a half of its own gaps, cold after three`() {
    let portfolio = Portfolio("add client Acme", "add person Anna at Acme")
    for day in ["2026-01-01", "2026-01-31", "2026-03-02", "2026-04-01"] {
      portfolio.record("log call with Anna on \(day)")
    }
    #expect(
      portfolio.table("report stale asof=2026-05-31").rows("person", "days", "rhythm", "ratio", "state") == [
        ["Anna", "60", "30.0", "2.0", "stale"]
      ])
    #expect(portfolio.table("report stale asof=2026-05-16").count == 0)
    #expect(portfolio.table("report stale asof=2026-05-17").column("state") == ["stale"])
    #expect(portfolio.table("report stale asof=2026-06-30").column("state") == ["stale"])
    #expect(portfolio.table("report stale asof=2026-07-01").column("state") == ["cold"])
  }

  @Test func `Without two gaps the rhythm is 30 days at key clients and 90 at others`() {
    let portfolio = Portfolio(
      "add client Key", "add client Small", "add product widget", "add person Anna at Key",
      "add person Boris at Small", "add person Nobody at Small", "order Key for widget 95 @1 on 2026-05-04",
      "order Small for widget 5 @1 on 2026-05-04", "log call with Anna on 2026-10-01",
      "log call with Boris on 2026-10-01", "log call with Boris on 2026-10-01")
    #expect(
      portfolio.table("report stale all=yes").rows("person", "rhythm", "ratio", "state") == [
        ["Anna", "30.0", "1.6667", "stale"], ["Boris", "90.0", "0.5556", "warm"],
      ])
    let tables = portfolio.tables("report stale never=yes")
    #expect(tables.last?.rows("neverMet", "client") == [["Nobody", "Small"]])
  }

  @Test func `We are a burden where four of ours meet less than a quarter of theirs`() {
    let portfolio = Portfolio("add client Acme", "add client Even", "add client Few")
    func log(_ client: String, _ direction: String, _ times: Int) {
      for day in 0..<times {
        portfolio.record("log call at \(client) on 2026-11-\(10 + day) direction=\(direction)")
      }
    }
    log("Acme", "out", 6)
    log("Acme", "in", 1)
    log("Even", "out", 6)
    log("Even", "in", 2)
    log("Few", "out", 3)
    #expect(
      portfolio.table("report burden").rows("client", "incoming", "outgoing", "share") == [
        ["Acme", "1", "6", "0.1429"]
      ])
    #expect(portfolio.table("report burden least=3").column("client") == ["Few", "Acme"])
    #expect(Portfolio().table("report burden").count == 0)
  }
}
