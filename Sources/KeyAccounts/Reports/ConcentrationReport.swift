extension Report {
  /// Analysis 3: how much hangs on few clients.
  static let concentration = Report(
    "concentration",
    """
    # Concentration: how much of the profit hangs on few clients.
    # HHI = sum of (100 x share) squared; effective clients = 10000 / HHI; CR3 = share of the three largest.
    # Negative profits count as 0 and are listed.
    \(window)

    columns profit=money HHI=number effectiveClients=number CR3=percent
    let total = CALL kam.profits($from, $to) YIELD profit, basis RETURN {profit: coalesce(sum(CASE WHEN profit > 0 THEN profit ELSE 0.0 END), 0.0), basis: min(basis), clients: count(*)} AS total;
    remark 'from ' + $from + ' up to ' + $to + ', exclusive; ' + $total.clients + ' clients, profit ' + round($total.profit, 2) + ' by ' + coalesce($total.basis, 'nothing sold')
    if $total.profit <= 0
      remark 'undefined: there is no profit to take a share of'
    end
    CALL kam.profits($from, $to) YIELD client, profit
    WITH CASE WHEN $total.profit > 0 THEN CASE WHEN profit > 0 THEN profit / $total.profit ELSE 0.0 END END AS share
    ORDER BY share DESC
    WITH sum(10000 * share * share) AS hhi, collect(share) AS shares
    RETURN CASE WHEN $total.profit > 0 THEN hhi END AS HHI, CASE WHEN hhi > 0 THEN 10000 / hhi END AS effectiveClients,
           CASE WHEN $total.profit > 0 THEN reduce(s = 0.0, x IN shares[..3] | s + x) END AS CR3, $total.clients AS clients;
    let losses = CALL kam.profits($from, $to) YIELD client, profit WITH client, profit WHERE profit < 0 RETURN client.name AS client, profit ORDER BY profit, client;
    if size($losses) > 0
      UNWIND $losses AS row RETURN row.client AS clientWithLoss, row.profit AS profit;
    end
    """)
}
