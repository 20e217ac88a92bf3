import Testing

@testable import Shell

/// Analyses 7 to 12: lapse, refusals, frozen capital, pocket price, dumping, wallet.
struct SalesReportsTests {
  private static func rhythm(_ client: String, _ dates: String...) -> Portfolio {
    let portfolio = Portfolio("add product widget", "add client \(client)")
    for date in dates { portfolio.record("order \(client) for widget 1 @10 on \(date)") }
    return portfolio
  }

  @Test func `A client is at risk after two of its own gaps and lost after three`() {
    let portfolio = Self.rhythm("Acme", "2026-01-05", "2026-02-04", "2026-03-06", "2026-04-05")
    #expect(
      portfolio.table("report lapse asof=2026-06-04").rows(
        "client", "days", "median", "ratio", "chance", "state") == [
          ["Acme", "60", "30.0", "2.0", "0.1353", "at risk"]
        ])
    #expect(
      portfolio.table("report lapse asof=2026-07-04").rows("ratio", "chance", "state") == [
        ["3.0", "0.0498", "lost"]
      ])
    #expect(portfolio.table("report lapse asof=2026-06-03").count == 0)
    #expect(portfolio.table("report lapse asof=2026-07-03").column("state") == ["at risk"])
  }

  @Test func `Two orders of one day are one date, and fewer than three dates go by the fixed rule`() {
    let portfolio = Self.rhythm("Acme", "2026-01-05", "2026-01-05", "2026-02-04")
    portfolio.record("add client Never")
    #expect(
      portfolio.table("report lapse").rows("client", "orderDates", "days", "ratio", "state") == [
        ["Acme", "2", "289", "", "lost, by days"], ["Never", "0", "", "", "never bought"],
      ])
    #expect(
      portfolio.table("report lapse days=289").rows("client", "falling") == [
        ["Acme", "true"], ["Never", "false"],
      ])
  }

  @Test func `Revenue that fell to a fifth is marked`() {
    let portfolio = Portfolio("add product widget", "add client Acme")
    for (day, amount) in [
      ("2025-12-01", 100), ("2026-03-01", 100), ("2026-06-01", 100), ("2026-08-01", 100), ("2026-11-01", 20),
    ] {
      portfolio.record("order Acme for widget \(amount) @1 on \(day)")
    }
    #expect(portfolio.table("report lapse").rows("state", "falling") == [["active", "true"]])
    portfolio.record("order Acme for widget 1 @1 on 2026-11-02")
    #expect(portfolio.table("report lapse").count == 0)
  }

  @Test func `Refusals are counted by quarter, with the change and the top direction`() {
    let portfolio = Portfolio(
      "add client Acme", "add product widget", "add area Price kind=price", "add area Delivery kind=delivery",
      "add area Quality kind=quality")
    for day in 1...20 {
      portfolio.record("order Acme for widget 1 @1 on 2026-01-\(day < 10 ? "0" : "")\(day)")
    }
    for day in 1...15 {
      portfolio.record("order Acme for widget 1 @1 on 2026-04-\(day < 10 ? "0" : "")\(day)")
    }
    portfolio.record(
      """
      refusal at Acme for Price on 2026-01-01
      refusal at Acme for Price on 2026-03-31
      refusal at Acme for Delivery on 2026-04-01
      refusal at Acme for Delivery on 2026-05-01
      refusal complaint at Acme for Delivery on 2026-06-30 reason=deadline
      refusal at Acme for Price on 2026-06-01
      refusal at Acme for Quality on 2026-06-02
      """)
    let tables = portfolio.tables("report refusals from=2026-01-01 to=2026-07-01")
    #expect(
      tables[0].rows(
        "period", "orders", "refusals", "rate", "change", "countChange", "topDirection", "topShare", "isNew")
        == [
          ["2026-01-01", "20", "2", "0.0909", "", "", "price", "1.0", "false"],
          ["2026-04-01", "15", "5", "0.25", "0.1591", "1.5", "delivery", "0.6", "true"],
        ])
    #expect(
      tables[2].rows("direction", "period", "refusals", "change") == [
        ["delivery", "2026-04-01", "3", "3"], ["price", "2026-01-01", "2", ""],
        ["price", "2026-04-01", "1", "-1"],
        ["quality", "2026-04-01", "1", "1"],
      ])
    let byClient = portfolio.tables("report refusals from=2026-01-01 to=2026-07-01 per=client")[2]
    #expect(byClient.rows("of", "direction", "change", of: "Acme").count == 4)
    #expect(portfolio.failure(of: "report refusals period=decade").contains("week, month, quarter or year"))
  }

  @Test func `A quarter without orders and refusals stands between its neighbours`() {
    let portfolio = Portfolio("add client Acme", "refusal at Acme on 2026-01-01 reason=price")
    let table = portfolio.table("report refusals from=2026-01-01 to=2026-10-01")
    #expect(
      table.rows("period", "refusals", "rate", "countChange", "topDirection") == [
        ["2026-01-01", "1", "1.0", "", "price"], ["2026-04-01", "0", "", "-1.0", ""],
        ["2026-07-01", "0", "", "", ""],
      ])
    #expect(Portfolio().tables("report refusals").count == 1)
  }

  @Test func `Deferral and stock freeze capital, which costs its rate a year`() {
    let portfolio = Portfolio(
      "add client Acme", "add product widget unitCost=0.7", "order Acme for widget 36.5m @1 on 2026-05-04",
      "concede deferral 60d at Acme from 2026-01-01", "concede stock 45d at Acme from 2026-01-01")
    let table = portfolio.table("report capital")
    #expect(
      table.rows("frozen", "costAYear", "shareOfSales", "moreFrozen", "moreCost") == [
        ["9150000.0", "1647000.0", "0.0451", "3000000.0", "540000.0"]
      ])
    #expect(portfolio.remarks("report capital").contains("30 more days equal a discount of 1.479 %"))
    #expect(portfolio.remarks("report capital more=0 rate=0%").contains("a discount of 0.0 %"))
  }

  @Test func `Terms that ended or have not begun freeze nothing, and without a cost stock is undefined`() {
    let portfolio = Portfolio(
      "add client Acme", "add product widget", "order Acme for widget 365 @1 on 2026-05-04",
      "concede deferral 60d at Acme from 2026-01-01 until 2026-11-20",
      "concede deferral 90d at Acme from 2026-11-21")
    #expect(portfolio.table("report capital").rows("deferralDays", "frozen") == [["0.0", "0.0"]])
    #expect(
      portfolio.table("report capital asof=2026-11-19").rows("deferralDays", "frozen") == [["60.0", "60.0"]])
    portfolio.record("concede stock 10d at Acme from 2026-01-01")
    #expect(
      portfolio.table("report capital").rows("frozen", "remark") == [
        ["", "undefined: the cost of goods is not known"]
      ])
  }

  @Test func `The pocket price is what is left of the list price`() {
    let portfolio = Portfolio(
      "add client Acme", "add product widget listPrice=100 unitCost=60",
      "order Acme for widget 10 on 2026-05-04",
      "concede price 10% at Acme for widget from 2026-01-01", "concede price 5% at Acme from 2026-02-01",
      "concede other 2% at Acme from 2026-01-01", "concede deferral 60d at Acme from 2026-01-01",
      "concede stock 45d at Acme from 2026-01-01")
    let table = portfolio.table("report pocket freight=1.5")
    #expect(
      table.rows("list", "invoice", "rebate", "freight", "deferral", "stock", "pocket") == [
        ["100.0", "85.5", "1.71", "1.5", "2.5299", "1.3315", "78.4286"]
      ])
    #expect(
      table.rows("margin", "marginShare", "invoiceMarginShare", "basis") == [
        ["18.4286", "0.235", "0.2982", "terms"]
      ])
  }

  @Test func `Without granted discounts the invoice price is that of the orders, and freight is by unit`() {
    let portfolio = Portfolio(
      "add client Acme", "add product widget listPrice=100", "add product other listPrice=5",
      "order Acme for widget 10 @90 -10% for other 30 on 2026-05-04 freight=80")
    #expect(
      portfolio.table("report pocket").rows("product", "invoice", "freight", "pocket", "margin", "basis") == [
        ["other", "5.0", "2.0", "3.0", "", "orders"], ["widget", "81.0", "2.0", "79.0", "", "orders"],
      ])
  }

  @Test func `A price cut needs more volume the thinner the margin`() {
    let portfolio = Portfolio()
    #expect(portfolio.table("report dumping cut=5% margin=30%").rows("rise", "remark") == [["0.2", ""]])
    for margin in ["5%", "3%", "0%"] {
      #expect(
        portfolio.table("report dumping cut=5% margin=\(margin)").rows("rise", "remark") == [
          ["", "no volume repays it"]
        ])
    }
    #expect(portfolio.failure(of: "report dumping cut=0").contains("above 0"))
    portfolio.record(
      """
      add client Acme
      add client Loss
      add client Unknown
      add product widget unitCost=70
      add product secret
      order Acme for widget 1 @100 on 2026-05-04
      order Loss for widget 1 @60 on 2026-05-04
      order Unknown for secret 1 @60 on 2026-05-04
      """)
    #expect(
      portfolio.table("report dumping").rows("client", "rise", "remark") == [
        ["Acme", "0.2", ""], ["Loss", "", "no volume repays it"],
        ["Unknown", "", "undefined: costs are not known"],
      ])
  }

  @Test func `The share of wallet is our part of what is spent`() {
    let portfolio = Portfolio(
      "add client Acme", "add product widget", "add product seals", "add product bolts",
      "buys Acme for widget annualSpend=100", "buys Acme for seals", "buys Acme for bolts annualSpend=1",
      "order Acme for widget 65 @1 on 2026-05-04", "order Acme for bolts 2 @1 on 2026-05-04")
    #expect(
      portfolio.table("report wallet").rows("product", "share", "remark") == [
        ["bolts", "2.0", "we sell more than was said to be spent"], ["widget", "0.65", ""],
        ["seals", "", "undefined: the spend is not known"],
      ])
  }
}
