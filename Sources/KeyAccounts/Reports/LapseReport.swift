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
    param asof = $today
    param risk = 2
    param lost = 3
    param days = 180
    param all = false
    param client = ''

    columns code=spare orderDates=spare median=days+spare ratio=number+bar chance=percent
    remark 'as of ' + $asof + '; at risk from ' + $risk + ', lost from ' + $lost + ' times the median gap; with fewer than 3 order dates after ' + $days + ' days'
    CALL kam.rhythm($asof, $client) YIELD client, dates, days, median, mean, ratio, falling
    WITH client, dates, days, median, mean, ratio, falling,
         CASE WHEN size(dates) = 0 THEN 'never bought'
              WHEN size(dates) < 3 THEN CASE WHEN days > $days THEN 'lost, by days' ELSE 'active' END
              WHEN round(ratio, 12) >= $lost THEN 'lost' WHEN round(ratio, 12) >= $risk THEN 'at risk' ELSE 'active' END AS state
    WHERE $all OR state <> 'active' OR falling
    RETURN client.name AS client, client.code AS code, size(dates) AS orderDates, last(dates) AS last, days, median, ratio,
           CASE WHEN size(dates) >= 3 THEN exp(-days / mean) END AS chance, state, falling
    ORDER BY ratio IS NULL, ratio DESC, days IS NULL, days DESC, client;
    """)
}
