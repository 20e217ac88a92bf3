/// When a fact that begins and ends holds: jobs, roles, managers, terms.
public enum Validity {
  /// The condition, in Cypher, that what a variable stands for holds on a day.
  ///
  /// Its `from` is the first day and its `to` the first day after; where one is missing, it has no end on that side.
  public static func of(_ variable: String, on day: String = "$today") -> String {
    "(\(variable).from IS NULL OR \(variable).from <= \(day)) AND (\(variable).to IS NULL OR \(variable).to > \(day))"
  }

  /// The condition, in Cypher, that what a variable stands for holds on the last day before another.
  public static func of(_ variable: String, before day: String) -> String {
    "(\(variable).from IS NULL OR \(variable).from < \(day)) AND (\(variable).to IS NULL OR \(variable).to >= \(day))"
  }
}
