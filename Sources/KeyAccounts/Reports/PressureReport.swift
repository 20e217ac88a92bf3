extension Report {
  /// Analysis 13: how hard competitors press.
  static let pressure = Report(
    "pressure",
    """
    # Pressure of competitors, from 0 to 100, by client.
    # 100 x (.4 S + .3 O + .2 G + .1 R): S the rivals' share of wallet; O open offers of rivals in the last 90 days / 3;
    # G price gap / 10 %; R share of deciders and influencers whose support is below 0. O and G at most 1.
    param asof = date()
    param days = 90

    remark 'as of ' + $asof + '; offers of ' + $days + ' days'
    MATCH (c:Client)
    OPTIONAL MATCH (v:Rivalry)-[:AT]->(c) WHERE (v.from IS NULL OR v.from <= $asof) AND (v.to IS NULL OR v.to > $asof)
    WITH c, count(v) AS rivals, coalesce(sum(toFloat(v.share)), 0.0) AS s
    OPTIONAL MATCH (o:Offer)-[:AT]->(c)
    WHERE EXISTS { MATCH (o)-[:BY]->(:Competitor) } AND coalesce(o.outcome, 'open') = 'open' AND o.date <= $asof AND o.date > $asof - duration({days: $days})
    OPTIONAL MATCH (o)-[:FOR]->(x:Product)
    OPTIONAL MATCH (c)<-[:AT]-(ours:Order)-[l:FOR]->(x) WHERE ours.date <= $asof
    WITH c, rivals, s, o, x, l, ours ORDER BY ours.date DESC
    WITH c, rivals, s, o, coalesce(head(collect(l.price * (1 - coalesce(l.discount, 0)))), toFloat(head(collect(x.listPrice)))) AS our
    WITH c, rivals, s, count(o) AS offers, max(CASE WHEN our > 0 THEN (our - o.price) / our END) AS gap
    OPTIONAL MATCH (person:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(c)
    WHERE r.role IN ['decider', 'influencer'] AND (r.from IS NULL OR r.from <= $asof) AND (r.to IS NULL OR r.to > $asof)
    WITH c, rivals, s, offers, gap, count(DISTINCT person) AS people, count(DISTINCT CASE WHEN r.support < 0 THEN person END) AS against
    WITH c, rivals, offers, gap, people, against, CASE WHEN s > 1 THEN 1.0 ELSE s END AS S, CASE WHEN offers > 3 THEN 1.0 ELSE offers / 3.0 END AS O,
         CASE WHEN gap IS NULL OR gap < 0 THEN 0.0 WHEN gap > 0.1 THEN 1.0 ELSE gap / 0.1 END AS G, CASE WHEN people > 0 THEN toFloat(against) / people ELSE 0.0 END AS R
    WHERE rivals + offers + against > 0
    RETURN c.name AS client, 100 * (0.4 * S + 0.3 * O + 0.2 * G + 0.1 * R) AS pressure, S AS rivalShare, offers, gap AS priceGap, against, people
    ORDER BY pressure DESC, client;
    """)
}
