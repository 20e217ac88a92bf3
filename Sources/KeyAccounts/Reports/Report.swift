/// An analysis of the portfolio: a script of the shell with parameters, which a user can read, copy and change.
///
/// Its first comment says what it shows; `param` lines declare its options with their defaults.
public struct Report: Sendable {
  /// The name after `report`.
  public let name: String
  /// The script.
  public let script: String

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
