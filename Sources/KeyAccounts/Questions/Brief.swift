/// What one must know before a meeting with `$client`.
extension Question {
  /// The screen with which one walks into the meeting, section by section; those without rows are left out.
  public static let brief: [Question] = [
    whoTheyAre, whatTheyBring, topics, whoDecides, gaps, lastContacts, openPromises, demands, refusals,
    rivals, offers,
    frozenCapital, pocketMargin, news,
  ]

  /// What the next manager must know first.
  public static let handover: [Question] = [whoDecides, openPromises, lastContacts]

  private static let whoTheyAre = Question(
    "Who they are", columns: ["kinds": "words+spare", "segments": "words", "managers": "words"],
    """
    MATCH (c:Company {name: $client})
    OPTIONAL MATCH (m:Person)-[g:MANAGES]->(c) WHERE \(Validity.of("g"))
    WITH c, collect(DISTINCT m.name) AS managers
    OPTIONAL MATCH (c)-[:IN_SEGMENT]->(s:Segment)
    WITH c, managers, collect(DISTINCT s.name) AS segments
    RETURN [l IN labels(c) WHERE l <> 'Company'] AS kinds, c.tier AS tier, c.industry AS industry, c.region AS region,
           c.since AS since, segments, managers, c.note AS note
    """)

  private static let whatTheyBring = Question(
    "What they bring, in 12 months",
    columns: [
      "revenue": "money", "before": "money", "change": "percent", "share": "percent", "byMonth": "line",
      "rhythm": "days",
    ],
    """
    CALL kam.profits($today + duration('P1D') - duration('P12M'), $today + duration('P1D')) YIELD client, revenue, profit
    WITH client, revenue, profit ORDER BY profit DESC, client.name
    WITH collect(client.name) AS names, collect(revenue) AS revenues, collect(profit) AS profits
    WITH size(names) AS clients, coll.indexOf(names, $client) AS at, revenues, profits, coll.sum(profits) AS total
    WITH clients, at + 1 AS rank, CASE WHEN at >= 0 THEN revenues[at] ELSE 0.0 END AS revenue,
         CASE WHEN at >= 0 AND total > 0 THEN profits[at] / total END AS share
    CALL {
      MATCH (c:Company {name: $client})<-[:AT]-(o:Order)-[l:FOR]->(:Product)
      WHERE o.date > $today - duration('P24M') AND o.date <= $today AND coalesce(o.status, 'placed') <> 'cancelled'
      WITH 23 - duration.inMonths(o.date, $today).months AS month,
           sum(l.quantity * l.price * (1 - coalesce(l.discount, 0))) AS revenue
      RETURN collect({month: month, revenue: revenue}) AS months, count(*) AS known
    }
    CALL {
      CALL kam.rhythm($today, $client) YIELD dates, days, median, ratio
      RETURN collect({last: last(dates), days: days, rhythm: median,
        state: CASE WHEN size(dates) = 0 THEN 'never bought' WHEN ratio >= 3 THEN 'lost' WHEN ratio >= 2 THEN 'at risk'
                    ELSE 'active' END})[0] AS buying
    }
    WITH *, [n IN range(12, 23) | toInteger(round(reduce(s = 0.0, m IN months | s + CASE m.month WHEN n THEN m.revenue ELSE 0.0 END)))] AS byMonth,
         reduce(s = 0.0, m IN months | s + CASE WHEN m.month < 12 THEN m.revenue ELSE 0.0 END) AS before
    WHERE known > 0 OR rank > 0 OR buying.last IS NOT NULL
    RETURN share, CASE WHEN rank > 0 THEN toString(rank) + ' of ' + toString(clients) END AS rank, revenue, before,
           CASE WHEN before > 0 THEN (revenue - before) / before END AS change, byMonth, buying.last AS lastOrder,
           buying.days AS days, buying.rhythm AS rhythm, buying.state AS state
    """)

