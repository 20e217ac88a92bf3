extension Question {
  /// What is due up to `$until`, at `$client` or by `$person` where they are not null: ids.
  public static let agenda = Question(
    "Agenda", columns: ["number": "spare"],
    """
    CALL {
      WITH $until AS until, $client AS client, $person AS person, $today AS today
      MATCH (k:Commitment {status: 'open'})-[:AT]->(c:Company)
      WHERE (k.due IS NULL OR k.due <= until) AND (client IS NULL OR id(c) = client)
      OPTIONAL MATCH (k)-[:OWED_BY]->(p:Person)
      WITH k, c, p, person, today WHERE person IS NULL OR id(p) = person
      RETURN k.due AS due, CASE WHEN k.due < today THEN 'overdue' ELSE 'due' END AS state,
             CASE k.side WHEN 'us' THEN 'we promised' ELSE 'they promised' END AS what, c.name AS client,
             p.name AS person, k.text AS text, id(k) AS number
      UNION ALL
      WITH $until AS until, $client AS client, $person AS person, $today AS today
      MATCH (o:Offer {outcome: 'open'})-[:AT]->(c:Company), (o)-[:BY]->(:Own)
      WHERE o.validUntil >= today AND o.validUntil <= until AND (client IS NULL OR id(c) = client) AND person IS NULL
      OPTIONAL MATCH (o)-[:FOR]->(x:Product)
      RETURN o.validUntil AS due, 'due' AS state, 'our offer runs out' AS what, c.name AS client, null AS person,
             x.name AS text, id(o) AS number
      UNION ALL
      WITH $until AS until, $client AS client, $person AS person, $today AS today
      MATCH (p:Person)-[w:WORKS_AT]->(c:Company)
      WHERE p.birthday IS NOT NULL AND \(Validity.of("w", on: "today")) AND (client IS NULL OR id(c) = client)
        AND (person IS NULL OR id(p) = person)
      UNWIND [today.year, today.year + 1] AS year
      WITH c, p, until, today, year,
           CASE WHEN p.birthday.month = 2 AND p.birthday.day = 29
                THEN date({year: year, month: 3, day: 1}) - duration('P1D')
                ELSE date({year: year, month: p.birthday.month, day: p.birthday.day}) END AS day
      WHERE day >= today AND day <= until
      RETURN day AS due, 'due' AS state, 'birthday' AS what, c.name AS client, p.name AS person,
             'turns ' + toString(year - p.birthday.year) AS text, id(p) AS number
      UNION ALL
      WITH $until AS until, $client AS wanted, $person AS owner, $today AS today
      CALL {
        WITH wanted OPTIONAL MATCH (c:Company) WHERE id(c) = wanted
        RETURN coalesce(c.name, '') AS name
      }
      CALL kam.silences(today, 30, 90, name) YIELD client, person, last, rhythm, ratio
      WITH owner, until, today, client, person, last, rhythm WHERE ratio <= 3
      WITH owner, until, today, client, person, last, last + duration({days: toInteger(floor(1.5 * rhythm)) + 1}) AS due
      WHERE due <= until AND (owner IS NULL OR id(person) = owner OR EXISTS {
        MATCH (m:Person)-[g:MANAGES]->(client)
        WHERE id(m) = owner AND \(Validity.of("g", on: "today")) })
      RETURN due, CASE WHEN due < today THEN 'overdue' ELSE 'due' END AS state, 'meet again' AS what,
             client.name AS client, person.name AS person, 'last met ' + toString(last) AS text, id(person) AS number
    }
    RETURN due, state, what, client, person, text, number
    ORDER BY due IS NULL, due, client, what, number
    """)
}
