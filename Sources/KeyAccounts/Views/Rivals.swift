/// Competitors at clients.
extension View {
  /// How hard competitors press (analysis 13).
  static let pressure = View(
    "kam.pressure", [("asof", "DATE"), ("days", "INTEGER"), client],
    gives: [
      ("client", "NODE"), ("pressure", "FLOAT"), ("rivals", "INTEGER"), ("rivalShare", "FLOAT"),
      ("offers", "INTEGER"),
      ("priceGap", "FLOAT"), ("against", "INTEGER"), ("people", "INTEGER"),
    ],
    """
    the pressure of competitors on a day, 0 to 100, on one client or ('') on all, with its parts: the rivals' share of
    wallet, their open offers of some days, the price gap, the deciders and influencers who are against us, of how many
    """,
    """
    MATCH (client:Client) WHERE $client = '' OR client.name = $client
    WITH client
    OPTIONAL MATCH (v:Rivalry)-[:AT]->(client) WHERE \(Validity.of("v", on: "$asof"))
    WITH client, count(v) AS rivals, 0.0 + sum(toFloat(v.share)) AS wallet
    OPTIONAL MATCH (o:Offer)-[:AT]->(client)
    WHERE EXISTS { MATCH (o)-[:BY]->(:Competitor) } AND coalesce(o.outcome, 'open') = 'open'
      AND o.date <= $asof AND o.date > $asof - duration({days: $days})
    OPTIONAL MATCH (o)-[:FOR]->(x:Product)
    OPTIONAL MATCH (client)<-[:AT]-(ours:Order)-[l:FOR]->(x)
    WHERE ours.date <= $asof AND coalesce(ours.status, 'placed') <> 'cancelled'
    WITH client, rivals, wallet, o, x, l, ours ORDER BY ours.date DESC
    WITH client, rivals, wallet, o,
         coalesce(head(collect(l.price * (1 - coalesce(l.discount, 0)))), toFloat(head(collect(x.listPrice)))) AS our
    WITH client, rivals, wallet, count(o) AS offers, max(CASE WHEN our > 0 THEN (our - o.price) / our END) AS priceGap
    OPTIONAL MATCH (person:Person)-[:PLAYS]->(r:DecisionRole)-[:AT]->(client)
    WHERE r.role IN ['decider', 'influencer'] AND \(Validity.of("r", on: "$asof"))
    WITH client, rivals, CASE WHEN wallet > 1 THEN 1.0 ELSE wallet END AS rivalShare, offers, priceGap,
         count(DISTINCT person) AS people, count(DISTINCT CASE WHEN r.support < 0 THEN person END) AS against
    WITH client, rivals, rivalShare, offers, priceGap, people, against,
         CASE WHEN offers > 3 THEN 1.0 ELSE offers / 3.0 END AS O,
         CASE WHEN priceGap IS NULL OR priceGap < 0 THEN 0.0 WHEN priceGap > 0.1 THEN 1.0 ELSE priceGap / 0.1 END AS G,
         CASE WHEN people > 0 THEN toFloat(against) / people ELSE 0.0 END AS R
    RETURN client, 100 * (0.4 * rivalShare + 0.3 * O + 0.2 * G + 0.1 * R) AS pressure, rivals, rivalShare, offers,
           priceGap, against, people
    """)
}
