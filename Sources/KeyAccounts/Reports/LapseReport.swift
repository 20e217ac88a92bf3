extension Report {
  /// Analysis 7: clients who have missed their own buying rhythm.
  static let lapse = Report(
    "lapse",
    """
    # Lapse: clients who have not bought for longer than their own rhythm.
    # ratio = days since the last order / median gap between order dates (3 dates and more); from 2 on at risk, from 3
    # on lost. chance = exp(-days / mean gap): how likely such a silence is for a client who goes on buying.
    # Clients with fewer dates are judged by a fixed number of days. falling: revenue of the last 90 days is at most
    # 20 % of the mean of the four 90-day windows before.
    param asof = date()
    param risk = 2
    param lost = 3
    param days = 180
    param all = false

    remark 'as of ' + $asof + '; at risk from ' + $risk + ', lost from ' + $lost + ' times the median gap; with fewer than 3 order dates after ' + $days + ' days'
    MATCH (c:Client)
    OPTIONAL MATCH (c)<-[:AT]-(o:Order) WHERE o.date <= $asof AND coalesce(o.status, 'placed') <> 'cancelled'
    OPTIONAL MATCH (o)-[l:FOR]->(:Product)
    WITH c, o.date AS date, sum(l.quantity * l.price * (1 - coalesce(l.discount, 0))) AS revenue ORDER BY date
    WITH c, collect(date) AS dates,
         sum(CASE WHEN date > $asof - duration('P90D') THEN revenue ELSE 0.0 END) AS recent,
         sum(CASE WHEN date > $asof - duration('P450D') AND date <= $asof - duration('P90D') THEN revenue ELSE 0.0 END) / 4 AS before
    WITH c, dates, recent, before, duration.inDays(last(dates), $asof).days AS since,
         [n IN range(1, size(dates) - 1) | duration.inDays(dates[n - 1], dates[n]).days] AS gaps
    UNWIND CASE WHEN size(gaps) = 0 THEN [null] ELSE gaps END AS gap
    WITH c, dates, recent, before, since, percentileCont(gap, 0.5) AS median, avg(gap) AS mean
    WITH c, dates, since, median, mean, before > 0 AND recent <= 0.2 * before AS falling,
         CASE WHEN size(dates) >= 3 THEN since / median END AS ratio
    WITH c, dates, since, median, mean, falling, ratio,
         CASE WHEN size(dates) = 0 THEN 'never bought'
              WHEN size(dates) < 3 THEN CASE WHEN since > $days THEN 'lost, by days' ELSE 'active' END
              WHEN round(ratio, 12) >= $lost THEN 'lost' WHEN round(ratio, 12) >= $risk THEN 'at risk' ELSE 'active' END AS state
    WHERE $all OR state <> 'active' OR falling
    RETURN c.name AS client, c.code AS code, size(dates) AS orderDates, last(dates) AS last, since AS days, median, ratio,
           CASE WHEN size(dates) >= 3 THEN exp(-since / mean) END AS chance, state, falling
    ORDER BY ratio IS NULL, ratio DESC, days IS NULL, days DESC, client;
    """)
}
