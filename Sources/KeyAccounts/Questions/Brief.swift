/// What one must know before a meeting with `$client`.
extension Question {
  /// The screen with which one walks into the meeting, section by section; those without rows are left out.
  public static let brief: [Question] = [
    whoTheyAre, whatTheyBring, frozenCapital, pocketMargin, topics, whoDecides, gaps, lastContacts,
    openPromises,
    demands, refusals, rivals, offers, news,
  ]

  /// What the next manager must know first.
  public static let handover: [Question] = [whoDecides, openPromises, lastContacts]

  private static let kindWords = Dictionary(
    uniqueKeysWithValues: KeyAccountModel.companyKinds.map { ("kinds=\($0)", $0.lowercased()) })

  private static let whoTheyAre = Question(
    "Who they are", columns: ["kinds": "words+spare", "segments": "words", "managers": "words"],
    lines: [
      PageLine(
        "", "{$client}[: {kinds}][, {industry}][, {region}][, tier {tier}][, since {since}]", words: kindWords
      ),
      PageLine("Managers", "[{managers}|nobody manages them][; segments: {segments}]"),
      PageLine("Note", "{note}"),
    ],
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
      "revenue": "money", "before": "money", "change": "percent", "share": "percent",
      "byMonth": "number+line",
      "rhythm": "days",
    ],
    lines: [
      PageLine(
        "Brings",
        "[{share} of all profit, ][rank {rank}; ]revenue {revenue} in 12 months[, {+change} on the 12 before]"
      ),
      PageLine(
        "Orders",
        "[{byMonth} by month; ][last {lastOrder}][, {days} days ago][, usually every {rhythm} days]: {state}"),
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

  private static let whoDecides = Question(
    "Who decides", columns: ["products": "words", "influence": "spare", "knownTo": "words"],
    lines: [
      PageLine(
        "Deciding",
        "{person}, {role}[ for {products}][; influence {influence}][, support {+support}]; [known to {knownTo}|known to nobody][, met {lastContact}|, never met]",
        most: 5, rest: "map {$client}")
    ],
    """
    MATCH (c:Company {name: $client})<-[:AT]-(r:DecisionRole)<-[:PLAYS]-(p:Person)
    WHERE \(Validity.of("r"))
    OPTIONAL MATCH (r)-[:FOR]->(x:Product)
    WITH c, r, p, collect(x.name) AS products
    OPTIONAL MATCH (p)-[k:KNOWS]-(ours:Person)-[job:WORKS_AT]->(:Own)
    WHERE \(Validity.of("k")) AND \(Validity.of("job"))
    WITH r, p, products, collect(DISTINCT ours.name) AS knownTo
    OPTIONAL MATCH (i:Interaction)-[:WITH]->(p) WHERE i.date <= $today
    RETURN p.name AS person, r.role AS role, products, r.influence AS influence, r.support AS support,
           knownTo, max(i.date) AS lastContact
    ORDER BY influence IS NULL, influence DESC, person, role
    """)

  private static let gaps = Question(
    "Gaps in the deciding collective, of products bought",
    columns: ["covered": "percent", "notMet": "words", "unknown": "words"],
    lines: [
      PageLine(
        "Covered", "{product} {covered}[; not met: {notMet}][; unknown: {unknown}]", most: 3,
        rest: "report coverage client={$client}")
    ], most: 5,
    """
    CALL kam.coverage($today + duration('P1D') - duration('P12M'), $today, 90, 3, $client)
    YIELD product, filled, covered, missing, weighted
    WITH * WHERE size(covered) < 5
    RETURN product.name AS product, weighted AS covered, [r IN filled WHERE NOT r IN covered] AS notMet, missing AS unknown
    ORDER BY covered, product
    """)

  private static let lastContacts = Question(
    "Last contacts", columns: ["people": "words"],
    lines: [
      PageLine(
        "Contacts", "{date} {channel}[ with {people}][, {topic}][: {summary}]", most: 4,
        rest: "history {$client}")
    ], most: 5,
    """
    MATCH (c:Company {name: $client})<-[:AT]-(i:Interaction) WHERE i.date <= $today
    OPTIONAL MATCH (i)-[:WITH]->(p:Person)
    WITH i, collect(p.name) AS people
    RETURN i.date AS date, i.channel AS channel, people, i.topic AS topic, i.summary AS summary
    ORDER BY date DESC, id(i) DESC
    """)

  private static let openPromises = Question(
    "Open promises, overdue first",
    lines: [
      PageLine(
        "Promises", "[{overdue} ][{due}|undated] {side}: {text}[ ({owedBy})]",
        words: ["overdue=false": "", "overdue=true": "overdue", "side=us": "we", "side=them": "they"],
        least: 2, most: 5, rest: "history {$client}")
    ],
    """
    MATCH (c:Company {name: $client})<-[:AT]-(k:Commitment {status: 'open'})
    OPTIONAL MATCH (k)-[:OWED_BY]->(p:Person)
    RETURN k.due AS due, coalesce(k.due < $today, false) AS overdue, k.side AS side, p.name AS owedBy, k.text AS text
    ORDER BY due IS NULL, due, text
    """)

  private static let demands = Question(
    "Demands and what was granted", columns: ["value": "number"],
    lines: [
      PageLine(
        "Terms", "{date} {fact} {kind}[ {value}][ {unit}][, {state}][: {note}]",
        words: [
          "fact=Demand": "they ask for", "fact=Concession": "we grant", "unit=percent": "%", "unit=money": "",
        ], most: 4, rest: "history {$client}")
    ], most: 6,
    """
    MATCH (c:Company {name: $client})<-[:AT]-(f) WHERE f:Demand OR f:Concession AND \(Validity.of("f"))
    RETURN coalesce(f.date, f.from) AS date, head(labels(f)) AS fact, f.kind AS kind,
           f.value AS value, f.unit AS unit, f.status AS state, f.note AS note
    ORDER BY date IS NULL, date DESC, fact
    """)

  private static let refusals = Question(
    "Refusals and complaints",
    lines: [
      PageLine(
        "Refusals", "{date} {kind}, [settled {resolved}|not settled][: {about}][, {reason}][; {note}]",
        words: ["kind=lostDeal": "lost deal"], most: 3, rest: "history {$client}")
    ], most: 5,
    """
    MATCH (c:Company {name: $client})<-[:AT]-(f:Refusal)
    OPTIONAL MATCH (f)-[:FOR]->(x)
    WITH f, head(collect(x.name)) AS x
    RETURN f.date AS date, f.kind AS kind, x AS about, f.reason AS reason, f.resolvedOn AS resolved, f.note AS note
    ORDER BY date IS NULL, date DESC
    """)

  private static let rivals = Question(
    "Competitors", columns: ["share": "percent"],
    lines: [
      PageLine(
        "Rivals", "{competitor}[ {level}][ {product}][, {share} of purchases][, since {since}][ ({toldBy})]",
        most: 4, rest: "map {$client}")
    ],
    """
    MATCH (c:Company {name: $client})<-[:AT]-(v:Rivalry)<-[:WAGES]-(rival:Competitor)
    WHERE \(Validity.of("v"))
    OPTIONAL MATCH (v)-[:FOR]->(x:Product)
    OPTIONAL MATCH (v)-[:TOLD_BY]->(p:Person)
    RETURN rival.name AS competitor, v.level AS level, v.share AS share, x.name AS product,
           v.from AS since, p.name AS toldBy
    ORDER BY share IS NULL, share DESC, competitor, product
    """)

  private static let offers = Question(
    "Open offers", columns: ["price": "money"],
    lines: [
      PageLine(
        "Offers",
        "{date} {bidder}: [{product}|no product named][ at {price}][, {deferralDays} days][, until {validUntil}]",
        most: 3, rest: "history {$client}")
    ], most: 5,
    """
    MATCH (c:Company {name: $client})<-[:AT]-(o:Offer)-[:BY]->(bidder:Company) WHERE coalesce(o.outcome, 'open') = 'open'
    OPTIONAL MATCH (o)-[:FOR]->(x:Product)
    RETURN o.date AS date, bidder.name AS bidder, x.name AS product, o.price AS price, o.deferralDays AS deferralDays,
           o.validUntil AS validUntil
    ORDER BY date DESC, bidder
    """)

  private static let frozenCapital = Question(
    "Frozen capital, at 18 % a year",
    columns: [
      "sales": "money", "frozen": "money", "costAYear": "money", "deferralDays": "days", "stockDays": "days",
    ],
    lines: [
      PageLine(
        "Frozen",
        "{frozen} by {deferralDays} days to pay and {stockDays} days of stock; {costAYear} a year at 18 %")
    ],
    """
    CALL kam.frozen($today + duration('P1D') - duration('P12M'), $today, $client) YIELD sales, deferralDays, stockDays, frozen
    WITH * WHERE deferralDays > 0 OR stockDays > 0
    RETURN sales, deferralDays, stockDays, frozen, frozen * 0.18 AS costAYear
    """)

  private static let pocketMargin = Question(
    "Pocket margin, the thinnest first",
    columns: ["list": "money", "invoice": "money", "pocket": "money", "marginShare": "percent"],
    lines: [
      PageLine(
        "Pocket", "{product} {pocket} of {list}[, margin {marginShare}|, no margin]", most: 3,
        rest: "report pocket client={$client}", isRunning: true)
    ], most: 5,
    """
    CALL kam.pocket($today + duration('P1D') - duration('P12M'), $today, 0.18, -1.0, $client)
    YIELD product, list, invoice, pocket, cost
    RETURN product.name AS product, list, invoice, pocket, CASE WHEN pocket > 0 THEN (pocket - cost) / pocket END AS marginShare
    ORDER BY marginShare IS NULL, marginShare, product
    """)

  private static let news = Question(
    "News",
    lines: [
      PageLine("News", "{date} [{grade}: ]{text}[ ({source})]", most: 3, rest: "history {$client}")
    ], most: 5,
    """
    MATCH (c:Company {name: $client})<-[:AT]-(n:Intel)
    OPTIONAL MATCH (n)-[:FROM]->(p:Person)
    RETURN n.date AS date, n.reliability + toString(n.credibility) AS grade, p.name AS source, n.text AS text
    ORDER BY date DESC, text
    """)
}
