import CypherSyntax
import PropertyGraph

extension ExecutionContext {
  /// Runs a query that reads, for a procedure: under the limits, the clock and the procedures of this statement.
  ///
  /// - Throws: ProcedureError for a query that writes; else what the query throws.
  func rows(_ text: String, _ parameters: [String: Value]) throws(CypherError) -> [[Value]] {
    let bound = try Binder.bind(try Parser.parse(text), source: text, procedures: services.procedures)
    guard !bound.query.writes else {
      throw CypherError(
        .procedureError, .runtime, "ProcedureWrites", "a procedure may not run a query that writes")
    }
    let plan = try QueryPlanner.plan(bound, graph: graph)
    return try plan.rows(
      ExecutionContext(
        graph: graph, parameters: parameters, clock: clock, limits: limits, services: services,
        builder: plan.builder()))
  }
}
