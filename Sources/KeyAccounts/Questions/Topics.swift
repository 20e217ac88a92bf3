extension Question {
  /// Three things to speak about, each with the fact that it comes from, the most pressing first.
  static let topics = Question(
    "Three topics to raise",
    lines: [PageLine("Topics", "{topic}[: {fact}][ ({date})]", least: 3, most: 3)],
    """
    CALL {
      MATCH (:Company {name: $client})<-[:AT]-(k:Commitment {status: 'open', side: 'us'}) WHERE k.due < $today
      RETURN 1 AS rank, 'our overdue promise' AS topic, k.text AS fact, k.due AS date ORDER BY date LIMIT 1
      UNION ALL
      MATCH (:Company {name: $client})<-[:AT]-(f:Refusal)
      WHERE f.resolvedOn IS NULL AND f.date <= $today AND f.date > $today - duration('P6M')
      OPTIONAL MATCH (f)-[:FOR]->(x)
      WITH f, head(collect(x.name)) AS x
      RETURN 2 AS rank, 'the ' + f.kind + ' that is not settled' AS topic,
             reduce(s = '', t IN [x, f.reason, f.note] | s + CASE WHEN t IS NULL THEN '' WHEN s = '' THEN t ELSE ', ' + t END) AS fact,
             f.date AS date ORDER BY date DESC LIMIT 1
      UNION ALL
      MATCH (:Company {name: $client})<-[:AT]-(d:Demand {status: 'open'})
      RETURN 3 AS rank, 'their open demand' AS topic, d.kind + coalesce(' ' + replace(toString(d.value) + ' ', '.0 ', ' ') + d.unit, '') AS fact,
             d.date AS date ORDER BY date DESC LIMIT 1
      UNION ALL
      MATCH (rival:Competitor)<-[:BY]-(o:Offer)-[:AT]->(:Company {name: $client})
      WHERE coalesce(o.outcome, 'open') = 'open' AND o.date <= $today AND o.date > $today - duration('P90D')
      OPTIONAL MATCH (o)-[:FOR]->(x:Product)
      WITH rival, o, head(collect(x.name)) AS x
      RETURN 4 AS rank, 'the offer of ' + rival.name AS topic,
             coalesce(x, 'no product named') + coalesce(' at ' + replace(toString(toFloat(o.price)) + ' ', '.0 ', ''), '') AS fact, o.date AS date
      ORDER BY date DESC LIMIT 1
      UNION ALL
      MATCH (:Company {name: $client})<-[:AT]-(k:Commitment {status: 'open', side: 'them'}) WHERE k.due < $today
      RETURN 5 AS rank, 'their overdue promise' AS topic, k.text AS fact, k.due AS date ORDER BY date LIMIT 1
      UNION ALL
      CALL kam.rhythm($today, $client) YIELD dates, days, median, ratio WITH * WHERE ratio >= 2
      RETURN 6 AS rank, 'why they stopped buying' AS topic,
             toString(days) + ' days since the last order, usually ' + toString(round(median)) AS fact, last(dates) AS date
      UNION ALL
      CALL kam.coverage($today + duration('P1D') - duration('P12M'), $today, 90, 3, $client) YIELD product, filled, covered
      WITH * WHERE NOT 'decider' IN covered
      RETURN 7 AS rank, 'who decides on ' + product.name AS topic,
             CASE WHEN 'decider' IN filled THEN 'the decider was not met in 90 days, or nobody of us knows them well' ELSE 'no decider is known' END AS fact,
             null AS date ORDER BY product.name LIMIT 1
      UNION ALL
      MATCH (:Own)<-[:BY]-(o:Offer)-[:AT]->(:Company {name: $client})
      WHERE coalesce(o.outcome, 'open') = 'open' AND o.validUntil >= $today
      OPTIONAL MATCH (o)-[:FOR]->(x:Product)
      WITH o, head(collect(x.name)) AS x
      RETURN 8 AS rank, 'our open offer' AS topic, coalesce(x, 'no product named') + ', valid until ' + toString(o.validUntil) AS fact,
             o.date AS date ORDER BY o.validUntil LIMIT 1
      UNION ALL
      MATCH (:Company {name: $client})<-[:AT]-(b:Objective) WHERE b.due >= $today AND coalesce(b.actual < b.target, true)
      RETURN 9 AS rank, 'our objective' AS topic, b.metric + coalesce(' ' + toString(b.target), '') + ' by ' + toString(b.due) AS fact,
             b.due AS date ORDER BY date LIMIT 1
      UNION ALL
      MATCH (:Company {name: $client})<-[:AT]-(n:Intel) WHERE n.date <= $today
      RETURN 10 AS rank, 'what we heard' AS topic, n.text AS fact, n.date AS date ORDER BY date DESC LIMIT 1
      UNION ALL
      MATCH (:Company {name: $client})<-[:AT]-(i:Interaction) WHERE i.date <= $today AND coalesce(i.summary, i.topic) IS NOT NULL
      RETURN 11 AS rank, 'the last talk' AS topic, coalesce(i.summary, i.topic) AS fact, i.date AS date ORDER BY date DESC LIMIT 1
    }
    RETURN topic, fact, date ORDER BY rank LIMIT 3
    """)
}
