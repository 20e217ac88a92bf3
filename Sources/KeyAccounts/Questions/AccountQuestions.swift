extension Question {
  /// The story of a client (`$client`): every fact in order of its date.
  public static let clientHistory = Question(
    "History",
    """
    MATCH (f)-[:AT]->(c:Company {name: $client})
    OPTIONAL MATCH (f)-[:WITH|PLAYS|FROM|OWED_BY|WAGES|TOLD_BY]-(p)
    WITH f, collect(DISTINCT p.name) AS people
    OPTIONAL MATCH (f)-[l:FOR]->(x)
    WITH f, people, collect(DISTINCT x.name) AS about,
         sum(l.quantity * l.price * (1 - coalesce(l.discount, 0))) AS sold
    RETURN coalesce(f.date, f.from, f.due) AS date, head(labels(f)) AS fact,
           coalesce(f.channel, f.role, f.level, f.kind, f.status, f.reason, f.outcome) AS detail, people, about,
           CASE WHEN f:Order THEN coalesce(f.number + ': ', '') + toString(toInteger(round(sold)))
                WHEN f:Demand OR f:Concession
                  THEN coalesce(replace(toString(f.value) + ' ', '.0 ', ' ') + f.unit, '') + coalesce(', ' + f.note, '')
                ELSE coalesce(f.summary, f.text, f.topic, f.note, f.metric, toString(f.price), toString(f.amount)) END AS text
    ORDER BY date IS NULL, date, id(f)
    """)

  /// What a person (`$personId`) took part in, in order of its date.
  public static let personHistory = Question(
    "History",
    """
    MATCH (p:Person)-[r]-(f) WHERE id(p) = $personId
    OPTIONAL MATCH (f)-[:AT]->(c:Company)
    WITH r, f, c ORDER BY id(r)
    RETURN coalesce(f.date, f.from, r.from) AS date, type(r) AS relation,
           CASE WHEN f:Person OR f:Company THEN f.name ELSE head(labels(f)) END AS what,
           c.name AS at, coalesce(f.summary, f.text, f.topic, f.role, r.title, f.note) AS text
    ORDER BY date IS NULL, date, relation, what
    """)

  /// What is known of a company (`$id`), beside its properties.
  public static let companyCard: [Question] = [
    Question(
      "People",
      """
      MATCH (p:Person)-[w:WORKS_AT]->(c:Company) WHERE id(c) = $id AND \(Validity.of("w"))
      RETURN p.name AS name, w.title AS title, p.phone AS phone, p.email AS email ORDER BY name
      """),
    Question(
      "Managers",
      """
      MATCH (m:Person)-[g:MANAGES]->(c:Company) WHERE id(c) = $id
      RETURN m.name AS name, g.as AS `as`, g.from AS from, g.to AS to ORDER BY from, name
      """),
  ]

  /// What is known of a person (`$id`), beside the properties.
  public static let personCard: [Question] = [
    Question(
      "Jobs",
      """
      MATCH (p:Person)-[w:WORKS_AT]->(c:Company) WHERE id(p) = $id
      RETURN c.name AS company, w.title AS title, w.department AS department, w.from AS from, w.to AS to
      ORDER BY w.to IS NOT NULL, from DESC, company
      """),
    Question(
      "Roles",
      """
      MATCH (p:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(c:Company) WHERE id(p) = $id
      OPTIONAL MATCH (r)-[:FOR]->(x:Product)
      RETURN c.name AS client, x.name AS product, r.role AS role, r.influence AS influence,
             r.support AS support, r.from AS from, r.to AS to
      ORDER BY client, product, role
      """),
    Question(
      "Knows, reports to, influences",
      """
      MATCH (p:Person)-[r:KNOWS|REPORTS_TO|INFLUENCES|CONFLICTS_WITH]-(q:Person) WHERE id(p) = $id
      RETURN type(r) AS relation, startNode(r).name AS from, endNode(r).name AS to, r.strength AS strength
      ORDER BY relation, from, to
      """),
  ]
}
