extension Report {
  /// Analysis 10: what is left of the list price.
  static let pocket = Report(
    "pocket",
    """
    # Pocket price: what is left of the list price after discounts, rebates, freight, deferral and stock.
    # Discounts are concessions of price in percent, compounded in the order in which they began; rebates are other
    # concessions in percent, taken from the invoice. Freight is that of the orders, by unit, unless given.
    param asof = date()
    param rate = 0.18
    param freight = -1.0
    param client = ''

    let from = $asof + duration('P1D') - duration('P12M')
    remark 'as of ' + $asof + '; products bought in the 12 months before; rate ' + 100 * $rate + ' % a year'
    MATCH (client:Client)<-[:AT]-(o:Order)-[l:FOR]->(product:Product)
    WHERE o.date >= $from AND o.date <= $asof AND coalesce(o.status, 'placed') <> 'cancelled' AND ($client = '' OR client.name = $client)
    WITH client, o, product, l, toFloat(coalesce(o.freight, 0)) AS carriage
    WITH client, o, carriage, collect({product: product, quantity: l.quantity, price: l.price}) AS lines, sum(l.quantity) AS units
    UNWIND lines AS line
    WITH client, line.product AS product, sum(line.quantity) AS quantity, sum(CASE WHEN units > 0 THEN carriage * line.quantity / units ELSE 0.0 END) AS carriage,
         max(line.price) AS highest
    WITH client, product, quantity, coalesce(toFloat(product.listPrice), highest) AS list, toFloat(product.unitCost) AS cost,
         CASE WHEN $freight >= 0 THEN $freight WHEN quantity > 0 THEN carriage / quantity ELSE 0.0 END AS freight
    OPTIONAL MATCH (c:Concession)-[:AT]->(client)
    WHERE (c.from IS NULL OR c.from <= $asof) AND (c.to IS NULL OR c.to > $asof)
      AND (NOT EXISTS { MATCH (c)-[:FOR]->(:Product) } OR EXISTS { MATCH (c)-[:FOR]->(product) })
    WITH client, product, list, cost, freight, c ORDER BY c.from, id(c)
    WITH client, product, list, cost, freight, collect(c) AS terms
    WITH client, product, list, cost, freight, reduce(p = list, c IN [c IN terms WHERE c.kind = 'price' AND c.unit = 'percent'] | p * (1 - c.value / 100.0)) AS invoice,
         reduce(s = 0.0, c IN [c IN terms WHERE c.kind IN ['other', 'service'] AND c.unit = 'percent'] | s + c.value / 100.0) AS rebate,
         reduce(d = 0.0, c IN [c IN terms WHERE c.kind = 'deferral' AND c.unit = 'days'] | CASE WHEN c.value > d THEN toFloat(c.value) ELSE d END) AS deferral,
         reduce(d = 0.0, c IN [c IN terms WHERE c.kind = 'stock' AND c.unit = 'days'] | CASE WHEN c.value > d THEN toFloat(c.value) ELSE d END) AS stock
    WITH client, product, list, cost, invoice, invoice * rebate AS rebate, freight, invoice * $rate * deferral / 365 AS deferral, coalesce(cost, 0.0) * $rate * stock / 365 AS stock
    WITH client, product, list, cost, invoice, rebate, freight, deferral, stock, invoice - rebate - freight - deferral - stock AS pocket
    RETURN client.name AS client, product.name AS product, list, invoice, rebate, freight, deferral, stock, pocket, cost, pocket - cost AS margin,
           CASE WHEN pocket > 0 THEN (pocket - cost) / pocket END AS marginShare, CASE WHEN invoice > 0 THEN (invoice - cost) / invoice END AS invoiceMarginShare
    ORDER BY client, product;
    """)
}
