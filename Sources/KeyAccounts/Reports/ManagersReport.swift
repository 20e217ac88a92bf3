extension Report {
  /// Analysis 4: how much hangs on one manager.
  static let managers = Report(
    "managers",
    """
    # Managers: how much of the profit hangs on each of us.
    # A manager's profit is that of orders dated inside the time as leading manager of the client; of several at once
    # the one who began last has it. by=orders takes the manager that each order names. Flagged from 50 % on. Strong
    # contacts are acquaintances of strength 3 and more with people at clients; 'only' names those that no other of us
    # knows so well.
    \(window)
    param threshold = 0.5
    param by = 'interval'

    columns profit=money share=percent+bar strongContacts=spare onlyShare=percent+spare only=words
    \(total)
    CALL kam.lines($from, $to, '') YIELD client, purchase, date, revenue, cost
    WITH client, purchase, date, sum(CASE $total.basis WHEN 'margin' THEN revenue - cost ELSE revenue END) AS profit
    OPTIONAL MATCH (m:Person)-[g:MANAGES]->(client)
    WHERE $by <> 'orders' AND coalesce(g.as, 'lead') = 'lead' AND \(Validity.of("g", on: "date"))
    WITH client, purchase, profit, m, g ORDER BY g.from IS NULL, g.from DESC, m.name
    WITH client, purchase, profit, head(collect(m)) AS leading
    OPTIONAL MATCH (purchase)-[:BY]->(named:Person) WHERE $by = 'orders'
    WITH client, profit, coalesce(leading, named) AS manager
    WITH manager, sum(profit) AS profit, count(DISTINCT client) AS clients
    OPTIONAL MATCH (manager)-[k:KNOWS]-(p:Person)-[w:WORKS_AT]->(:Client)
    WHERE k.strength >= 3 AND \(Validity.of("k", before: "$to")) AND \(Validity.of("w", before: "$to"))
    WITH manager, profit, clients, collect(DISTINCT p) AS known
    WITH manager, profit, clients, known,
         [p IN known WHERE NOT EXISTS { MATCH (p)-[o:KNOWS]-(other:Person)-[job:WORKS_AT]->(:Own)
            WHERE o.strength >= 3 AND other <> manager AND \(Validity.of("o", before: "$to"))
              AND \(Validity.of("job", before: "$to")) } | p.name] AS only
    WITH manager AS person, profit, clients, known, only, CASE WHEN $total.profit > 0 THEN profit / $total.profit END AS share
    RETURN coalesce(person.name, 'unmanaged') AS manager, clients, profit, share,
           person IS NOT NULL AND round(share, 12) >= $threshold AS flagged, size(known) AS strongContacts,
           CASE WHEN size(known) > 0 THEN toFloat(size(only)) / size(known) END AS onlyShare, only
    ORDER BY person IS NULL, share DESC, manager;
    """)
}
