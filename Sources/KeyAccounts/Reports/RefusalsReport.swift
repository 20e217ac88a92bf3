extension Report {
  /// Analysis 8: refusals by period and direction.
  public static let refusals = Report(
    "refusals",
    """
    # Refusals by period and direction, with the change against the period before.
    # rate = refusals / (orders + refusals). The direction is the area or product, else the reason; per=reason and
    # per=client break the second table down by these. A direction without refusals in the period before is new.
    \(window)
    param period = 'quarter'
    param per = 'direction'
    param client = ''

    columns rate=percent+bar change=points countChange=percent+spare topShare=percent+spare refusals=bar trend=line
    remark 'from ' + $from + ' up to ' + $to + ', exclusive; by ' + $period
    if NOT $period IN ['week', 'month', 'quarter', 'year'] OR NOT $per IN ['direction', 'reason', 'client']
      fail 'period is week, month, quarter or year; per is direction, reason or client'
    end
    let step = {week: duration('P7D'), month: duration('P1M'), quarter: duration('P3M'), year: duration('P1Y')}[$period]
    let start = date.truncate($period, $from)
    let begun = CASE $period WHEN 'week' THEN duration.inDays($start, $to).days / 7 ELSE duration.inMonths($start, $to - duration('P1D')).months / $step.months END
    let sold = MATCH (o:Order)-[:AT]->(c:Client) WHERE o.date >= $from AND o.date < $to AND coalesce(o.status, 'placed') <> 'cancelled' AND ($client = '' OR c.name = $client)
      RETURN date.truncate($period, o.date) AS period, count(DISTINCT o) AS orders;
    let refused = MATCH (f:Refusal)-[:AT]->(c:Company) WHERE f.date >= $from AND f.date < $to AND ($client = '' OR c.name = $client)
      OPTIONAL MATCH (f)-[:FOR]->(d)
      WITH f, c, head(collect(d)) AS d
      RETURN date.truncate($period, f.date) AS period, coalesce(d.kind, d.name, f.reason, 'unknown') AS direction, coalesce(f.reason, 'unknown') AS reason, c.name AS client, count(*) AS refusals;
    let directions = UNWIND $refused AS r WITH r.period AS period, r.direction AS direction, sum(r.refusals) AS refusals
      RETURN period, direction, refusals ORDER BY period, refusals DESC, direction;
    let periods = UNWIND range(0, $begun) AS i
      WITH $start + $step * i AS period
      RETURN period, reduce(s = 0, r IN $sold | s + CASE WHEN r.period = period THEN r.orders ELSE 0 END) AS orders,
             reduce(s = 0, d IN $directions | s + CASE WHEN d.period = period THEN d.refusals ELSE 0 END) AS refusals;
    UNWIND range(0, $begun) AS i
    WITH $periods[i] AS now, CASE WHEN i > 0 THEN $periods[i - 1] END AS before
    WITH now, before, head([d IN $directions WHERE d.period = now.period]) AS top,
         CASE WHEN now.orders + now.refusals > 0 THEN toFloat(now.refusals) / (now.orders + now.refusals) END AS rate,
         CASE WHEN before.orders + before.refusals > 0 THEN toFloat(before.refusals) / (before.orders + before.refusals) END AS rateBefore
    RETURN now.period AS period, now.orders AS orders, now.refusals AS refusals, rate, rate - rateBefore AS change,
           CASE WHEN before.refusals > 0 THEN toFloat(now.refusals - before.refusals) / before.refusals END AS countChange,
           top.direction AS topDirection, toFloat(top.refusals) / now.refusals AS topShare,
           top IS NOT NULL AND before IS NOT NULL AND none(d IN $directions WHERE d.period = before.period AND d.direction = top.direction) AS isNew
    ORDER BY period;
    if size($periods) > 1 AND size($directions) > 0
      UNWIND $directions AS d WITH d.direction AS direction, sum(d.refusals) AS refusals, collect(d) AS known
      RETURN direction, refusals, [p IN $periods | reduce(s = 0, d IN known | s + CASE WHEN d.period = p.period THEN d.refusals ELSE 0 END)] AS trend
      ORDER BY refusals DESC, direction;
    end
    let changes = UNWIND $refused AS r WITH CASE $per WHEN 'direction' THEN '' ELSE r[$per] END AS name, r.direction AS direction, r.period AS period, sum(r.refusals) AS refusals
      UNWIND [{period: period, now: refusals, before: 0}, {period: period + $step, now: 0, before: refusals}] AS x
      WITH name, direction, x.period AS period, sum(x.now) AS refusals, sum(x.before) AS before WHERE period < $to
      RETURN name, direction, period, refusals, CASE WHEN period > $start THEN refusals - before END AS change ORDER BY name, direction, period;
    columns change=number
    if size($changes) > 0 AND $per = 'direction'
      UNWIND $changes AS row RETURN row.direction AS direction, row.period AS period, row.refusals AS refusals, row.change AS change;
    end
    if size($changes) > 0 AND $per <> 'direction'
      UNWIND $changes AS row RETURN row.name AS `of`, row.direction AS direction, row.period AS period, row.refusals AS refusals, row.change AS change;
    end
    """)
}
