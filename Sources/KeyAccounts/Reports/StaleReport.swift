extension Report {
  /// Analysis 6: whom we have not met for longer than usual.
  static let stale = Report(
    "stale",
    """
    # Stale contacts: people whom we have not met for longer than our own rhythm with them.
    # ratio = days since the last contact / median gap of the person; above 1.5 stale, above 3 cold. With fewer than
    # two gaps the rhythm is 30 days at key clients and 90 days at others. all=yes lists the warm ones too, and never=yes
    # those at clients whom nobody ever met.
    param asof = $today
    param stale = 1.5
    param cold = 3
    param keydays = 30
    param days = 90
    param all = false
    param never = false

    columns rhythm=days+spare ratio=number+bar
    remark 'as of ' + $asof + '; stale above ' + $stale + ', cold above ' + $cold + ' times the usual gap'
    CALL kam.silences($asof, $keydays, $days, '') YIELD client, person, last, since, rhythm, ratio
    WITH client, person, last, rhythm, since, ratio,
         CASE WHEN ratio > $cold THEN 'cold' WHEN ratio > $stale THEN 'stale' ELSE 'warm' END AS state
    WHERE $all OR state <> 'warm'
    RETURN person.name AS person, client.name AS client, last, since AS days, rhythm, ratio, state
    ORDER BY ratio IS NULL, ratio DESC, person, client;
    if $never
      MATCH (person:Person)-[w:WORKS_AT]->(client:Client)
      WHERE \(Validity.of("w", on: "$asof"))
        AND NOT EXISTS { MATCH (i:Interaction)-[:WITH]->(person) WHERE i.date <= $asof }
      RETURN DISTINCT person.name AS neverMet, client.name AS client ORDER BY client, neverMet;
    end
    """)

  /// Analysis 6: where we call and they hardly ever do.
  static let burden = Report(
    "burden",
    """
    # Burden: clients whom we contact often and who hardly ever contact us.
    # incoming / (incoming + outgoing) below 0.25, with at least 4 outgoing contacts in the window.
    \(window)
    param threshold = 0.25
    param least = 4

    columns share=percent+bar
    remark 'from ' + $from + ' up to ' + $to + ', exclusive; contacts whose direction is known'
    MATCH (i:Interaction)-[:AT]->(c:Client) WHERE i.date >= $from AND i.date < $to AND i.direction IN ['in', 'out']
    WITH c, sum(CASE i.direction WHEN 'in' THEN 1 ELSE 0 END) AS incoming, sum(CASE i.direction WHEN 'out' THEN 1 ELSE 0 END) AS outgoing
    WITH c, incoming, outgoing, toFloat(incoming) / (incoming + outgoing) AS share
    WHERE outgoing >= $least AND share < $threshold
    RETURN c.name AS client, incoming, outgoing, share ORDER BY share, outgoing DESC, client;
    """)
}
