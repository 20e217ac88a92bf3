extension KindList {
  /// What happened or holds at clients, the latest first.
  static let facts: [KindList] = [
    KindList(
      "promises", "Commitment",
      """
      MATCH (k:Commitment)-[:AT]->(c:Company)
      OPTIONAL MATCH (k)-[:OWED_BY]->(p:Person)
      RETURN k.due AS due, k.status AS status, c.name AS client, k.side AS side, p.name AS owedBy, k.text AS text
      ORDER BY status <> 'open', due IS NULL, due, client, text
      """),
    KindList(
      "orders", "Order", columns: ["revenue": "money"],
      """
      MATCH (o:Order)-[:AT]->(c:Company)
      OPTIONAL MATCH (o)-[l:FOR]->(x:Product)
      WITH o, c, l, x ORDER BY x.name
      RETURN o.date AS date, o.number AS number, c.name AS client, o.status AS status, collect(DISTINCT x.name) AS products,
             sum(l.quantity * l.price * (1 - coalesce(l.discount, 0))) AS revenue
      ORDER BY date DESC, client, number
      """),
    KindList(
      "offers", "Offer", columns: ["price": "money"],
      """
      MATCH (o:Offer)-[:AT]->(c:Company)
      OPTIONAL MATCH (o)-[:BY]->(bidder:Company)
      OPTIONAL MATCH (o)-[:FOR]->(x:Product)
      RETURN o.date AS date, c.name AS client, bidder.name AS bidder, x.name AS product, o.price AS price,
             o.deferralDays AS deferralDays, o.validUntil AS validUntil, o.outcome AS outcome
      ORDER BY date DESC, client, bidder, product
      """),
    KindList(
      "demands", "Demand", columns: ["value": "number"],
      """
      MATCH (d:Demand)-[:AT]->(c:Company)
      OPTIONAL MATCH (d)-[:FOR]->(x:Product)
      RETURN d.date AS date, c.name AS client, d.kind AS kind, d.value AS value, d.unit AS unit, x.name AS product,
             d.status AS status
      ORDER BY status <> 'open', date DESC, client, kind
      """),
    KindList(
      "concessions", "Concession", columns: ["value": "number"],
      """
      MATCH (d:Concession)-[:AT]->(c:Company)
      OPTIONAL MATCH (d)-[:FOR]->(x:Product)
      RETURN c.name AS client, d.kind AS kind, d.value AS value, d.unit AS unit, x.name AS product, d.from AS from, d.to AS to
      ORDER BY client, from DESC, kind
      """),
    KindList(
      "refusals", "Refusal",
      """
      MATCH (f:Refusal)-[:AT]->(c:Company)
      OPTIONAL MATCH (f)-[:FOR]->(x)
      RETURN f.date AS date, c.name AS client, f.kind AS kind, x.name AS about, f.reason AS reason, f.resolvedOn AS resolved
      ORDER BY date DESC, client, kind
      """),
    KindList(
      "rivals", "Rivalry", columns: ["share": "percent"],
      """
      MATCH (rival:Company)-[:WAGES]->(v:Rivalry)-[:AT]->(c:Company) WHERE \(Validity.of("v"))
      OPTIONAL MATCH (v)-[:FOR]->(x:Product)
      RETURN c.name AS client, rival.name AS competitor, v.level AS level, v.share AS share, x.name AS product, v.from AS since
      ORDER BY client, share IS NULL, share DESC, competitor, product
      """),
    KindList(
      "losses", "Loss",
      """
      MATCH (l:Loss)-[:AT]->(c:Company)
      OPTIONAL MATCH (l)-[:FOR]->(x:Product)
      OPTIONAL MATCH (l)-[:TO]->(rival:Company)
      RETURN l.date AS date, c.name AS client, x.name AS product, l.reason AS reason, rival.name AS wentTo, l.status AS status
      ORDER BY date DESC, client, product
      """),
    KindList(
      "news", "Intel",
      """
      MATCH (n:Intel)-[:AT]->(c:Company)
      OPTIONAL MATCH (n)-[:FROM]->(p:Person)
      RETURN n.date AS date, c.name AS client, n.reliability + toString(n.credibility) AS grade, p.name AS source, n.text AS text
      ORDER BY date DESC, client, text
      """),
  ]
}
