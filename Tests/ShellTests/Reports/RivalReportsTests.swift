import Testing

@testable import Shell

/// Analyses 13 and 14: the pressure of competitors, and clients to win back.
struct RivalReportsTests {
  /// A rival with 35 % of the wallet and two open offers, the dearer gap 6 %, and one of four people against us.
  private static func pressed() -> Portfolio {
    let portfolio = Portfolio(
      "add client Acme", "add competitor Timken", "add product bearings listPrice=100",
      "order Acme for bearings 1 on 2026-05-04", "rival Timken at Acme since 2026-01-01 share=35%",
      "offer to Acme by Timken for bearings price=94 on 2026-11-01",
      "offer to Acme by Timken for bearings price=97 on 2026-08-23")
    for (index, support) in [-1, 0, 1, 2].enumerated() {
      portfolio.record(
        """
        add person Person\(index) at Acme
        role \(index == 0 ? "decider" : "influencer") Person\(index) at Acme support=\(support)
        """)
    }
    return portfolio
  }

  @Test func `Pressure weighs the rival's share, offers, price gap and friends`() {
    let portfolio = Self.pressed()
    #expect(
      portfolio.table("report pressure").rows("client", "pressure", "offers", "priceGap", "against", "people")
        == [
          ["Acme", "48.5", "2", "0.06", "1", "4"]
        ])
  }

  @Test func `Offers count for ninety days, at most three do, and a lost one does not`() {
    let portfolio = Self.pressed()
    #expect(portfolio.table("report pressure days=90").rows("offers") == [["2"]])
    #expect(portfolio.table("report pressure days=89").rows("offers") == [["1"]])
    portfolio.record("offer to Acme by Timken for bearings price=99 on 2026-11-02 outcome=lost")
    #expect(portfolio.table("report pressure").rows("offers") == [["2"]])
    for day in 3...6 { portfolio.record("offer to Acme by Timken for bearings price=99 on 2026-11-0\(day)") }
    #expect(portfolio.table("report pressure").rows("pressure") == [["58.5"]])
  }

  @Test func `A client without rivals is not listed unless asked for`() {
    let portfolio = Portfolio("add client Acme")
    #expect(portfolio.table("report pressure").count == 0)
    #expect(portfolio.table("report pressure all=yes").rows("client", "pressure") == [["Acme", "0.0"]])
  }

  @Test func `The worth of winning back falls by half a year and rises with a warm contact`() {
    let portfolio = Portfolio(
      "add own Us", "add person Olga at Us", "add client Acme", "add person Anna at Acme",
      "add product widget unitCost=0", "order Acme for widget 120k @1 on 2026-01-04",
      "add area Delivery kind=delivery",
      "lose Acme on 2026-05-20 reason=deadline", "winback Acme means=discount cost=20k")
    #expect(portfolio.table("report winback").rows("months", "warm", "p") == [["6", "false", "0.2828"]])
    portfolio.record("knows Olga with Anna strength=3")
    #expect(
      portfolio.table("report winback").rows("client", "reason", "warm", "annualMargin", "p", "cost", "value")
        == [
          ["Acme", "deadline", "true", "120000.0", "0.3536", "20000.0", "64852.8137"]
        ])
    #expect(portfolio.table("report winback deadline=95% asof=2026-05-20").rows("p") == [["0.9"]])
    #expect(portfolio.table("report winback reason=price").count == 0)
  }

  @Test func `A loss that was regained is no longer to be won`() {
    let portfolio = Portfolio("add client Acme", "lose Acme on 2026-05-20 reason=price")
    #expect(portfolio.table("report winback").rows("client", "value") == [["Acme", "0.0"]])
    portfolio.record("winback Acme means=visit outcome=regained")
    #expect(portfolio.table("report winback").count == 0)
  }
}
