extension Report {
  /// Analysis 2: classes by cumulated profit and by evenness of revenue.
  public static let abc = Report(
    "abc",
    """
    # ABC and XYZ: clients by their part in the profit, and by how evenly they buy.
    # A while the cumulated share before the client is below 80 %, B below 95 %, else C.
    # X, Y, Z by the variation of monthly revenue: population deviation / mean, up to 10 %, 25 %, above.
    \(window)
    param a = 0.8
    param b = 0.95
    param x = 0.1
    param y = 0.25

    columns profit=money share=percent+bar cumulated=percent variation=percent+spare
    # Months are counted from the first day of the window; a begun one counts.
    let months = duration.inMonths($from, $to - duration('P1D')).months + 1
    \(total)
    remark 'evenness over ' + $months + ' months'
    CALL kam.lines($from, $to, '') YIELD client, date, revenue, cost
    WITH client, duration.inMonths($from, date).months AS month, sum(revenue) AS revenue,
         sum(CASE $total.basis WHEN 'margin' THEN revenue - cost ELSE revenue END) AS profit
    WITH client, sum(profit) AS profit, sum(revenue) / $months AS mean, sum(revenue * revenue) / $months AS square
    WITH client, profit, CASE WHEN mean > 0 THEN sqrt(CASE WHEN square > mean * mean THEN square - mean * mean ELSE 0.0 END) / mean END AS cv
    ORDER BY profit DESC, client.name
    WITH collect({client: client.name, profit: profit, cv: cv}) AS rows, coll.runningSum(collect(profit)) AS totals
    UNWIND range(0, size(rows) - 1) AS i
    WITH rows[i] AS row, CASE WHEN $total.profit > 0 THEN totals[i] / $total.profit END AS cumulated
    WITH row, cumulated, CASE WHEN $total.profit > 0 THEN row.profit / $total.profit END AS share
    WITH row, share, cumulated, round(cumulated - share, 12) AS before
    RETURN row.client AS client, row.profit AS profit, share, cumulated,
           CASE WHEN before < $a THEN 'A' WHEN before < $b THEN 'B' WHEN before IS NOT NULL THEN 'C' END AS class,
           row.cv AS variation,
           CASE WHEN round(row.cv, 12) <= $x THEN 'X' WHEN round(row.cv, 12) <= $y THEN 'Y' WHEN row.cv IS NOT NULL THEN 'Z' END AS evenness;
    """)
}
