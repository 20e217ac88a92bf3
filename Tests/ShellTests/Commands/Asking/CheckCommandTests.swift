import Testing

@testable import Shell

/// Gaps and contradictions, each found where it is and nowhere else.
struct CheckCommandTests {
  /// A portfolio in which nothing is amiss.
  private static func sound() -> Portfolio {
    Portfolio(
      "add own Мы", "add client Завод", "add client Фабрика", "add person Ольга at Мы",
      "add person Иван at Завод",
      "manage Завод by Ольга since 2024-01-01", "manage Фабрика by Ольга since 2024-01-01",
      "role decider Иван at Завод since 2024-01-01", "role decider Иван at Фабрика since 2024-01-01",
      "promise by Ольга at Завод due 2026-12-01 \"samples\"")
  }

  @Test func `A portfolio in order has no findings`() {
    #expect(Self.sound().table("check").count == 0)
    #expect(Portfolio().table("check").count == 0)
  }

  @Test(arguments: [
    ("add client Новый\nrole decider Иван at Новый", "client without a manager", "Новый"),
    ("add client Новый\nmanage Новый by Ольга", "client without a known decider", "Новый"),
    (
      "handover Ольга to Иван for Завод\nMATCH ()-[m:MANAGES]->() SET m.to = $today;",
      "client without a manager", "Завод"
    ),
    ("role end Иван at Завод on 2026-11-20", "client without a known decider", "Завод"),
    ("works Иван at Фабрика since 2026-01-01", "two jobs at once", "Иван"),
    ("promise by Иван at Завод \"someday\"", "promise without a date", "Завод"),
    (
      "MATCH (:Person {name: 'Иван'})-[w:WORKS_AT]->() SET w.from = date('2026-02-01'), w.to = date('2026-01-31');",
      "interval that ends before it begins", "Иван"
    ),
    ("CREATE (:Refusal {date: date('2026-01-01')});", "fact without a client", "Refusal"),
    ("CREATE (:Company:Client {name: 'Завод'});", "two companies of one name", "Завод"),
    ("CREATE (:Odd);", "label outside the model", "Odd"),
    (
      "demand price 5% at Завод\nMATCH (d:Demand) SET d.kind = 'beauty';", "value outside its enumeration",
      "Завод"
    ),
    (
      "demand price 5% at Завод\nMATCH (d:Demand) SET d.date = datetime('2026-11-01T10:00+03:00');",
      "day that is no date", "Завод"
    ),
    ("demand price 5% at Завод\nMATCH (d:Demand) SET d.date = '01.11.2026';", "day that is no date", "Завод"),
  ])
  func `What is amiss is found`(_ lines: String, _ finding: String, _ place: String) {
    let portfolio = Self.sound()
    portfolio.record(lines)
    #expect(
      portfolio.table("check").rows("finding", "where").contains([finding, place]),
      "\(portfolio.table("check").rows("finding", "where", "detail"))")
  }

  @Test func `What the model does not know is told with its number and what may have been meant`() {
    let portfolio = Self.sound()
    portfolio.record(
      """
      MATCH (c:Client) SET c.industy = 'steel';
      MATCH (c:Client {name: 'Завод'}) SET c.`год спуска` = 1900;
      MATCH ()-[w:WORKS_AT]->(:Own) SET w.titel = 'Buyer';
      MATCH ()-[w:WORKS_AT]->(:Own) SET w.strength = 3;
      MATCH (p:Person {name: 'Иван'}) SET p.gone = 1;
      MATCH (p:Person {name: 'Иван'}) REMOVE p.gone;
      MATCH (a:Person {name: 'Иван'}), (b:Person {name: 'Ольга'}) CREATE (a)-[:KNOW {x: 1}]->(b), (:Clint {y: 2});
      MATCH (p:Person {name: 'Иван'}) SET p:Product, p.sku = 'both';
      """)
    let found = portfolio.table("check").rows("finding", "where", "detail").filter {
      $0[0].hasSuffix("outside the model")
    }
    #expect(
      found == [
        ["label outside the model", "Clint", "1 node; did you mean 'Client'?"],
        ["relationship type outside the model", "KNOW", "1 relationship; did you mean 'KNOWS'?"],
        ["property outside the model", "Company.industy", "2 nodes; did you mean 'industry'?"],
        ["property outside the model", "Company.год спуска", "1 node"],
        ["property outside the model", "WORKS_AT.strength", "1 relationship"],
        ["property outside the model", "WORKS_AT.titel", "1 relationship; did you mean 'title'?"],
      ])
  }

  @Test func `A manager and a decider to come are none yet`() {
    let portfolio = Self.sound()
    portfolio.record(
      """
      add client Новый
      manage Новый by Ольга since 2026-12-01
      role decider Иван at Новый since 2026-12-01
      """)
    let found = portfolio.table("check").rows("finding", "where")
    #expect(found.contains(["client without a manager", "Новый"]))
    #expect(found.contains(["client without a known decider", "Новый"]))
  }

  @Test func `One job after the other is no contradiction, though both touch`() {
    let portfolio = Self.sound()
    portfolio.record("move Иван to Фабрика on 2026-11-20")
    #expect(!portfolio.table("check").column("finding").contains("two jobs at once"))
  }
}
