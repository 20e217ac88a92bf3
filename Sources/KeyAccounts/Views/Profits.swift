/// Sales and what they bring.
extension View {
  private static let window: [(name: String, type: String)] = [("from", "DATE"), ("to", "DATE")]

  /// The lines of orders that were not cancelled, in a window `[from, to)`.
  static let lines = View(
    "kam.lines", window,
    gives: [
      ("client", "NODE"), ("purchase", "NODE"), ("product", "NODE"), ("date", "DATE"), ("quantity", "FLOAT"),
      ("revenue", "FLOAT"), ("cost", "FLOAT"),
    ],
    "the lines of orders in a window, with revenue and cost; the cost is null where it is not known",
    """
    MATCH (client:Client)<-[:AT]-(purchase:Order)-[l:FOR]->(product:Product)
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
    CALL kam.lines($from, $to) YIELD client, revenue, cost
    WITH client, sum(revenue) AS revenue, sum(revenue - cost) AS margin, count(cost) AS known
    WITH collect({client: client, revenue: revenue, margin: margin}) AS rows, sum(known) > 0 AS byMargin
    UNWIND rows AS row
    RETURN row.client AS client, row.revenue AS revenue,
           CASE WHEN byMargin THEN row.margin ELSE row.revenue END AS profit,
           CASE WHEN byMargin THEN 'margin' ELSE 'revenue' END AS basis
    """)
}
