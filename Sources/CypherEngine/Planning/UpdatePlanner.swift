import CypherSyntax

/// Plans the clauses that write or call.
enum UpdatePlanner {
  /// Plans one clause over the rows of an input.
  static func plan(
    _ clause: BoundClause, input: any Plan, context: PlanContext
  ) throws(CypherError) -> any Plan {
    throw CypherError(
      .semanticError, .compileTime, "UnsupportedClause", "the clause cannot be planned",
      at: clause.span)
  }
}
