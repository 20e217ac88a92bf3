import CypherSyntax

/// Plans patterns that are searched for.
enum MatchPlanner {
  /// Plans MATCH and OPTIONAL MATCH over the rows of an input.
  static func plan(
    _ match: BoundMatch, input: any Plan, context: PlanContext
  ) throws(CypherError) -> any Plan {
    throw CypherError(.semanticError, .compileTime, "UnsupportedClause", "MATCH cannot be planned")
  }

  /// Plans the pattern of an expression over the rows of `context.argument`.
  static func planApplied(
    _ match: BoundMatch, context: PlanContext
  ) throws(CypherError) -> any Plan {
    try plan(match, input: context.argument, context: context)
  }
}
