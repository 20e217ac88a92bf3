extension Question {
  /// Who belongs to the deciding collective of the company `$id`: those who work there, and those who play a part there.
  public static let mapPeople = Question(
    "People",
    """
    MATCH (p:Person)-[w:WORKS_AT]->(c:Company) WHERE id(c) = $id AND \(Validity.of("w"))
    RETURN id(p) AS id, p.name AS name, head(collect(w.title)) AS title, true AS works
    UNION
    MATCH (p:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(c:Company)
    WHERE id(c) = $id AND \(Validity.of("r"))
      AND NOT EXISTS { MATCH (p)-[w:WORKS_AT]->(c) WHERE \(Validity.of("w")) }
    RETURN DISTINCT id(p) AS id, p.name AS name, null AS title, false AS works
    """)

  /// The parts that they play there.
  public static let mapRoles = Question(
    "Roles",
    """
    MATCH (p:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(c:Company)
    WHERE id(c) = $id AND \(Validity.of("r"))
    OPTIONAL MATCH (r)-[:FOR]->(x:Product)
    RETURN id(p) AS person, r.role AS role, x.name AS product, r.influence AS influence, r.support AS support
    ORDER BY influence IS NULL, influence DESC, role, product, id(r)
    """)

  /// Who of `$people` (ids) reports to, influences or is in conflict with whom of them.
  public static let mapLines = Question(
    "Lines",
    """
    UNWIND $people AS one
    MATCH (a:Person)-[r:REPORTS_TO|INFLUENCES|CONFLICTS_WITH]->(b:Person)
    WHERE id(a) = one AND id(b) IN $people AND a <> b
      AND \(Validity.of("r"))
    RETURN id(a) AS from, type(r) AS type, id(b) AS to, max(r.weight) AS weight ORDER BY type, from, to
    """)

  /// Who of us knows which of `$people` (ids), the strongest first.
  public static let mapKnown = Question(
    "Known to",
    """
    UNWIND $people AS one
    MATCH (p:Person)-[k:KNOWS]-(ours:Person) WHERE id(p) = one AND \(Validity.of("k"))
      AND EXISTS { MATCH (ours)-[w:WORKS_AT]->(:Own) WHERE \(Validity.of("w")) }
    RETURN id(p) AS person, ours.name AS name, max(k.strength) AS strength
    ORDER BY strength IS NULL, strength DESC, name
    """)

  /// When each of `$people` (ids) was met last.
  public static let mapContacts = Question(
    "Last contacts",
    """
    UNWIND $people AS one
    MATCH (i:Interaction)-[:WITH]->(p:Person) WHERE id(p) = one AND i.date <= $today
    RETURN id(p) AS person, max(i.date) AS last ORDER BY person
    """)

  /// The competitors at the company `$id`.
  public static let mapRivals = Question(
    "Competitors", columns: ["share": "percent", "products": "words"],
    """
    MATCH (c:Company)<-[:AT]-(v:Rivalry)<-[:WAGES]-(rival:Competitor)
    WHERE id(c) = $id AND \(Validity.of("v"))
    OPTIONAL MATCH (v)-[:FOR]->(x:Product)
    WITH rival, v, x ORDER BY x.name
    RETURN rival.name AS competitor, v.level AS level, v.share AS share, collect(x.name) AS products, v.from AS since
    ORDER BY share IS NULL, share DESC, competitor, since
    """)
}
