extension Report {
  /// Analysis 13: how hard competitors press.
  static let pressure = Report(
    "pressure",
    """
    # Pressure of competitors, from 0 to 100, by client.
    # 100 x (.4 S + .3 O + .2 G + .1 R): S the rivals' share of wallet; O open offers of rivals in the last 90 days / 3;
    # G price gap / 10 %; R share of deciders and influencers whose support is below 0. O and G at most 1.
    param asof = $today
    param days = 90
    param client = ''
    param all = false

    columns against=spare people=spare pressure=number+bar rivalShare=percent priceGap=percent
    remark 'as of ' + $asof + '; offers of ' + $days + ' days'
    CALL kam.pressure($asof, $days, $client) YIELD client, pressure, rivals, rivalShare, offers, priceGap, against, people
    WITH * WHERE $all OR rivals + offers + against > 0
    RETURN client.name AS client, pressure, rivalShare, offers, priceGap, against, people ORDER BY pressure DESC, client;
    """)
}
