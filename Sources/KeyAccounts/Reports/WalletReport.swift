extension Report {
  /// Analysis 12: our share of what a client spends.
  static let wallet = Report(
    "wallet",
    """
    # Share of wallet: our sales as a part of what the client spends on the product with all suppliers.
    \(window)

    columns ours=money spend=money share=percent+bar
    remark 'from ' + $from + ' up to ' + $to + ', exclusive; spend a year as recorded by buys'
    CALL {
      MATCH (c:Client)-[b:BUYS]->(p:Product) RETURN c, p, true AS buys, toFloat(b.annualSpend) AS spend, 0.0 AS revenue
      UNION ALL
      CALL kam.lines($from, $to, '') YIELD client, product, revenue
      RETURN client AS c, product AS p, false AS buys, null AS spend, revenue
    }
    WITH c, p, max(buys) AS buys, max(spend) AS spend, sum(revenue) AS ours WHERE buys
    RETURN c.name AS client, p.name AS product, ours, spend, CASE WHEN spend > 0 THEN ours / spend END AS share,
           CASE WHEN coalesce(spend, 0) <= 0 THEN 'undefined: the spend is not known' WHEN ours > spend THEN 'we sell more than was said to be spent' END AS remark
    ORDER BY share IS NULL, share DESC, client, product;
    """)
}
