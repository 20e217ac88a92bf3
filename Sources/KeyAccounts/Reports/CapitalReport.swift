extension Report {
  /// Analysis 9: what the terms of clients freeze.
  static let capital = Report(
    "capital",
    """
    # Capital frozen by deferral of payment and by stock kept for clients, and what it costs a year.
    # frozen = sales / 365 x deferral days + cost of goods / 365 x stock days; cost a year = frozen x rate.
    # 'more' shows what so many more days of deferral would freeze, cost, and equal as a discount: rate x days / 365.
    param asof = date()
    param rate = 0.18
    param more = 30
    param client = ''

    let from = $asof + duration('P1D') - duration('P12M')
    remark 'as of ' + $asof + '; sales of the 12 months before; rate ' + 100 * $rate + ' % a year; ' + $more + ' more days equal a discount of ' + round(100 * $rate * $more / 365, 3) + ' %'
    CALL kam.lines($from, $asof + duration('P1D')) YIELD client, revenue, cost
    WITH client, sum(revenue) AS sales, sum(cost) AS goods WHERE $client = '' OR client.name = $client
    OPTIONAL MATCH (c:Concession {unit: 'days'})-[:AT]->(client)
    WHERE (c.from IS NULL OR c.from <= $asof) AND (c.to IS NULL OR c.to > $asof)
    WITH client, sales, goods, coalesce(max(CASE c.kind WHEN 'deferral' THEN toFloat(c.value) END), 0.0) AS deferral,
         coalesce(max(CASE c.kind WHEN 'stock' THEN toFloat(c.value) END), 0.0) AS stock
    WITH client, sales, deferral, stock, sales / 365 * deferral + goods / 365 * stock AS frozen
    RETURN client.name AS client, sales, deferral, stock, frozen, frozen * $rate AS costAYear,
           CASE WHEN sales > 0 THEN frozen * $rate / sales END AS shareOfSales,
           sales / 365 * $more AS moreFrozen, sales / 365 * $more * $rate AS moreCost
    ORDER BY frozen DESC, client;
    """)
}
