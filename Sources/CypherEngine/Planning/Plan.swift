/// A step of a plan; immutable, and shared by all runs of a prepared query.
///
/// A struct stands beside its operator in one file.
protocol Plan: Sendable {
  /// The steps that it takes rows from.
  var inputs: [any Plan] { get }
  /// How many rows it is expected to give for one run.
  var estimatedRows: Double { get }
  /// The kind of step, as EXPLAIN names it: `NodeIndexSeek`.
  var name: String { get }
  /// What it works on: `p:Person {name = $n}`.
  var details: String { get }
  /// Its expressions, for EXPLAIN to show the sub-plans in them.
  var evaluations: [Evaluation] { get }
  /// Whether several threads may each do the step for other rows: it keeps nothing from one row for the next, and only
  /// reads.
  var sharesWork: Bool { get }
  /// Whether its operator, started over, is as good as a new one for another run: it keeps nothing of the run, of the
  /// graph or of what it made.
  var isReusable: Bool { get }
  /// Makes the running form of the step.
  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator
}

extension Plan {
  var evaluations: [Evaluation] { [] }
  var sharesWork: Bool { false }
  var isReusable: Bool { false }
  /// What `isReusable` is of a step that keeps nothing itself.
  var inputsAreReusable: Bool { inputs.allSatisfy(\.isReusable) }
}
