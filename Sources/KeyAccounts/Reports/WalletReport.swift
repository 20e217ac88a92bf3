extension Report {
  /// Analysis 12: our share of what a client spends.
  static let wallet = Report(
    "wallet",
    """
    # Share of wallet: our sales as a part of what the client spends on the product with all suppliers.
    \(window)

    columns ours=money spend=money share=percent+bar
    remark 'from ' + $from + ' up to ' + $to + ', exclusive; spend a year as recorded by buys'
    MATCH (c:Client)-[b:BUYS]->(p:Product)
    OPTIONAL MATCH (c)<-[:AT]-(o:Order)-[l:FOR]->(p)
    WHERE o.date >= $from AND o.date < $to AND coalesce(o.status, 'placed') <> 'cancelled'
    WITH c, p, toFloat(b.annualSpend) AS spend, sum(l.quantity * l.price * (1 - coalesce(l.discount, 0))) AS ours
    RETURN c.name AS client, p.name AS product, ours, spend, CASE WHEN spend > 0 THEN ours / spend END AS share,
           CASE WHEN coalesce(spend, 0) <= 0 THEN 'undefined: the spend is not known' WHEN ours > spend THEN 'we sell more than was said to be spent' END AS remark
    ORDER BY share IS NULL, share DESC, client, product;
    """)
}
