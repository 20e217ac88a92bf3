import CypherSyntax

/// Plans patterns that are searched for.
enum MatchPlanner {
  /// Plans MATCH and OPTIONAL MATCH over the rows of an input.
  static func plan(
    _ match: BoundMatch, input: any Plan, context: PlanContext
  ) throws(CypherError) -> any Plan {
    guard match.isOptional else { return try rows(of: match, over: input, context) }
    let rowSlot = context.layout.newSlot()
    let introduced = SlotSet(match.introduced).intersection(context.needed)
    let inner = context.applied(needed: introduced).needing(SlotSet([rowSlot]))
    return OptionalApplyPlan(
      input: input, applied: try rows(of: match, over: inner.argument, inner), argument: inner.argument,
      rowSlot: rowSlot, arguments: match.arguments, keeping: context.needed.subtracting(introduced),
      introduced: introduced)
  }

  /// Plans the pattern of an expression over the rows of `context.argument`.
  ///
  /// The rows that it gives are in the order of those that it is given.
  static func planApplied(_ match: BoundMatch, context: PlanContext) throws(CypherError) -> any Plan {
    try rows(of: match, over: context.argument, context)
  }

  /// Plans the matches of a pattern for every row of an input.
  ///
  /// - Parameter isExistence: whether all that matters is which rows have a match.
  static func rows(
    of match: BoundMatch, over input: any Plan, _ context: PlanContext, isExistence: Bool = false
  ) throws(CypherError) -> any Plan {
    let pattern = MatchPattern(match, context)
    let startsFromNothing = (input as? ArgumentPlan)?.id == 0
    let search = MatchSearch(
      pattern, MatchStatistics(graph: context.graph), arguments: match.arguments,
      rows: startsFromNothing ? nil : input.estimatedRows, needed: context.needed,
      propertyReads: context.propertyReads, isWeighted: context.weight != nil)
    let order = MatchSearch.order(search) { context.frame[$0].type != .node }
    if startsFromNothing, let counted = try CountPlanner(pattern, context).plan(instead: order.cost) {
      return counted
    }
    var assembly = MatchAssembly(
      pattern, context, filled: match.arguments, isExistence: isExistence, weight: context.weight)
    return try assembly.plan(order, input: startsFromNothing ? nil : input, needed: context.needed) ?? input
  }
}
