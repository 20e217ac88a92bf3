import CypherSyntax
import PropertyGraph

/// Plans the clauses that write, call, load or list.
enum UpdatePlanner {
  /// Plans one clause after an input.
  static func plan(
    _ clause: BoundClause, input: any Plan, context: PlanContext
  ) throws(CypherError) -> any Plan {
    switch clause.kind {
    case .call(let call): return try ProcedureCallPlan.plan(call, input, context)
    case .subquery(let subquery): return try SubqueryPlan.plan(subquery, input, context)
    case .loadCSV(let withHeaders, let url, let slot, let terminator):
      return LoadCSVPlan(
        input: input, withHeaders: withHeaders, url: try Evaluation.compile(url, context),
        terminator: try context.compile(terminator), slot: slot, keeping: context.needed,
        details: context.name(of: slot))
    case .show(let show, let outputs):
      return ShowPlan(input: input, show: show, outputs: outputs)
    case .createIndex(let name, let label, let keys, let unique, let ifNotExists):
      return SchemaPlan(
        input: input, change: .create(name: name, label: label, keys: keys), isConstraint: unique,
        isTolerant: ifNotExists, span: clause.span)
    case .dropIndex(let name, let unique, let ifExists):
      return SchemaPlan(
        input: input, change: .drop(name: name), isConstraint: unique, isTolerant: ifExists,
        span: clause.span)
    default:
      return UpdatePlan(
        input: input, update: try update(clause, context), keeping: context.needed,
        isEager: !context.mayStream)
    }
  }

  /// Compiles a clause that writes.
  static func update(_ clause: BoundClause, _ context: PlanContext) throws(CypherError) -> any Update {
    switch clause.kind {
    case .create(let create): return try CreateUpdate(create, context)
    case .merge(let merge): return try MergeUpdate(merge, context)
    case .set(let items): return try SetUpdate(items, context)
    case .remove(let items): return try SetUpdate(items, context)
    case .delete(let targets, let detach):
      return try DeleteUpdate(targets, detaches: detach, context)
    case .foreach(let slot, let list, let clauses):
      return try ForeachUpdate(slot: slot, list: list, clauses, context)
    default:
      throw CypherError(
        .syntaxError, .compileTime, "InvalidClauseComposition", "this clause does not write",
        at: clause.span)
    }
  }
}
