import CypherEngine
import KeyAccounts
import PropertyGraph

/// What a statement answers: a table of values, and what stands above it.
struct Answer: Sendable {
  /// What stands above it, where a command answers with several.
  var title: String?
  /// The names of the columns; empty for a statement that only writes.
  var columns: [String] = []
  /// The rows, each as wide as the columns.
  var rows: [[Value]] = []
  /// The plan, after EXPLAIN and PROFILE.
  var plan: PlanDescription?
  /// How the numbers of columns are written and drawn for people, by the columns' names.
  var styles: [String: ColumnStyle] = [:]
  /// What the numbers of each row are, where it isn't the columns that say so; nil for other rows.
  var rowUnits: [ColumnStyle.Unit?] = []
  /// The column whose numbers are differences and have a sign.
  var differences: String?
  /// Whether tables for people tell a missing value by its name: queries may ask for it, commands leave its place empty.
  var namesNull = false
  /// How the rows stand on a page; empty where they are a table.
  var lines: [PageLine] = []
  /// What was asked of, by the names of the parameters.
  var parameters: [String: Value] = [:]
  /// The most rows that a table shows; nil for all.
  var most: Int?

  /// The value of an answer of one row and one column, or nil.
  var single: Value? {
    columns.count == 1 && rows.count == 1 ? rows[0][0] : nil
  }

  /// The answer as a variable holds it: the single value, or a list of maps.
  var value: Value { single ?? .list(maps) }

  /// The rows as maps from columns to values.
  var maps: [Value] { rows.map { .map(ValueMap(distinctKeys: columns, values: $0)) } }
}

extension Answer {
  /// The rows that a table shows; the title tells how many there are.
  var shortened: Answer {
    guard let most, rows.count > most else { return self }
    var answer = self
    answer.rows = Array(rows.prefix(most))
    answer.title = title.map { "\($0) (\(most) of \(rows.count))" }
    return answer
  }

  /// Has lists written as words with commas between, where nothing else is said of their columns.
  mutating func writeListsAsWords() {
    for (index, column) in columns.enumerated() where styles[column] == nil {
      let holdsLists = rows.contains { if case .list = $0[index] { true } else { false } }
      if holdsLists { styles[column] = ColumnStyle(unit: .words) }
    }
  }

  /// Takes what a query gave.
  init(_ result: QueryResult) {
    self.init(columns: result.columns, rows: result.rows, plan: result.plan)
  }
}
