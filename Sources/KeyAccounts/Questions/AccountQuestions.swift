extension Question {
  /// The story of a client (`$client`): every fact in order of its date.
  public static let clientHistory = Question(
    "History",
    """
    MATCH (f)-[:AT]->(c:Company {name: $client})
    OPTIONAL MATCH (f)-[:WITH|PLAYS|FROM|OWED_BY|WAGES|TOLD_BY]-(p)
    WITH f, collect(DISTINCT p.name) AS people
    OPTIONAL MATCH (f)-[:FOR]->(x)
    WITH f, people, collect(DISTINCT x.name) AS about
    RETURN coalesce(f.date, f.from) AS date, head(labels(f)) AS fact,
           coalesce(f.channel, f.role, f.level, f.kind, f.status, f.reason) AS detail, people, about,
           coalesce(f.summary, f.text, f.topic, f.note) AS text
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

  /// The screen with which one walks into a meeting with `$client`.
  public static let brief: [Question] = [
    Question(
      "Who they are",
      """
      MATCH (c:Company {name: $client})
      OPTIONAL MATCH (m:Person)-[g:MANAGES]->(c) WHERE g.to IS NULL OR g.to > $today
      WITH c, collect(DISTINCT m.name) AS managers
      OPTIONAL MATCH (c)-[:IN_SEGMENT]->(s:Segment)
      WITH c, managers, collect(DISTINCT s.name) AS segments
      RETURN [l IN labels(c) WHERE l <> 'Company'] AS kinds, c.industry AS industry, c.region AS region,
             c.since AS since, segments, managers, c.note AS note
      """),
    Question(
      "Orders, by year",
      """
      MATCH (c:Company {name: $client})<-[:AT]-(o:Order)-[l:FOR]->(:Product)
      RETURN o.date.year AS year, count(DISTINCT o) AS orders,
             round(sum(l.quantity * l.price * (1 - coalesce(l.discount, 0))), 2) AS revenue
      ORDER BY year DESC LIMIT 5
      """),
    Question(
      "Who decides",
      """
      MATCH (c:Company {name: $client})<-[:AT]-(r:DecisionRole)<-[:PLAYS]-(p:Person)
      WHERE r.to IS NULL OR r.to > $today
      OPTIONAL MATCH (r)-[:FOR]->(x:Product)
      WITH c, r, p, collect(x.name) AS products
      OPTIONAL MATCH (p)-[k:KNOWS]-(ours:Person)-[:WORKS_AT]->(:Own) WHERE k.to IS NULL OR k.to > $today
      WITH r, p, products, collect(DISTINCT ours.name) AS knownTo
      OPTIONAL MATCH (i:Interaction)-[:WITH]->(p)
      RETURN p.name AS person, r.role AS role, products, r.influence AS influence, r.support AS support,
             knownTo, max(i.date) AS lastContact
      ORDER BY influence IS NULL, influence DESC, person, role
      """),
    Question(
      "Last contacts",
      """
      MATCH (c:Company {name: $client})<-[:AT]-(i:Interaction)
      OPTIONAL MATCH (i)-[:WITH]->(p:Person)
      WITH i, collect(p.name) AS people
      RETURN i.date AS date, i.channel AS channel, people, i.topic AS topic, i.summary AS summary
      ORDER BY date DESC, id(i) DESC LIMIT 5
      """),
    Question(
      "Open promises, overdue first",
      """
      MATCH (c:Company {name: $client})<-[:AT]-(k:Commitment {status: 'open'})
      OPTIONAL MATCH (k)-[:OWED_BY]->(p:Person)
      RETURN k.due AS due, k.due < $today AS overdue, k.side AS side, p.name AS owedBy, k.text AS text
      ORDER BY due IS NULL, due, text
      """),
    Question(
      "Competitors",
      """
      MATCH (c:Company {name: $client})<-[:AT]-(v:Rivalry)<-[:WAGES]-(rival:Competitor)
      WHERE v.to IS NULL OR v.to > $today
      OPTIONAL MATCH (v)-[:FOR]->(x:Product)
      OPTIONAL MATCH (v)-[:TOLD_BY]->(p:Person)
      RETURN rival.name AS competitor, v.level AS level, v.share AS share, x.name AS product,
             v.from AS since, p.name AS toldBy
      ORDER BY share IS NULL, share DESC, competitor, product
      """),
    Question(
      "Demands and refusals",
      """
      MATCH (c:Company {name: $client})<-[:AT]-(f) WHERE f:Demand OR f:Refusal OR f:Concession
      RETURN coalesce(f.date, f.from) AS date, head(labels(f)) AS fact, f.kind AS kind,
             f.value AS value, f.unit AS unit, coalesce(f.status, f.reason) AS state, f.note AS note
      ORDER BY date IS NULL, date DESC, fact LIMIT 10
      """),
    Question(
      "News",
      """
      MATCH (c:Company {name: $client})<-[:AT]-(n:Intel)
      OPTIONAL MATCH (n)-[:FROM]->(p:Person)
      RETURN n.date AS date, n.reliability + toString(n.credibility) AS grade, p.name AS source, n.text AS text
      ORDER BY date DESC, text LIMIT 5
      """),
  ]

  /// What is known of a company (`$id`), beside its properties.
  public static let companyCard: [Question] = [
    Question(
      "People",
      """
      MATCH (p:Person)-[w:WORKS_AT]->(c:Company) WHERE id(c) = $id AND (w.to IS NULL OR w.to > $today)
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

extension Question {
  /// What the next manager of `$client` must know first.
  public static let handover: [Question] = ["Who decides", "Open promises, overdue first", "Last contacts"]
    .compactMap {
      title in brief.first { $0.title == title }
    }
}
