extension Report {
  /// Analysis 1: who brings at least a tenth of the profit.
  static let keyClients = Report(
    "key-clients",
    """
    # Key clients: those who bring at least a given share of the profit (10 %).
    # share = profit of the client / profit of all; key where the share reaches the threshold.
    \(window)
    param threshold = 0.1

    \(total)
    CALL kam.profits($from, $to) YIELD client, revenue, profit
    WITH client, revenue, profit, CASE WHEN $total.profit > 0 THEN profit / $total.profit END AS share
    WHERE round(share, 12) >= $threshold
    RETURN client.name AS client, revenue, profit, share, client.leader AS leader, client.reference AS reference
    ORDER BY share DESC, client;
    """)
}
