extension Report {
  /// Analysis 1: who brings at least a tenth of the profit.
  static let keyClients = Report(
    "key-clients",
    """
    # Key clients: those who bring at least a given share of the profit (10 %).
    # share = profit of the client / profit of all; key where the share reaches the threshold.
    \(window)
    param threshold = 0.1

    columns revenue=money+spare profit=money share=percent+bar trend=line leader=spare reference=spare
    \(total)
    let months = UNWIND range(0, duration.inMonths(date.truncate('month', $from), $to - duration('P1D')).months) AS n
      RETURN collect(date.truncate('month', $from) + duration({months: n})) AS months;
    CALL kam.profits($from, $to) YIELD client, revenue, profit
    WITH client, revenue, profit, CASE WHEN $total.profit > 0 THEN profit / $total.profit END AS share
    WHERE round(share, 12) >= $threshold
    OPTIONAL MATCH (client)<-[:AT]-(o:Order)-[l:FOR]->(:Product)
    WHERE o.date >= $from AND o.date < $to AND coalesce(o.status, 'placed') <> 'cancelled'
    WITH client, revenue, profit, share, date.truncate('month', o.date) AS month,
         sum(l.quantity * l.price * (1 - coalesce(l.discount, 0))) AS sold
    WITH client, revenue, profit, share, collect({month: month, sold: sold}) AS sales
    RETURN client.name AS client, revenue, profit, share,
           [m IN $months | reduce(s = 0.0, x IN sales | s + CASE WHEN x.month = m THEN x.sold ELSE 0.0 END)] AS trend,
           client.leader AS leader, client.reference AS reference
    ORDER BY share DESC, client;
    """)
}
