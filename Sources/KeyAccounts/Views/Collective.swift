/// The people at clients: what they decide, and when they were met.
extension View {
  /// The parts that people play on a day at the clients where they work.
  static let roles = View(
    "kam.roles", [("asof", "DATE"), client],
    gives: [
      ("client", "NODE"), ("product", "NODE"), ("role", "STRING"), ("person", "NODE"), ("support", "INTEGER"),
    ],
    """
    the parts that people play on a day at the clients where they work, at one client or ('') at all; the product is
    null for all products
    """,
    """
    MATCH (client:Client) WHERE $client = '' OR client.name = $client
    WITH client
    MATCH (person:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(client)
    WHERE \(Validity.of("r", on: "$asof"))
      AND EXISTS { MATCH (person)-[w:WORKS_AT]->(client)
                   WHERE \(Validity.of("w", on: "$asof")) }
    OPTIONAL MATCH (r)-[:FOR]->(product:Product)
    RETURN client, product, r.role AS role, person, r.support AS support
    """)

  /// The deciding collective for each product that a client bought (analysis 5).
  static let coverage = View(
    "kam.coverage",
    [("from", "DATE"), ("asof", "DATE"), ("days", "INTEGER"), ("strength", "INTEGER"), client],
    gives: [
      ("client", "NODE"), ("product", "NODE"), ("filled", "LIST<STRING>"), ("covered", "LIST<STRING>"),
      ("missing", "LIST<STRING>"), ("weighted", "FLOAT"),
    ],
    """
    for each client, or ('') for all, and each product bought in a window: the parts that someone plays, those played
    by someone whom one of us knows with a strength and met within some days, the parts nobody plays, and the weight
    of the covered ones
    """,
    """
    CALL kam.lines($from, $asof + duration('P1D'), $client) YIELD client, product
    WITH DISTINCT client, product
    WITH client, collect(product) AS products
    WITH client, products, $asof - duration({days: $days}) AS since
    OPTIONAL MATCH (person:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(client)
    WHERE \(Validity.of("r", on: "$asof"))
      AND EXISTS { MATCH (person)-[w:WORKS_AT]->(client)
                   WHERE \(Validity.of("w", on: "$asof")) }
    OPTIONAL MATCH (r)-[:FOR]->(p:Product)
    WITH client, products, p, r.role AS role,
      EXISTS {
        MATCH (i:Interaction)-[:WITH]->(person) WHERE i.date <= $asof AND i.date >= since
      } AND EXISTS {
        MATCH (person)-[k:KNOWS]-(:Person)-[w:WORKS_AT]->(:Own)
        WHERE k.strength >= $strength AND \(Validity.of("k", on: "$asof"))
          AND \(Validity.of("w", on: "$asof")) } AS isMet
    UNWIND products AS product
    // A part for another product counts for nothing here, but the product stays.
    WITH client, product, CASE WHEN p IS NULL OR p = product THEN role END AS role, isMet
    WITH client, product, collect(DISTINCT role) AS played, collect(DISTINCT CASE WHEN isMet THEN role END) AS met,
         ['decider', 'buyer', 'influencer', 'user', 'gatekeeper'] AS wanted
    RETURN client, product, coll.intersection(wanted, played) AS filled, coll.intersection(wanted, met) AS covered,
           coll.difference(wanted, played) AS missing,
           round(CASE WHEN 'decider' IN met THEN 0.35 ELSE 0.0 END + CASE WHEN 'buyer' IN met THEN 0.2 ELSE 0.0 END
                 + CASE WHEN 'influencer' IN met THEN 0.2 ELSE 0.0 END + CASE WHEN 'user' IN met THEN 0.15 ELSE 0.0 END
                 + CASE WHEN 'gatekeeper' IN met THEN 0.1 ELSE 0.0 END, 12) AS weighted
    """)

  /// The days on which people of clients were met (analysis 6).
  static let contacts = View(
    "kam.contacts", [("asof", "DATE"), client],
    gives: [
      ("client", "NODE"), ("person", "NODE"), ("days", "LIST<DATE>"), ("gaps", "LIST<INTEGER>"),
      ("since", "INTEGER"),
    ],
    """
    the days up to a day on which people were met at the client where they work, at one client or ('') at all, the
    gaps between, and the days since the last; who was never met is not there
    """,
    """
    MATCH (client:Client) WHERE $client = '' OR client.name = $client
    WITH client
    MATCH (person:Person)-[w:WORKS_AT]->(client)
    WHERE \(Validity.of("w", on: "$asof"))
    MATCH (i:Interaction)-[:WITH]->(person) WHERE i.date <= $asof
    WITH client, person, coll.sort(coll.distinct(collect(i.date))) AS days
    WITH client, person, days, coll.daysBetween(days + [$asof]) AS gaps
    RETURN client, person, days, gaps[..-1] AS gaps, last(gaps) AS since
    """)

  /// How long people of clients were not met, against the usual gap (analysis 6).
  static let silences = View(
    "kam.silences", [("asof", "DATE"), ("keydays", "INTEGER"), ("days", "INTEGER"), client],
    gives: [
      ("client", "NODE"), ("person", "NODE"), ("last", "DATE"), ("since", "INTEGER"), ("rhythm", "FLOAT"),
      ("ratio", "FLOAT"),
    ],
    """
    the last day on which people were met at one client or ('') at all, the days since, the usual gap, and the days by
    the gap; with fewer than two gaps it is a number of days at key clients and another at others
    """,
    """
    CALL kam.profits($asof + duration('P1D') - duration('P12M'), $asof + duration('P1D')) YIELD client AS buyer, profit
    WITH collect({client: buyer, profit: profit}) AS rows, sum(profit) AS total
    // Rounding takes time, and few come near a tenth.
    WITH [r IN rows WHERE total > 0 AND r.profit > 0.09 * total AND round(r.profit / total, 12) >= 0.1 | r.client] AS keys
    CALL kam.contacts($asof, $client) YIELD client, person, days, gaps, since
    WITH client, person, last(days) AS last, since,
         CASE WHEN size(gaps) >= 2 THEN coll.median(gaps) WHEN client IN keys THEN toFloat($keydays)
              ELSE toFloat($days) END AS rhythm
    RETURN client, person, last, since, rhythm, CASE WHEN rhythm > 0 THEN since / rhythm END AS ratio
    """)
}
