extension Report {
  /// Analysis 10: what is left of the list price.
  public static let pocket = Report(
    "pocket",
    """
    # Pocket price: what is left of the list price after discounts, rebates, freight, deferral and stock.
    # Discounts are concessions of price in percent, compounded in the order in which they began; where none was made
    # the invoice price is that of the orders. Rebates are other concessions in percent, taken from the invoice.
    # Freight is that of the orders, by unit, unless given. Deferral and stock cost rate x days / 365.
    param asof = $today
    param from = $asof + duration('P1D') - duration('P12M')
    param rate = 0.18
    param freight = -1.0
    param client = ''

    columns quantity=number list=money+total discounts=money+step invoice=money+total rebate=money+step freight=money+step deferral=money+step stock=money+step pocket=money+total cost=money+step margin=money+total marginShare=percent invoiceMarginShare=percent
    remark 'as of ' + $asof + '; products bought since ' + $from + '; rate ' + round(100 * $rate, 3) + ' % a year'
    CALL kam.pocket($from, $asof, $rate, $freight, $client) YIELD client, product, quantity, list, invoice, rebate, freight, deferral, stock, pocket, cost, basis
    RETURN client.name AS client, product.name AS product, quantity, list, list - invoice AS discounts, invoice, basis, rebate, freight, deferral, stock, pocket, cost,
           pocket - cost AS margin, CASE WHEN pocket > 0 THEN (pocket - cost) / pocket END AS marginShare,
           CASE WHEN invoice > 0 THEN (invoice - cost) / invoice END AS invoiceMarginShare
    ORDER BY client, product;
    """)
}
