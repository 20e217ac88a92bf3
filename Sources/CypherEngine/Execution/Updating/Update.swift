import CypherSyntax

/// What a writing clause does, compiled: it changes the graph for rows and may fill slots in them.
protocol Update: Sendable {
  /// The kind of step, as EXPLAIN names it.
  var name: String { get }
  /// What it writes, for EXPLAIN.
  var details: String { get }
  /// Its expressions, for EXPLAIN to show the sub-plans in them.
  var evaluations: [Evaluation] { get }
  /// Carries the clause out for all rows at once.
  ///
  /// All expressions are evaluated before the first change, as a clause never sees its own writes; MERGE and
  /// FOREACH go row by row instead.
  func run(_ rows: inout [Batch], _ writer: GraphWriter) throws(CypherError)
}
