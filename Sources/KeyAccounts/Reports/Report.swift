/// An analysis of the portfolio: a script of the shell with parameters, which a user can read, copy and change.
///
/// Its first comment says what it shows; `param` lines declare its options with their defaults.
public struct Report: Sendable {
  /// The name after `report`.
  public let name: String
  /// The script.
  public let script: String

  /// The parameters of a report on a window: the last 12 months up to a day, if nothing else is said.
  static let window = """
    param asof = $today
    param to = $asof + duration('P1D')
    param from = $to - duration('P12M')
    """

  /// The profit of the window as `$total`, which shares are taken of, and a remark on both.
  static let total = """
    let total = CALL kam.profits($from, $to) YIELD profit, basis
      RETURN {profit: coalesce(sum(profit), 0.0), basis: min(basis), clients: count(*)} AS total;
    remark 'from ' + $from + ' up to ' + $to + ', exclusive; ' + $total.clients + CASE $total.clients WHEN 1 THEN ' client' ELSE ' clients' END + ', profit ' + round($total.profit, 2) + ' by ' + coalesce($total.basis, 'nothing sold')
    if $total.profit <= 0
      remark 'undefined: there is no profit to take a share of'
    end
    """

  init(_ name: String, _ script: String) {
    self.name = name
    self.script = script
  }

  /// All reports, in the order of the manual.
  public static let all: [Report] = [
    keyClients, abc, concentration, managers, coverage, stale, burden, lapse, refusals, capital, pocket,
    dumping, wallet, pressure, winBack,
  ]
}
