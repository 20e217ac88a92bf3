/// People at clients: what they decide, and when they were met.
extension View {
  /// The parts that people play on a day at the clients where they work.
  static let roles = View(
    "kam.roles", [("asof", "DATE")],
    gives: [
      ("client", "NODE"), ("product", "NODE"), ("role", "STRING"), ("person", "NODE"), ("support", "INTEGER"),
    ],
    "the parts that people play on a day at clients where they work; the product is null for all products",
    """
    MATCH (person:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(client:Client)
    WHERE (r.from IS NULL OR r.from <= $asof) AND (r.to IS NULL OR r.to > $asof)
      AND EXISTS { MATCH (person)-[w:WORKS_AT]->(client)
                   WHERE (w.from IS NULL OR w.from <= $asof) AND (w.to IS NULL OR w.to > $asof) }
    OPTIONAL MATCH (r)-[:FOR]->(product:Product)
    RETURN client, product, r.role AS role, person, r.support AS support
    """)

  /// The days on which people of clients were met.
  static let contacts = View(
    "kam.contacts", [("asof", "DATE")],
    gives: [("client", "NODE"), ("person", "NODE"), ("days", "LIST<DATE>"), ("gaps", "LIST<INTEGER>")],
    "the days up to a day on which each person was met at the client where the person works, and the gaps between",
    """
    MATCH (person:Person)-[w:WORKS_AT]->(client:Client)
    WHERE (w.from IS NULL OR w.from <= $asof) AND (w.to IS NULL OR w.to > $asof)
    WITH DISTINCT person, client
    OPTIONAL MATCH (i:Interaction)-[:WITH]->(person) WHERE i.date <= $asof
    WITH client, person, i.date AS day ORDER BY day
    WITH client, person, collect(DISTINCT day) AS days
    RETURN client, person, days,
           [n IN range(1, size(days) - 1) | duration.inDays(days[n - 1], days[n]).days] AS gaps
    """)

  /// The deferral and the stock that clients have on a day.
  static let terms = View(
    "kam.terms", [("asof", "DATE")],
    gives: [("client", "NODE"), ("deferralDays", "FLOAT"), ("stockDays", "FLOAT")],
    "the longest deferral of payment and the longest stock that were conceded to each client and hold on a day",
    """
    MATCH (client:Client)
    OPTIONAL MATCH (c:Concession {unit: 'days'})-[:AT]->(client)
    WHERE c.kind IN ['deferral', 'stock'] AND (c.from IS NULL OR c.from <= $asof)
      AND (c.to IS NULL OR c.to > $asof)
    RETURN client, coalesce(max(CASE c.kind WHEN 'deferral' THEN toFloat(c.value) END), 0.0) AS deferralDays,
           coalesce(max(CASE c.kind WHEN 'stock' THEN toFloat(c.value) END), 0.0) AS stockDays
    """)
}
