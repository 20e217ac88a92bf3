public import CypherSyntax
public import PropertyGraph

/// What a statement answers.
public struct QueryResult: Sendable {
  /// The names of the columns; empty for a statement that only writes.
  public var columns: [String]
  /// The rows, each as wide as the columns.
  public var rows: [[Value]]
  /// The difference that the statement made to the graph.
  public var sideEffects: SideEffects
  /// Remarks that did not stop the statement, in source order.
  public var warnings: [QueryWarning]
  /// The plan, after EXPLAIN and PROFILE.
  public var plan: PlanDescription?
  /// Whether the statement has a clause that writes, even where nothing was changed.
  public var writes: Bool
}

/// A remark that does not stop a statement.
public struct QueryWarning: Hashable, Sendable {
  /// One sentence without a final full stop.
  public var message: String
  /// The place in the source.
  public var span: Span
  /// What would help: the near name.
  public var hint: String?

  /// Makes a warning.
  public init(message: String, span: Span, hint: String? = nil) {
    self.message = message
    self.span = span
    self.hint = hint
  }
}
