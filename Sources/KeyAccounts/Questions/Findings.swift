extension Question {
  /// Gaps and contradictions: the title says what is wrong, the answer where and what.
  public static let findings: [Question] = [
    Question(
      "client without a manager",
      """
      MATCH (c:Client)
      WHERE NOT EXISTS { MATCH (:Person)-[m:MANAGES]->(c) WHERE \(Validity.of("m")) }
      RETURN c.name AS place, null AS detail ORDER BY c.name
      """),
    Question(
      "client without a known decider",
      """
      MATCH (c:Client)
      WHERE NOT EXISTS { MATCH (r:DecisionRole {role: 'decider'})-[:AT]->(c) WHERE \(Validity.of("r")) }
      RETURN c.name AS place, null AS detail ORDER BY c.name
      """),
    Question(
      "two jobs at once",
      """
      MATCH (a:Company)<-[v:WORKS_AT]-(p:Person)-[w:WORKS_AT]->(b:Company)
      WHERE id(v) < id(w) AND coalesce(v.to > w.from, true) AND coalesce(w.to > v.from, true)
      RETURN p.name AS place, a.name + ', ' + b.name AS detail ORDER BY p.name, detail
      """),
    Question(
      "promise without a date",
      """
      MATCH (k:Commitment {status: 'open'}) WHERE k.due IS NULL
      OPTIONAL MATCH (k)-[:AT]->(c:Company)
      RETURN c.name AS place, k.text AS detail ORDER BY c.name, detail
      """),
    Question(
      "interval that ends before it begins",
      """
      MATCH (a)-[r:WORKS_AT|REPORTS_TO|KNOWS|MANAGES]->(b) WHERE r.to < r.from
      RETURN coalesce(a.name, head(labels(a))) AS place, type(r) + ' ' + coalesce(b.name, '') AS detail
      ORDER BY place, detail
      """),
    Question(
      "fact without a client",
      """
      MATCH (f:DecisionRole|Rivalry|Interaction|Commitment|Order|Payment|Demand|Concession|Refusal|Offer|Intel|Loss|WinBack|Plan)
      WHERE NOT EXISTS { MATCH (f)-[:AT]->(:Company) }
      RETURN head(labels(f)) AS place, coalesce(f.text, f.summary, f.note, toString(f.date)) AS detail
      ORDER BY place, detail
      """),
    Question(
      // Reports pass over it: what is no date is neither before nor after a day.
      "day that is no date",
      """
      MATCH (f)-[:AT]->(c:Company)
      WHERE f.date IS NOT NULL AND (f.date <= $today) IS NULL OR f.due IS NOT NULL AND (f.due <= $today) IS NULL
        OR f.from IS NOT NULL AND (f.from <= $today) IS NULL OR f.to IS NOT NULL AND (f.to <= $today) IS NULL
      RETURN c.name AS place, head(labels(f)) + ' ' + toString(head([d IN [f.date, f.due, f.from, f.to] WHERE d IS NOT NULL AND (d <= $today) IS NULL])) AS detail
      ORDER BY place, detail
      """),
    Question(
      "two companies of one name",
      """
      MATCH (c:Company) WITH c.name AS place, count(*) AS n WHERE n > 1
      RETURN place, toString(n) + ' records' AS detail ORDER BY place
      """),
  ]
}
