import CypherSyntax
import PropertyGraph

/// From bound tree to plan, clause by clause.
struct QueryPlanner {
  /// Plans a statement.
  static func plan(_ bound: BoundStatement, graph: Graph) throws(CypherError) -> QueryPlan {
    let layout = FrameLayout()
    let query = bound.query
    let outputs: [Slot]
    let root: any Plan
    if query.parts.count == 1 {
      let part = query.parts[0]
      var context = PlanContext(graph: graph, frame: part.frame, layout: layout)
      context.mayShare = !query.writes
      outputs = part.outputs
      root = context.shared(try context.plan(part, input: context.argument))
    } else {
      // Each part has a frame of its own; the columns meet in the first slots.
      outputs = Array(query.columns.indices)
      var parts: [any Plan] = []
      for part in query.parts {
        var context = PlanContext(graph: graph, frame: part.frame, layout: layout)
        context.mayShare = !query.writes
        parts.append(context.shared(try context.plan(part, into: outputs, input: context.argument)))
      }
      let context = PlanContext(graph: graph, frame: [], layout: layout)
      root = context.union(parts, query, outputs)
    }
    return QueryPlan(
      root: root, outputs: outputs, columns: query.columns, frameSize: layout.frameSize,
      writes: query.writes, parameters: bound.parameters)
  }
}

extension PlanContext {
  /// Plans a single query after an input; `needed` and the query's outputs are filled at its end.
  func plan(_ single: BoundSingleQuery, input: any Plan) throws(CypherError) -> any Plan {
    var later = needed
    for slot in single.outputs { later.insert(slot) }
    let clauses = single.clauses.countingRows
    var needs: [SlotSet] = []
    for clause in clauses.reversed() {
      needs.append(later)
      later.formUnion(clause.reads)
    }
    var plan = input
    var context = self
    for (index, (clause, needed)) in zip(clauses, needs.reversed()).enumerated() {
      context.needed = needed
      context.propertyReads = index + 1 < clauses.count ? clauses[index + 1].propertyReads : SlotSet()
      context.mayStream = argument.id == 0 && clauses.mayStream(at: index)
      // The aggregation reads the weights that the match before it was allowed to give.
      if index == 0 || !clauses.admitsWeights(at: index - 1) {
        context.weight = clauses.admitsWeights(at: index) ? layout.newSlot() : nil
      }
      plan = try context.plan(clause, input: plan)
      context.hasWritten = context.hasWritten || clause.writes
    }
    return plan
  }

  /// Plans a single query whose outputs are to be found in given slots.
  func plan(
    _ single: BoundSingleQuery, into outputs: [Slot], input: any Plan
  ) throws(CypherError) -> any Plan {
    let plan = try plan(single, input: input)
    if single.outputs == outputs { return plan }
    for slot in outputs { layout.require(slot + 1) }
    let items = zip(outputs, single.outputs).map { ProjectedItem(slot: $0, from: $1) }
    return ProjectionPlan(input: plan, items: items, keeping: needing(SlotSet(outputs)).needed)
  }

  /// Plans a query inside another one: it runs over the rows of `argument`, and its columns are to be found
  /// in given slots; `needed` is carried along.
  ///
  /// Without `outputs` the columns stay where the first part has them.
  func plan(nested query: BoundQuery, into outputs: [Slot]? = nil) throws(CypherError) -> any Plan {
    let outputs = outputs ?? query.parts[0].outputs
    var parts: [any Plan] = []
    for part in query.parts { parts.append(try plan(part, into: outputs, input: argument)) }
    return union(parts, query, outputs)
  }

  /// Joins the parts of a query, which give their columns in the same slots.
  fileprivate func union(_ parts: [any Plan], _ query: BoundQuery, _ outputs: [Slot]) -> any Plan {
    if parts.count == 1 { return parts[0] }
    let all = UnionPlan(inputs: parts)
    if query.keepsDuplicates { return all }
    return DistinctPlan(
      input: all, slots: outputs, keeping: needing(SlotSet(outputs)).needed, names: query.columns)
  }

  /// Plans one clause.
  private func plan(_ clause: BoundClause, input: any Plan) throws(CypherError) -> any Plan {
    switch clause.kind {
    case .match(let match): return try MatchPlanner.plan(match, input: input, context: self)
    case .unwind(let list, let slot): return try unwind(list, into: slot, input)
    case .with(let projection), .returning(let projection):
      return try ProjectionPlanner.plan(projection, input: input, context: self)
    default: return try UpdatePlanner.plan(clause, input: input, context: self)
    }
  }

  private func unwind(
    _ list: BoundExpression, into slot: Slot, _ input: any Plan
  ) throws(CypherError) -> any Plan {
    var compiler = EvaluationCompiler(context: self)
    let source = try compiler.source(list, for: nil)
    let evaluation = Evaluation(
      root: ConstantNode(.null, list.span), slots: list.slots, applied: compiler.applied)
    return UnwindPlan(
      input: input, list: source, slot: slot, keeping: needed,
      details: "\(text(of: list)) AS \(name(of: slot))", evaluations: [evaluation])
  }

  /// Compiles an expression where there is one.
  func compile(_ expression: BoundExpression?) throws(CypherError) -> Evaluation? {
    guard let expression else { return nil }
    return try Evaluation.compile(expression, self)
  }
}
