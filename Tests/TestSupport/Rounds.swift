import FoundationEssentials

/// How often random tests try: `KAMSH_ROUNDS` names how many times as often as usual.
public enum Rounds {
  /// The rounds of a test that makes so many as a rule.
  public static func times(_ usual: Int) -> Int {
    usual * (ProcessInfo.processInfo.environment["KAMSH_ROUNDS"].flatMap { Int($0) } ?? 1)
  }
}
