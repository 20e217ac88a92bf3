import KeyAccounts
import PropertyGraph

/// What changes between two outlooks: the totals always, of the rest what differs.
struct OutlookChange {
  /// The figures: before, after, and the difference.
  private(set) var answer: Answer
  /// What stands above the figures.
  var title: String? {
    get { answer.title }
    set { answer.title = newValue }
  }
  /// What is not in the answer, in words; nil where all is.
  private(set) var remark: String?

  /// The most figures of one sort that are listed.
  private static let limit = 10

  /// Compares two outlooks.
  init(from before: Outlook, to after: Outlook) {
    answer = Answer(columns: ["figure", "of", "before", "after", "change"])
    answer.differences = "change"
    var left: [String] = []
    for (index, figure) in OutlookFigure.all.enumerated() {
      let rows = Self.rows(of: figure, index, before, after)
      let exposed = figure.gathering == .greatest ? Self.names(before.mostExposed, after.mostExposed) : nil
      for row in rows.prefix(Self.limit) {
        answer.rows.append([
          .string(figure.name), exposed ?? .string(row.of.joined(separator: ", ")), Self.value(row.before),
          Self.value(row.after),
          Self.value(row.change),
        ])
        answer.rowUnits.append(figure.unit)
      }
      if rows.count > Self.limit { left.append("\(figure.name): \(rows.count - Self.limit) more") }
    }
    if !left.isEmpty { remark = "changes of less are left out: " + left.joined(separator: ", ") }
  }

  private typealias Row = (of: [String], before: Double?, after: Double?, change: Double?)

  /// The rows of a figure, the greatest change first; a total has its row even where nothing changes.
  private static func rows(
    of figure: OutlookFigure, _ index: Int, _ before: Outlook, _ after: Outlook
  ) -> [Row] {
    let missing = figure.isNothingWhereMissing ? 0.0 : nil
    let (old, new) = (before.numbers[index], after.numbers[index])
    func row(_ of: [String], as name: [String]) -> Row {
      let (old, new) = (old[of] ?? missing, new[of] ?? missing)
      return (name, old, new, difference(old, new))
    }
    if figure.gathering != .each { return [row([], as: ["all"])] }
    // Most of a large portfolio stays as it is, and only what differs is looked at any further.
    let kept = old.filter { new[$0.key] != $0.value }.keys + new.keys.filter { old[$0] == nil }
    let rows = kept.map { row($0, as: $0) }
    return rows.filter { $0.before != $0.after && isNotable($0) }.sorted {
      let (a, b) = (abs($0.change ?? .infinity), abs($1.change ?? .infinity))
      return a != b ? a > b : $0.of.lexicographicallyPrecedes($1.of)
    }
  }

  private static func difference(_ old: Double?, _ new: Double?) -> Double? {
    guard let old, let new else { return nil }
    return new - old
  }

  /// Whether a difference is more than what sums of floats leave behind.
  private static func isNotable(_ row: Row) -> Bool {
    guard let before = row.before, let after = row.after else { return true }
    return abs(after - before) > 1e-9 * max(1, abs(before), abs(after))
  }

  /// The name before and the name after.
  private static func names(_ before: String?, _ after: String?) -> Value {
    let names = [before, after].map { $0 ?? "nobody" }
    if before == nil, after == nil { return .null }
    return .string(names[0] == names[1] ? names[0] : names.joined(separator: " → "))
  }

  private static func value(_ number: Double?) -> Value { number.map(Value.float) ?? .null }
}
