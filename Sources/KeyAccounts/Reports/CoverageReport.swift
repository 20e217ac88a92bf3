extension Report {
  /// Analysis 5: whether the deciding collective is known and met.
  static let coverage = Report(
    "coverage",
    """
    # Coverage of the deciding collective, for each client and product that it bought.
    # Wanted: decider, buyer, influencer, user, gatekeeper. Filled: someone who works there plays the part. Covered:
    # filled, one of us knows that person with strength 3 and more, and the last contact is at most 90 days ago.
    param asof = date()
    param from = $asof - duration('P12M')
    param days = 90
    param strength = 3

    let weights = [{role: 'decider', weight: 0.35}, {role: 'buyer', weight: 0.2}, {role: 'influencer', weight: 0.2}, {role: 'user', weight: 0.15}, {role: 'gatekeeper', weight: 0.1}]
    remark 'as of ' + $asof + '; products bought since ' + $from + '; met within ' + $days + ' days; weights decider 0.35, buyer 0.2, influencer 0.2, user 0.15, gatekeeper 0.1'
    let met = CALL kam.roles($asof) YIELD person
      WITH DISTINCT person
      OPTIONAL MATCH (i:Interaction)-[:WITH]->(person) WHERE i.date <= $asof
      WITH person, max(i.date) AS last
      WITH person, last WHERE last >= $asof - duration({days: $days}) AND EXISTS { MATCH (person)-[k:KNOWS]-(:Person)-[w:WORKS_AT]->(:Own)
        WHERE k.strength >= $strength AND (k.from IS NULL OR k.from <= $asof) AND (k.to IS NULL OR k.to > $asof) AND (w.to IS NULL OR w.to > $asof) }
      RETURN collect(person) AS people;
    CALL kam.lines($from, $asof + duration('P1D')) YIELD client, product
    WITH DISTINCT client, product
    OPTIONAL MATCH (person:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(client)
    WHERE (r.from IS NULL OR r.from <= $asof) AND (r.to IS NULL OR r.to > $asof)
      AND EXISTS { MATCH (person)-[w:WORKS_AT]->(client) WHERE (w.from IS NULL OR w.from <= $asof) AND (w.to IS NULL OR w.to > $asof) }
      AND (NOT EXISTS { MATCH (r)-[:FOR]->(:Product) } OR EXISTS { MATCH (r)-[:FOR]->(product) })
    WITH client, product, collect(DISTINCT r.role) AS filled, collect(DISTINCT CASE WHEN person IN $met THEN r.role END) AS covered
    RETURN client.name AS client, product.name AS product,
           toFloat(size([w IN $weights WHERE w.role IN filled])) / size($weights) AS filled,
           toFloat(size([w IN $weights WHERE w.role IN covered])) / size($weights) AS covered,
           reduce(s = 0.0, w IN $weights | s + CASE WHEN w.role IN covered THEN w.weight ELSE 0.0 END) AS weighted,
           [w IN $weights WHERE NOT w.role IN filled | w.role] AS unknown,
           CASE WHEN NOT 'decider' IN covered THEN 'decider not covered' END AS flag
    ORDER BY weighted, client, product;
    """)
}