  /// Three things to speak about, each with the fact that it comes from, the most pressing first.
  private static let topics = Question(
    "Three topics to raise",
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
             coalesce(x, 'no product named') + coalesce(' at ' + toString(o.price), '') AS fact, o.date AS date
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

  private static let whoDecides = Question(
    "Who decides", columns: ["products": "words", "influence": "spare", "knownTo": "words"],
    """
    MATCH (c:Company {name: $client})<-[:AT]-(r:DecisionRole)<-[:PLAYS]-(p:Person)
    WHERE \(Validity.of("r"))
    OPTIONAL MATCH (r)-[:FOR]->(x:Product)
    WITH c, r, p, collect(x.name) AS products
    OPTIONAL MATCH (p)-[k:KNOWS]-(ours:Person)-[:WORKS_AT]->(:Own) WHERE k.to IS NULL OR k.to > $today
    WITH r, p, products, collect(DISTINCT ours.name) AS knownTo
    OPTIONAL MATCH (i:Interaction)-[:WITH]->(p) WHERE i.date <= $today
    RETURN p.name AS person, r.role AS role, products, r.influence AS influence, r.support AS support,
           knownTo, max(i.date) AS lastContact
    ORDER BY influence IS NULL, influence DESC, person, role
    """)

  private static let gaps = Question(
    "Gaps in the deciding collective, of products bought",
    columns: ["covered": "percent", "notMet": "words", "unknown": "words"],
    """
    CALL kam.coverage($today + duration('P1D') - duration('P12M'), $today, 90, 3, $client)
    YIELD product, filled, covered, missing, weighted
    WITH * WHERE size(covered) < 5
    RETURN product.name AS product, weighted AS covered, [r IN filled WHERE NOT r IN covered] AS notMet, missing AS unknown
    ORDER BY covered, product LIMIT 5
    """)

  private static let lastContacts = Question(
    "Last contacts", columns: ["people": "words"],
    """
    MATCH (c:Company {name: $client})<-[:AT]-(i:Interaction) WHERE i.date <= $today
    OPTIONAL MATCH (i)-[:WITH]->(p:Person)
    WITH i, collect(p.name) AS people
    RETURN i.date AS date, i.channel AS channel, people, i.topic AS topic, i.summary AS summary
    ORDER BY date DESC, id(i) DESC LIMIT 5
    """)

  private static let openPromises = Question(
    "Open promises, overdue first",
    """
    MATCH (c:Company {name: $client})<-[:AT]-(k:Commitment {status: 'open'})
    OPTIONAL MATCH (k)-[:OWED_BY]->(p:Person)
    RETURN k.due AS due, coalesce(k.due < $today, false) AS overdue, k.side AS side, p.name AS owedBy, k.text AS text
    ORDER BY due IS NULL, due, text
    """)

  private static let demands = Question(
    "Demands and what was granted", columns: ["value": "number"],
    """
    MATCH (c:Company {name: $client})<-[:AT]-(f) WHERE f:Demand OR f:Concession AND (f.to IS NULL OR f.to > $today)
    RETURN coalesce(f.date, f.from) AS date, head(labels(f)) AS fact, f.kind AS kind,
           f.value AS value, f.unit AS unit, f.status AS state, f.note AS note
    ORDER BY date IS NULL, date DESC, fact LIMIT 6
    """)

  private static let refusals = Question(
    "Refusals and complaints",
    """
    MATCH (c:Company {name: $client})<-[:AT]-(f:Refusal)
    OPTIONAL MATCH (f)-[:FOR]->(x)
    WITH f, head(collect(x.name)) AS x
    RETURN f.date AS date, f.kind AS kind, x AS about, f.reason AS reason, f.resolvedOn AS resolved, f.note AS note
    ORDER BY date IS NULL, date DESC LIMIT 5
    """)

  private static let rivals = Question(
    "Competitors", columns: ["share": "percent"],
    """
    MATCH (c:Company {name: $client})<-[:AT]-(v:Rivalry)<-[:WAGES]-(rival:Competitor)
    WHERE v.to IS NULL OR v.to > $today
    OPTIONAL MATCH (v)-[:FOR]->(x:Product)
    OPTIONAL MATCH (v)-[:TOLD_BY]->(p:Person)
    RETURN rival.name AS competitor, v.level AS level, v.share AS share, x.name AS product,
           v.from AS since, p.name AS toldBy
    ORDER BY share IS NULL, share DESC, competitor, product
    """)

  private static let offers = Question(
    "Open offers", columns: ["price": "money"],
    """
    MATCH (c:Company {name: $client})<-[:AT]-(o:Offer)-[:BY]->(bidder:Company) WHERE coalesce(o.outcome, 'open') = 'open'
    OPTIONAL MATCH (o)-[:FOR]->(x:Product)
    RETURN o.date AS date, bidder.name AS bidder, x.name AS product, o.price AS price, o.deferralDays AS deferralDays,
           o.validUntil AS validUntil
    ORDER BY date DESC, bidder LIMIT 5
    """)

  private static let frozenCapital = Question(
    "Frozen capital, at 18 % a year",
    columns: [
      "sales": "money", "frozen": "money", "costAYear": "money", "deferralDays": "days", "stockDays": "days",
    ],
    """
    CALL kam.frozen($today + duration('P1D') - duration('P12M'), $today, $client) YIELD sales, deferralDays, stockDays, frozen
    WITH * WHERE deferralDays > 0 OR stockDays > 0
    RETURN sales, deferralDays, stockDays, frozen, frozen * 0.18 AS costAYear
    """)

  private static let pocketMargin = Question(
    "Pocket margin, the thinnest first",
    columns: ["list": "money", "invoice": "money", "pocket": "money", "marginShare": "percent"],
    """
    CALL kam.pocket($today + duration('P1D') - duration('P12M'), $today, 0.18, -1.0, $client)
    YIELD product, list, invoice, pocket, cost
    RETURN product.name AS product, list, invoice, pocket, CASE WHEN pocket > 0 THEN (pocket - cost) / pocket END AS marginShare
    ORDER BY marginShare IS NULL, marginShare, product LIMIT 5
    """)

  private static let news = Question(
    "News",
    """
    MATCH (c:Company {name: $client})<-[:AT]-(n:Intel)
    OPTIONAL MATCH (n)-[:FROM]->(p:Person)
    RETURN n.date AS date, n.reliability + toString(n.credibility) AS grade, p.name AS source, n.text AS text
    ORDER BY date DESC, text LIMIT 5
    """)
}
