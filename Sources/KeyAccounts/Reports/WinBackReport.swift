extension Report {
  /// Analysis 14: whom it is worth winning back first.
  static let winBack = Report(
    "winback",
    """
    # Win back: which lost clients are worth it, and how much.
    # value = p x annual margin x years - cost; p = at most .9 of base(reason) x 0.5 ^ (months since / 12) x 1.25 if one
    # of us still has a warm contact there. The bases are guesses, so they are settings.
    param asof = $today
    param years = 2
    param cost = 0.0
    param reason = ''
    param price = 0.25
    param service = 0.35
    param quality = 0.3
    param deadline = 0.4
    param brokenPromise = 0.3
    param ignored = 0.35
    param forgotten = 0.45
    param competitor = 0.2
    param stock = 0.4
    param terms = 0.3
    param needCeased = 0.05
    param keyPersonLeft = 0.3
    param other = 0.2

    columns months=spare warm=spare annualMargin=money p=percent cost=money+spare value=money+bar
    let base = {price: $price, service: $service, quality: $quality, deadline: $deadline, brokenPromise: $brokenPromise, ignored: $ignored, forgotten: $forgotten, competitor: $competitor, stock: $stock, terms: $terms, needCeased: $needCeased, keyPersonLeft: $keyPersonLeft, other: $other}
    remark 'as of ' + $asof + '; ' + $years + ' years; bases: ' + reduce(s = '', k IN keys($base) | s + CASE s WHEN '' THEN '' ELSE ', ' END + k + ' ' + $base[k])
    MATCH (l:Loss)-[:AT]->(c:Client) WHERE l.date <= $asof AND coalesce(l.status, 'confirmed') <> 'regained' AND ($reason = '' OR l.reason = $reason)
    OPTIONAL MATCH (w:WinBack)-[:ANSWERS]->(l)
    WITH c, l, coalesce(sum(toFloat(w.cost)), 0.0) AS spent
    OPTIONAL MATCH (c)<-[:AT]-(o:Order)-[line:FOR]->(p:Product)
    WHERE o.date > l.date - duration('P12M') AND o.date <= l.date AND coalesce(o.status, 'placed') <> 'cancelled'
    WITH c, l, spent, sum(line.quantity * (line.price * (1 - coalesce(line.discount, 0)) - coalesce(line.cost, p.unitCost, 0))) AS margin
    WITH c, l, margin, CASE WHEN $cost > 0 THEN $cost ELSE spent END AS cost,
         EXISTS { MATCH (c)<-[job:WORKS_AT]-(:Person)-[k:KNOWS]-(:Person)-[ours:WORKS_AT]->(:Own)
                  WHERE k.strength >= 3 AND \(Validity.of("job", on: "$asof")) AND \(Validity.of("k", on: "$asof"))
                    AND \(Validity.of("ours", on: "$asof")) } AS warm,
         duration.inMonths(l.date, $asof).months AS months
    WITH c, l, margin, cost, warm, months, coalesce($base[l.reason], $other) * 0.5 ^ (months / 12.0) * CASE WHEN warm THEN 1.25 ELSE 1.0 END AS p
    WITH c, l, margin, cost, warm, months, CASE WHEN p > 0.9 THEN 0.9 ELSE p END AS p
    RETURN c.name AS client, l.date AS lost, l.reason AS reason, months, warm, margin AS annualMargin, p, cost, p * margin * $years - cost AS value
    ORDER BY value DESC, client, lost;
    """)
}
