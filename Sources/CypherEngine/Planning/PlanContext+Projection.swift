import CypherSyntax

extension PlanContext {
  /// Plans the body of WITH or RETURN.
  func project(_ projection: BoundProjection, _ input: any Plan) throws(CypherError) -> any Plan {
    let predicates = try projection.predicates.map { (conjunct) throws(CypherError) in
      try Evaluation.compile(conjunct.expression, self)
    }
    var plan = input
    var items: [ProjectedItem] = []
    for item in projection.items {
      let evaluation = try Evaluation.compile(item.expression, self)
      if evaluation.slot == item.slot { continue }
      items.append(ProjectedItem(slot: item.slot, evaluation, name: item.name))
    }
    var keeping = needed
    for predicate in predicates { keeping.formUnion(predicate.slots) }
    plan = ProjectionPlan(input: plan, items: items, keeping: keeping)
    if projection.skip != nil || projection.limit != nil {
      let window = RowWindow(
        skip: try compile(projection.skip), limit: try compile(projection.limit))
      plan = SkipLimitPlan(input: plan, window: window, exhausts: false)
    }
    if !predicates.isEmpty {
      plan = FilterPlan(input: plan, predicates: predicates, keeping: needed)
    }
    return plan
  }

  /// Compiles an expression where there is one.
  func compile(_ expression: BoundExpression?) throws(CypherError) -> Evaluation? {
    guard let expression else { return nil }
    return try Evaluation.compile(expression, self)
  }
}
