extension Report {
  /// Analysis 4: how much hangs on one manager.
  static let managers = Report(
    "managers",
    """
    # Managers: how much of the profit hangs on each of us.
    # A manager's profit is that of orders dated inside the time as leading manager of the client; by=orders takes
    # the manager that each order names. Flagged from 50 % on. Strong contacts are acquaintances of strength 3 and
    # more with people at clients; 'only' counts those that no other of us knows so well.
    param to = date() + duration('P1D')
    param from = $to - duration('P12M')
    param threshold = 0.5
    param by = 'interval'

    let total = CALL kam.profits($from, $to) YIELD profit, basis RETURN {profit: coalesce(sum(profit), 0.0), basis: min(basis), clients: count(*)} AS total;
    remark 'from ' + $from + ' up to ' + $to + ', exclusive; ' + $total.clients + ' clients, profit ' + round($total.profit, 2) + ' by ' + coalesce($total.basis, 'nothing sold')
    if $total.profit <= 0
      remark 'undefined: there is no profit to take a share of'
    end
    CALL kam.lines($from, $to) YIELD client, purchase, date, revenue, cost
    WITH client, purchase, date, sum(CASE $total.basis WHEN 'margin' THEN revenue - cost ELSE revenue END) AS profit
    OPTIONAL MATCH (m:Person)-[g:MANAGES]->(client)
    WHERE $by <> 'orders' AND coalesce(g.as, 'lead') = 'lead' AND (g.from IS NULL OR g.from <= date) AND (g.to IS NULL OR g.to > date)
    OPTIONAL MATCH (purchase)-[:BY]->(named:Person) WHERE $by = 'orders'
    WITH client, profit, coalesce(m, named) AS manager
    WITH manager, sum(profit) AS profit, count(DISTINCT client) AS clients
    OPTIONAL MATCH (manager)-[k:KNOWS]-(p:Person)-[w:WORKS_AT]->(:Client)
    WHERE k.strength >= 3 AND (k.to IS NULL OR k.to >= $to) AND (w.to IS NULL OR w.to >= $to)
    WITH manager, profit, clients, collect(DISTINCT p) AS known
    WITH manager, profit, clients, known,
         [p IN known WHERE NOT EXISTS { MATCH (p)-[o:KNOWS]-(other:Person)-[:WORKS_AT]->(:Own)
            WHERE o.strength >= 3 AND other <> manager AND (o.to IS NULL OR o.to >= $to) } | p.name] AS only
    WITH manager, profit, clients, known, only, CASE WHEN $total.profit > 0 THEN profit / $total.profit END AS share
    RETURN coalesce(manager.name, 'unmanaged') AS manager, clients, profit, share,
           manager IS NOT NULL AND round(share, 12) >= $threshold AS flagged, size(known) AS strongContacts, only
    ORDER BY manager IS NULL, share DESC, manager;
    """)
}
