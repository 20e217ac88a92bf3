/// Sales and what they bring.
extension View {
  private static let window: [(name: String, type: String)] = [("from", "DATE"), ("to", "DATE")]

  /// The lines of orders that were not cancelled, in a window `[from, to)`.
  static let lines = View(
    "kam.lines", window + [client],
    gives: [
      ("client", "NODE"), ("purchase", "NODE"), ("product", "NODE"), ("date", "DATE"), ("quantity", "FLOAT"),
      ("revenue", "FLOAT"), ("cost", "FLOAT"),
    ],
    """
    the lines of orders in a window, of one client or ('') of all, with revenue and cost; the cost is null where it is
    not known
    """,
    """
    MATCH (client:Client) WHERE $client = '' OR client.name = $client
    WITH client
    MATCH (client)<-[:AT]-(purchase:Order)-[l:FOR]->(product:Product)
    WHERE purchase.date >= $from AND purchase.date < $to AND coalesce(purchase.status, 'placed') <> 'cancelled'
    RETURN client, purchase, product, purchase.date AS date, l.quantity AS quantity,
           l.quantity * l.price * (1 - coalesce(l.discount, 0)) AS revenue,
           l.quantity * coalesce(l.cost, product.unitCost) AS cost
    """)

  /// Revenue and profit of every client that bought in a window.
  static let profits = View(
    "kam.profits", window,
    gives: [("client", "NODE"), ("revenue", "FLOAT"), ("profit", "FLOAT"), ("basis", "STRING")],
    "revenue and profit by client in a window; profit is the margin where costs are known, else the revenue",
    """
    CALL kam.lines($from, $to, '') YIELD client, revenue, cost
    WITH client, sum(revenue) AS revenue, sum(revenue - cost) AS margin, count(cost) AS known
    WITH collect({client: client, revenue: revenue, margin: margin}) AS rows, sum(known) > 0 AS byMargin
    UNWIND rows AS row
    RETURN row.client AS client, row.revenue AS revenue,
           CASE WHEN byMargin THEN row.margin ELSE row.revenue END AS profit,
           CASE WHEN byMargin THEN 'margin' ELSE 'revenue' END AS basis
    """)

  /// How each client buys, against its own rhythm (analysis 7).
  static let rhythm = View(
    "kam.rhythm", [("asof", "DATE"), client],
    gives: [
      ("client", "NODE"), ("dates", "LIST<DATE>"), ("days", "INTEGER"), ("median", "FLOAT"),
      ("mean", "FLOAT"),
      ("ratio", "FLOAT"), ("falling", "BOOLEAN"),
    ],
    """
    the order dates of one client or ('') of all up to a day, days since the last, median and mean gap, days / median
    (from three dates on), and whether the revenue of the last 90 days fell to a fifth of the four windows before
    """,
    """
    MATCH (client:Client) WHERE $client = '' OR client.name = $client
    WITH client, $asof - duration('P90D') AS recently, $asof - duration('P450D') AS formerly
    OPTIONAL MATCH (client)<-[:AT]-(o:Order) WHERE o.date <= $asof AND coalesce(o.status, 'placed') <> 'cancelled'
    OPTIONAL MATCH (o)-[l:FOR]->(:Product)
    WITH client, recently, formerly, o.date AS date, sum(l.quantity * l.price * (1 - coalesce(l.discount, 0))) AS revenue
    WITH client, coll.sort(collect(date)) AS dates,
         sum(CASE WHEN date > recently THEN revenue ELSE 0.0 END) AS recent,
         sum(CASE WHEN date > formerly AND date <= recently
                  THEN revenue ELSE 0.0 END) / 4 AS before
    WITH client, dates, duration.inDays(last(dates), $asof).days AS days,
         before > 0 AND recent <= 0.2 * before AS falling,
         coll.daysBetween(dates) AS gaps
    WITH client, dates, days, falling, coll.median(gaps) AS median, coll.avg(gaps) AS mean
    RETURN client, dates, days, median, mean, CASE WHEN size(dates) >= 3 THEN days / median END AS ratio, falling
    """)
}
