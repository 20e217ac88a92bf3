import CypherSyntax
import PropertyGraph

extension EvaluationCompiler {
  /// Compiles what walks over a list with a variable of its own.
  mutating func overList(_ expression: BoundExpression) throws(CypherError) -> any EvaluationNode {
    let span = expression.span
    switch expression.kind {
    case .quantifier(let quantifier, let slot, let list, let predicate):
      return QuantifierNode(
        quantifier, try source(list, for: "a quantifier"), slot: slot, try evaluation(predicate), span)
    case .listComprehension(let slot, let list, let predicate, let projection):
      return ListComprehensionNode(
        try source(list, for: "a comprehension"), slot: slot,
        predicate: try optionalEvaluation(predicate),
        projection: try optionalEvaluation(projection), span)
    case .reduce(let accumulator, let initial, let slot, let list, let step):
      return ReduceNode(
        accumulator: accumulator, initial: try node(initial), try source(list, for: "reduce"),
        slot: slot, step: try evaluation(step), nests: step.mayNest(accumulator), span)
    default: return try node(expression)
    }
  }

  /// Compiles what gives the elements of a list: `range(…)` is not made into one.
  mutating func source(_ list: BoundExpression, for place: String?) throws(CypherError) -> ElementSource {
    if case .call(let function, let arguments) = list.kind, function.name == "range" {
      return ElementSource(range: try nodes(arguments), list.span)
    }
    return ElementSource(list: try node(list), for: place)
  }

  private mutating func optionalEvaluation(
    _ expression: BoundExpression?
  ) throws(CypherError) -> Evaluation? {
    guard let expression else { return nil }
    return try evaluation(expression)
  }

  /// Compiles the call of a function.
  mutating func call(
    _ function: BoundFunction, _ arguments: [BoundExpression], _ span: Span
  ) throws(CypherError) -> any EvaluationNode {
    if function.name == "coalesce" { return CoalesceNode(try evaluations(arguments), span) }
    // The number of matches is asked for, not the list of them.
    if function.name == "size", case .patternComprehension(let match, _) = arguments[0].kind {
      return try pattern(BoundExpression(.countPattern(match), .integer, span))
    }
    guard let definition = FunctionRegistry.find(function.name) else {
      throw CypherError(
        .syntaxError, .compileTime, "UnknownFunction", "there is no function \(function.name)", at: span)
    }
    return CallNode(definition, try nodes(arguments), span)
  }

  /// Compiles a pattern that is asked for its matches.
  mutating func pattern(_ expression: BoundExpression) throws(CypherError) -> any EvaluationNode {
    let span = expression.span
    switch expression.kind {
    case .existsPattern(let match):
      return ExistsNode(try applied(match, reading: SlotSet()), span)
    case .countPattern(let match):
      return CountNode(try applied(match, reading: SlotSet()), span)
    case .patternComprehension(let match, let projection):
      var reads = projection.slots
      for slot in match.introduced { reads.remove(slot) }
      let projected = try evaluation(projection)
      return CollectNode(try applied(match, reading: projected.slots, outer: reads), projected, span)
    default: return try node(expression)
    }
  }

  /// Plans a pattern over outer rows.
  ///
  /// - Parameters:
  ///   - slots: what is read of each match.
  ///   - outer: those of them that the outer row holds, beside the pattern's own arguments.
  private mutating func applied(
    _ match: BoundMatch, reading slots: SlotSet, outer: SlotSet = SlotSet()
  ) throws(CypherError) -> AppliedPattern {
    let number = context.layout.newSlot()
    var needed = slots
    needed.insert(number)
    let inner = context.applied(needed: needed)
    let plan = AppliedPlan(
      try MatchPlanner.planApplied(match, context: inner), argument: inner.argument)
    applied.append(plan)
    var arguments = match.arguments
    arguments.formUnion(outer)
    return AppliedPattern(plan: plan, arguments: arguments, numberSlot: number)
  }

  /// Compiles EXISTS, COUNT and COLLECT over a query.
  mutating func subquery(_ expression: BoundExpression) throws(CypherError) -> any EvaluationNode {
    let span = expression.span
    switch expression.kind {
    case .existsQuery(let query):
      if let streamed = try streamed(query) { return ExistsNode(streamed, span) }
      return try rowByRow(query, .exists, span)
    case .countQuery(let query):
      if let streamed = try streamed(query) { return CountNode(streamed, span) }
      return try rowByRow(query, .count, span)
    case .collectQuery(let query):
      let slot = query.parts[0].outputs[0]
      if let streamed = try streamed(query) {
        let value = Evaluation(root: SlotNode(slot, span), slots: SlotSet([slot]), applied: [])
        return CollectNode(streamed, value, span)
      }
      return try rowByRow(query, .collect(slot), span)
    default: return try node(expression)
    }
  }

  /// Plans a query over a whole batch of outer rows; nil where rows of different outer rows would meet.
  private mutating func streamed(_ query: BoundQuery) throws(CypherError) -> AppliedPattern? {
    guard query.streams else { return nil }
    let number = context.layout.newSlot()
    let inner = context.applied(needed: SlotSet([number]))
    let plan = AppliedPlan(try inner.plan(nested: query), argument: inner.argument)
    applied.append(plan)
    return AppliedPattern(plan: plan, arguments: query.reads, numberSlot: number)
  }

  private mutating func rowByRow(
    _ query: BoundQuery, _ answer: SubqueryNode.Answer, _ span: Span
  ) throws(CypherError) -> any EvaluationNode {
    let inner = context.applied(needed: SlotSet())
    let plan = AppliedPlan(try inner.plan(nested: query), argument: inner.argument)
    applied.append(plan)
    return SubqueryNode(plan, arguments: query.reads, answer, span)
  }
}

extension BoundQuery {
  /// Whether each row out comes from one row in, whatever the other rows are.
  fileprivate var streams: Bool {
    guard parts.count == 1 || keepsDuplicates else { return false }
    return parts.allSatisfy { part in
      part.clauses.allSatisfy { clause in
        switch clause.kind {
        case .match, .unwind: true
        case .with(let projection), .returning(let projection):
          projection.aggregation == nil && !projection.isDistinct && projection.orderBy.isEmpty
            && projection.skip == nil && projection.limit == nil
        default: false
        }
      }
    }
  }
}
