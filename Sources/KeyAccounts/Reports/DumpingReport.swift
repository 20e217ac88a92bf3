extension Report {
  /// Analysis 11: the volume that a price cut must bring.
  static let dumping = Report(
    "dumping",
    """
    # Dumping: by how much the volume must rise to repay a price cut.
    # rise = cut / (margin - cut), both as shares of the price.
    \(window)
    param cut = 0.05
    param margin = -1.0

    columns margin=percent rise=percent+bar
    if $cut <= 0
      fail 'cut is the fall of the price, above 0: cut=5%'
    end
    if $margin >= 0
      remark 'a cut of ' + round(100 * $cut, 3) + ' % at a margin of ' + round(100 * $margin, 3) + ' %'
      WITH toFloat($margin) AS margin
      RETURN margin, CASE WHEN round(margin - $cut, 12) > 0 THEN $cut / (margin - $cut) END AS rise, CASE WHEN round(margin - $cut, 12) > 0 THEN null ELSE 'no volume repays it' END AS remark;
    else
      remark 'a cut of ' + round(100 * $cut, 3) + ' % at the margins from ' + $from + ' up to ' + $to + ', exclusive'
      CALL kam.lines($from, $to, '') YIELD client, revenue, cost
      WITH client, sum(revenue) AS revenue, sum(cost) AS cost, count(cost) = count(*) AS known
      WITH client, CASE WHEN known AND revenue > 0 THEN (revenue - cost) / revenue END AS margin
      RETURN client.name AS client, margin, CASE WHEN round(margin - $cut, 12) > 0 THEN $cut / (margin - $cut) END AS rise,
             CASE WHEN margin IS NULL THEN 'undefined: costs are not known' WHEN round(margin - $cut, 12) > 0 THEN null ELSE 'no volume repays it' END AS remark
      ORDER BY rise IS NULL, rise DESC, client;
    end
    """)
}
