extension Report {
  /// Analysis 8: refusals by period and direction.
  static let refusals = Report(
    "refusals",
    """
    # Refusals by period and direction, with the change against the period before.
    # rate = refusals / (orders + refusals). The direction is the product or area, else the reason. A direction
    # without refusals in the period before is new.
    param to = date() + duration('P1D')
    param from = $to - duration('P12M')
    param period = 'quarter'

    remark 'from ' + $from + ' up to ' + $to + ', exclusive; by ' + $period
    let orders = MATCH (o:Order) WHERE o.date >= $from AND o.date < $to AND coalesce(o.status, 'placed') <> 'cancelled'
      RETURN date.truncate($period, o.date) AS period, count(*) AS orders ORDER BY period;
    let refused = MATCH (f:Refusal)-[:AT]->(:Company) WHERE f.date >= $from AND f.date < $to
      OPTIONAL MATCH (f)-[:FOR]->(d)
      RETURN date.truncate($period, f.date) AS period, coalesce(d.kind, d.name, f.reason, 'unknown') AS direction, count(DISTINCT f) AS refusals ORDER BY period, direction;
    let periods = UNWIND [r IN $orders | r.period] + [r IN $refused | r.period] AS period WITH DISTINCT period ORDER BY period
      RETURN period, reduce(s = 0, r IN $orders | s + CASE WHEN r.period = period THEN r.orders ELSE 0 END) AS orders,
             reduce(s = 0, r IN $refused | s + CASE WHEN r.period = period THEN r.refusals ELSE 0 END) AS refusals;
    UNWIND range(0, size($periods) - 1) AS i
    WITH $periods[i] AS now, CASE WHEN i > 0 THEN $periods[i - 1] END AS before
    WITH now, before, toFloat(now.refusals) / (now.orders + now.refusals) AS rate, toFloat(before.refusals) / (before.orders + before.refusals) AS rateBefore,
         head([r IN $refused WHERE r.period = now.period AND r.refusals = reduce(m = 0, q IN $refused | CASE WHEN q.period = now.period AND q.refusals > m THEN q.refusals ELSE m END)]) AS top
    RETURN now.period AS period, now.orders AS orders, now.refusals AS refusals, rate, rate - rateBefore AS change,
           CASE WHEN before.refusals > 0 THEN toFloat(now.refusals - before.refusals) / before.refusals END AS countChange,
           top.direction AS topDirection, toFloat(top.refusals) / now.refusals AS topShare,
           top IS NOT NULL AND before IS NOT NULL AND none(r IN $refused WHERE r.period = before.period AND r.direction = top.direction) AS isNew
    ORDER BY period;
    UNWIND $refused AS row RETURN row.period AS period, row.direction AS direction, row.refusals AS refusals;
    """)
}
