extension Report {
  /// Analysis 9: what the terms of clients freeze.
  static let capital = Report(
    "capital",
    """
    # Capital frozen by deferral of payment and by stock kept for clients, and what it costs a year.
    # frozen = sales / 365 x deferral days + cost of goods / 365 x stock days; cost a year = frozen x rate.
    # 'more' shows what so many more days of deferral would freeze, cost, and equal as a discount: rate x days / 365.
    param asof = $today
    param from = $asof + duration('P1D') - duration('P12M')
    param rate = 0.18
    param more = 30
    param client = ''

    columns sales=money deferralDays=days stockDays=days frozen=money+bar costAYear=money shareOfSales=percent moreFrozen=money+spare moreCost=money+spare
    remark 'as of ' + $asof + '; sales since ' + $from + '; rate ' + round(100 * $rate, 3) + ' % a year; ' + $more + ' more days equal a discount of ' + round(100 * $rate * $more / 365, 3) + ' %'
    CALL kam.frozen($from, $asof, $client) YIELD client, sales, deferralDays, stockDays, frozen
    RETURN client.name AS client, sales, deferralDays, stockDays, frozen, frozen * $rate AS costAYear,
           CASE WHEN sales > 0 THEN frozen * $rate / sales END AS shareOfSales,
           sales / 365 * $more AS moreFrozen, sales / 365 * $more * $rate AS moreCost,
           CASE WHEN frozen IS NULL THEN 'undefined: the cost of goods is not known' END AS remark
    ORDER BY frozen IS NULL, frozen DESC, client;
    """)
}
