extension Report {
  /// Analysis 5: whether the deciding collective is known and met.
  static let coverage = Report(
    "coverage",
    """
    # Coverage of the deciding collective, for each client and product that it bought.
    # Wanted: decider, buyer, influencer, user, gatekeeper, with weights 0.35, 0.2, 0.2, 0.15, 0.1. Filled: someone who
    # works there plays the part. Covered: filled, one of us knows that person with strength 3 and more, and the last
    # contact is at most 90 days ago.
    param asof = $today
    param from = $asof + duration('P1D') - duration('P12M')
    param days = 90
    param strength = 3
    param client = ''

    columns filled=percent+spare covered=percent weighted=percent+bar unknown=words
    remark 'as of ' + $asof + '; products bought since ' + $from + '; known with strength ' + $strength + ' and met within ' + $days + ' days'
    CALL kam.coverage($from, $asof, $days, $strength, $client) YIELD client, product, filled, covered, missing, weighted
    RETURN client.name AS client, product.name AS product, size(filled) / 5.0 AS filled, size(covered) / 5.0 AS covered,
           weighted, missing AS unknown, CASE WHEN NOT 'decider' IN covered THEN 'decider not covered' END AS flag
    ORDER BY weighted, client, product;
    """)
}
