/// What `list KIND` asks.
public struct KindList: Sendable {
  /// The kind, in the plural.
  public let kind: String
  /// The label of what is listed.
  public let label: String
  /// How columns are written, by their names.
  public let columns: [String: String]
  /// The query.
  public let text: String

  init(_ kind: String, _ label: String, columns: [String: String] = [:], _ text: String) {
    self.kind = kind
    self.label = label
    self.columns = columns
    self.text = text
  }

  /// All lists: of things, then of facts.
  public static let all: [KindList] = things + facts

  private static let things: [KindList] = [
    KindList(
      "clients", "Client",
      """
      MATCH (c:Client)
      OPTIONAL MATCH (m:Person)-[g:MANAGES]->(c) WHERE \(Validity.of("g"))
      WITH c, collect(DISTINCT m.name) AS managers
      OPTIONAL MATCH (i:Interaction)-[:AT]->(c)
      WITH c, managers, max(i.date) AS lastContact
      RETURN c.name AS name, c.industry AS industry, c.region AS region, managers, lastContact
      ORDER BY name
      """
    ),
    KindList("companies", "Company", companies(of: "Company")),
    KindList("competitors", "Competitor", companies(of: "Competitor")),
    KindList("prospects", "Prospect", companies(of: "Prospect")),
    KindList("partners", "Partner", companies(of: "Partner")),
    KindList(
      "people", "Person",
      """
      MATCH (p:Person)
      OPTIONAL MATCH (p)-[w:WORKS_AT]->(c:Company) WHERE \(Validity.of("w"))
      RETURN p.name AS name, w.title AS title, c.name AS company, p.phone AS phone, p.email AS email
      ORDER BY name, company
      """
    ),
    KindList(
      "products", "Product",
      """
      MATCH (p:Product)
      RETURN p.name AS name, p.sku AS sku, p.unit AS unit, p.listPrice AS listPrice, p.unitCost AS unitCost
      ORDER BY name
      """
    ),
    KindList(
      "segments", "Segment",
      """
      MATCH (s:Segment)
      OPTIONAL MATCH (x)-[:IN_SEGMENT]->(s)
      RETURN s.name AS name, s.side AS side, s.growth AS growth, s.size AS size, count(x) AS members
      ORDER BY name
      """
    ),
    KindList("areas", "Area", "MATCH (a:Area) RETURN a.name AS name, a.kind AS kind ORDER BY name"),
    KindList(
      "roles", "DecisionRole",
      """
      MATCH (p:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(c:Company)
      WHERE \(Validity.of("r"))
      OPTIONAL MATCH (r)-[:FOR]->(product:Product)
      RETURN c.name AS client, product.name AS product, r.role AS role, p.name AS person,
             r.influence AS influence, r.support AS support
      ORDER BY client, product, role, person
      """
    ),
    KindList(
      "contacts", "Interaction",
      """
      MATCH (i:Interaction)-[:AT]->(c:Company)
      OPTIONAL MATCH (i)-[:WITH]->(p:Person)
      WITH i, c, collect(p.name) AS people
      RETURN i.date AS date, i.channel AS channel, c.name AS client, people, i.topic AS topic, i.summary AS summary
      ORDER BY date DESC, client
      """
    ),
  ]

  private static func companies(of label: String) -> String {
    """
    MATCH (c:\(label))
    RETURN c.name AS name, [l IN labels(c) WHERE l <> 'Company'] AS kinds, c.industry AS industry, c.region AS region
    ORDER BY name
    """
  }
}
