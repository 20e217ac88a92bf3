extension Question {
  /// Who plays a part at `$client`, for a product or for any; and who of us knows them.
  ///
  /// `$roles` are the parts, `$product` the product or null.
  public static let whoPlays = Question(
    "Who decides", columns: ["title": "spare"],
    """
    MATCH (p:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(c:Company {name: $client})
    WHERE r.role IN $roles AND \(Validity.of("r"))
    OPTIONAL MATCH (r)-[:FOR]->(x:Product)
    WITH p, r, c, x WHERE $product IS NULL OR x IS NULL OR x.name = $product
    OPTIONAL MATCH (p)-[w:WORKS_AT]->(c) WHERE \(Validity.of("w"))
    OPTIONAL MATCH (p)-[k:KNOWS]-(ours:Person)-[job:WORKS_AT]->(:Own)
    WHERE \(Validity.of("k")) AND \(Validity.of("job"))
    RETURN p.name AS person, w.title AS title, r.role AS role, x.name AS product,
           r.influence AS influence, r.support AS support, collect(DISTINCT ours.name) AS knownTo
    ORDER BY influence IS NULL, influence DESC, person, product
    """)

  /// Who knows the person `$id`, in either direction.
  public static let whoKnows = Question(
    "Who knows",
    """
    MATCH (p:Person)-[k:KNOWS]-(q:Person) WHERE id(p) = $id AND \(Validity.of("k"))
    OPTIONAL MATCH (q)-[w:WORKS_AT]->(c:Company) WHERE \(Validity.of("w"))
    RETURN q.name AS person, c.name AS company, k.strength AS strength, k.level AS level, k.basis AS basis
    ORDER BY strength IS NULL, strength DESC, person
    """)

  /// Who influences the person `$id`.
  public static let whoInfluences = Question(
    "Who influences",
    """
    MATCH (q:Person)-[i:INFLUENCES]->(p:Person) WHERE id(p) = $id
    RETURN q.name AS person, i.weight AS weight,
           EXISTS { MATCH (q)-[r:REPORTS_TO]->(p) WHERE \(Validity.of("r")) } AS reportsToThem
    ORDER BY weight IS NULL, weight DESC, person
    """)

  /// Who reports to the person `$id`.
  public static let whoReports = Question(
    "Who reports to",
    """
    MATCH (q:Person)-[r:REPORTS_TO]->(p:Person) WHERE id(p) = $id AND \(Validity.of("r"))
    RETURN q.name AS person, r.from AS since ORDER BY person
    """)

  /// Who manages `$client`, now and before.
  public static let whoManages = Question(
    "Who manages",
    """
    MATCH (m:Person)-[g:MANAGES]->(c:Company {name: $client})
    RETURN m.name AS person, g.as AS `as`, g.from AS from, g.to AS to
    ORDER BY g.to IS NOT NULL, from DESC, person
    """)

  /// Who works at `$client`.
  public static let whoWorks = Question(
    "Who works at",
    """
    MATCH (p:Person)-[w:WORKS_AT]->(c:Company {name: $client}) WHERE \(Validity.of("w"))
    RETURN p.name AS person, w.title AS title, w.department AS department ORDER BY person
    """)

  /// The shortest way through acquaintances of at least `$least` from the person `$from` to the person `$to`, by ids.
  public static let warmPath = Question("Path", "MATCH (a:Person) WHERE id(a) = $from\n" + pathToPerson)

  /// The same from any of us, people of a company of kind Own.
  public static let warmPathFromUs = Question(
    "Path",
    """
    MATCH (a:Person)-[w:WORKS_AT]->(:Own) WHERE \(Validity.of("w")) AND id(a) <> $to
    WITH DISTINCT a

    """ + pathToPerson)

  private static let pathToPerson = """
    MATCH (b:Person) WHERE id(b) = $to
    MATCH p = shortestPath((a)-[:KNOWS*1..12]-(b))
    WHERE all(r IN relationships(p) WHERE coalesce(r.strength, 1) >= $least AND \(Validity.of("r")))
    RETURN [n IN nodes(p) | n.name] AS people, [r IN relationships(p) | coalesce(r.strength, 1)] AS strengths,
           length(p) AS steps
    ORDER BY steps, people LIMIT 1
    """

  /// Everything whose name or another text holds `$text`, whatever its case, up to `$limit`; names come first.
  public static let find = Question(
    "Found", columns: ["kind": "words"],
    """
    CALL db.search($text, ['name'], $limit) YIELD node, key, found
    OPTIONAL MATCH (node)-[:AT|WORKS_AT]->(c:Company)
    WITH node, key, found, collect(c.name) AS companies
    RETURN [l IN labels(node) WHERE l <> 'Company' OR size(labels(node)) = 1] AS kind,
           coalesce(node.name, toString(coalesce(node.date, node.due, node.from))) AS name, head(companies) AS at,
           key AS field, node[key] AS text, found
    """)
}
