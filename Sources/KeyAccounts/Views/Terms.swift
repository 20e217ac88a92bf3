/// What clients were granted, and what it costs.
extension View {
  /// The capital that the terms of clients freeze (analysis 9).
  static let frozen = View(
    "kam.frozen", [("from", "DATE"), ("asof", "DATE"), client],
    gives: [
      ("client", "NODE"), ("sales", "FLOAT"), ("goods", "FLOAT"), ("deferralDays", "FLOAT"),
      ("stockDays", "FLOAT"),
      ("frozen", "FLOAT"),
    ],
    """
    sales and cost of goods between two days, the longest deferral and stock granted on the latter, and the capital
    that they freeze, of one client or ('') of all; it is null where stock is kept and the cost of goods is not known
    """,
    """
    CALL kam.lines($from, $asof + duration('P1D'), $client) YIELD client, revenue, cost
    WITH client, sum(revenue) AS sales, sum(cost) AS goods, count(cost) = count(*) AS isKnown
    OPTIONAL MATCH (c:Concession {unit: 'days'})-[:AT]->(client)
    WHERE c.kind IN ['deferral', 'stock'] AND \(Validity.of("c", on: "$asof"))
    WITH client, sales, CASE WHEN isKnown THEN goods END AS goods,
         coalesce(max(CASE c.kind WHEN 'deferral' THEN toFloat(c.value) END), 0.0) AS deferralDays,
         coalesce(max(CASE c.kind WHEN 'stock' THEN toFloat(c.value) END), 0.0) AS stockDays
    RETURN client, sales, goods, deferralDays, stockDays,
           sales / 365 * deferralDays + CASE WHEN stockDays > 0 THEN goods / 365 * stockDays ELSE 0.0 END AS frozen
    """)

  /// What is left of the list price (analysis 10).
  static let pocket = View(
    "kam.pocket", [("from", "DATE"), ("asof", "DATE"), ("rate", "FLOAT"), ("freight", "FLOAT"), client],
    gives: [
      ("client", "NODE"), ("product", "NODE"), ("quantity", "FLOAT"), ("list", "FLOAT"), ("invoice", "FLOAT"),
      ("rebate", "FLOAT"), ("freight", "FLOAT"), ("deferral", "FLOAT"), ("stock", "FLOAT"),
      ("pocket", "FLOAT"), ("cost", "FLOAT"),
      ("basis", "STRING"),
    ],
    """
    the way from the list price to the pocket price of each product that one client, or ('') each, bought between two
    days; the invoice price comes from the discounts granted ('terms'), else from the orders ('orders'); freight per
    unit is that of the orders where less than 0 is given
    """,
    """
    CALL kam.lines($from, $asof + duration('P1D'), $client) YIELD client, purchase, quantity
    WITH client, purchase, sum(quantity) AS units
    WITH client, purchase, CASE WHEN units > 0 THEN coalesce(purchase.freight, 0.0) / toFloat(units) ELSE 0.0 END AS freight
    MATCH (purchase)-[l:FOR]->(product:Product)
    WITH client, product, sum(l.quantity) AS quantity,
         sum(l.quantity * l.price * (1 - coalesce(l.discount, 0))) AS revenue, sum(freight * l.quantity) AS freight
    WITH client, product, quantity, CASE WHEN quantity > 0 THEN revenue / quantity END AS paid,
         CASE WHEN $freight >= 0 THEN $freight WHEN quantity > 0 THEN freight / quantity ELSE 0.0 END AS freight
    OPTIONAL MATCH (c:Concession)-[:AT]->(client)
    WHERE \(Validity.of("c", on: "$asof"))
      AND (NOT EXISTS { MATCH (c)-[:FOR]->(:Product) } OR EXISTS { MATCH (c)-[:FOR]->(product) })
    // Of one client and product there is one of each: to group by them would take longer.
    WITH client, product, max(quantity) AS quantity, max(paid) AS paid, max(freight) AS freight,
         collect(CASE WHEN c.kind = 'price' AND c.unit = 'percent' THEN c.value / 100.0 END) AS discounts,
         sum(CASE WHEN c.kind IN ['other', 'service'] AND c.unit = 'percent' THEN c.value / 100.0 ELSE 0.0 END) AS rebate,
         coalesce(max(CASE WHEN c.kind = 'deferral' AND c.unit = 'days' THEN toFloat(c.value) END), 0.0) AS deferralDays,
         coalesce(max(CASE WHEN c.kind = 'stock' AND c.unit = 'days' THEN toFloat(c.value) END), 0.0) AS stockDays
    WITH client, product, quantity, freight, rebate, deferralDays, stockDays, discounts, paid,
         coalesce(toFloat(product.listPrice), paid) AS list, toFloat(product.unitCost) AS cost
    WITH client, product, quantity, list, freight, rebate, deferralDays, stockDays, cost,
         CASE WHEN size(discounts) > 0 THEN 'terms' ELSE 'orders' END AS basis,
         CASE WHEN size(discounts) > 0 THEN reduce(p = list, d IN discounts | p * (1 - d)) ELSE paid END AS invoice
    WITH client, product, quantity, list, invoice, invoice * rebate AS rebate, freight, invoice * $rate * deferralDays / 365 AS deferral,
         CASE WHEN stockDays > 0 THEN cost * $rate * stockDays / 365 ELSE 0.0 END AS stock, cost, basis
    RETURN client, product, quantity, list, invoice, rebate, freight, deferral, stock,
           invoice - rebate - freight - deferral - stock AS pocket, cost, basis
    """)
}
