import CypherSyntax

/// Plans the body of WITH and RETURN: aggregation, items, DISTINCT, sorting, SKIP and LIMIT, predicates.
struct ProjectionPlanner {
  private let projection: BoundProjection
  private let context: PlanContext
  private let predicates: [Evaluation]
  private let keys: [SortKey]
  private let window: RowWindow?
  /// What is needed after the items: by sorting, by the predicates, and by the clauses to come.
  private let neededAfterItems: SlotSet

  /// Plans a projection over an input.
  static func plan(
    _ projection: BoundProjection, input: any Plan, context: PlanContext
  ) throws(CypherError) -> any Plan {
    try ProjectionPlanner(projection, context).plan(input)
  }

  private init(_ projection: BoundProjection, _ context: PlanContext) throws(CypherError) {
    self.projection = projection
    self.context = context
    predicates = try projection.predicates.map { (conjunct) throws(CypherError) in
      try Evaluation.compile(conjunct.expression, context)
    }
    keys = try projection.orderBy.map { (key) throws(CypherError) in
      SortKey(
        evaluation: try Evaluation.compile(key.expression, context), isDescending: key.isDescending)
    }
    let skip = try context.compile(projection.skip)
    let limit = try context.compile(projection.limit)
    window = skip == nil && limit == nil ? nil : RowWindow(skip: skip, limit: limit)
    var needed = context.needed
    for key in keys { needed.formUnion(key.evaluation.slots) }
    for predicate in predicates { needed.formUnion(predicate.slots) }
    neededAfterItems = needed
  }

  private func plan(_ input: any Plan) throws(CypherError) -> any Plan {
    let items = try compiledItems()
    let late = items.filter { isLate($0) }
    let early = items.filter { !isLate($0) }
    var carried = neededAfterItems
    for item in late { carried.formUnion(item.evaluation.slots) }

    var plan = input
    if let aggregation = projection.aggregation {
      plan = try aggregate(aggregation, items, plan, carried)
    }
    let slots = projection.items.map(\.slot)
    if projection.isDistinct {
      var compared = carried
      compared.formUnion(SlotSet(slots))
      plan = DistinctPlan(
        input: context.shared(project(early, plan, keeping: compared)), slots: slots, keeping: carried,
        names: projection.items.map(\.name))
    } else {
      plan = project(early, plan, keeping: carried)
    }
    if !keys.isEmpty {
      plan = SortPlan(
        input: context.shared(plan), keys: keys, window: window, keeping: carried,
        details: keys.map { context.text(of: $0) }.joined(separator: ", "))
    }
    if let window {
      plan = SkipLimitPlan(input: context.shared(plan), window: window, exhausts: context.hasWritten)
    }
    plan = project(late, plan, keeping: neededAfterItems)
    if !predicates.isEmpty {
      plan = FilterPlan(
        input: plan, predicates: predicates, keeping: context.needed,
        details: projection.predicates.map { context.text(of: $0.expression) }
          .joined(separator: " AND "))
    }
    return plan
  }

  /// The items that are not there already.
  private func compiledItems() throws(CypherError) -> [ProjectedItem] {
    var items: [ProjectedItem] = []
    for item in projection.items {
      let evaluation = try Evaluation.compile(item.expression, context)
      if evaluation.slot == item.slot { continue }
      items.append(ProjectedItem(slot: item.slot, evaluation, name: item.name))
    }
    return items
  }

  /// Whether an item is computed after LIMIT, for the rows that are left: nothing before looks at it.
  private func isLate(_ item: ProjectedItem) -> Bool {
    guard projection.limit != nil, !projection.isDistinct else { return false }
    return !keys.contains { $0.evaluation.slots.contains(item.slot) }
  }

  private func project(_ items: [ProjectedItem], _ input: any Plan, keeping: SlotSet) -> any Plan {
    items.isEmpty ? input : ProjectionPlan(input: input, items: items, keeping: keeping)
  }

  private func aggregate(
    _ aggregation: BoundAggregation, _ items: [ProjectedItem], _ input: any Plan,
    _ carried: SlotSet
  ) throws(CypherError) -> any Plan {
    let shared = try SharedReads(
      aggregation.keys.map(\.expression) + aggregation.aggregates.flatMap(\.arguments), context)
    var keys = try aggregation.keys.map { (key) throws(CypherError) in
      GroupingKey(
        slot: key.slot, try Evaluation.compile(shared.applied(to: key.expression, context), context),
        name: context.text(of: key.expression))
    }
    var aggregates = try aggregation.aggregates.map { (aggregate) throws(CypherError) in
      try call(aggregate, shared)
    }
    var input = project(shared.items, input, keeping: reads(of: keys, aggregates))
    if context.shared(input) is ParallelPlan {
      // What is grouped and added up is read by the threads that find the rows.
      var early: [ProjectedItem] = []
      keys = keys.map { key in
        GroupingKey(slot: key.slot, hoisted(key.evaluation, key.name, &early), name: key.name)
      }
      aggregates = aggregates.map { call in
        call.with(arguments: call.arguments.map { hoisted($0, call.definition.name, &early) })
      }
      input = context.shared(project(early, input, keeping: reads(of: keys, aggregates)))
    }
    var outer = carried
    for item in items { outer.formUnion(item.evaluation.slots) }
    for slot in keys.map(\.slot) + aggregates.map(\.slot) + items.map(\.slot) { outer.remove(slot) }
    return AggregationPlan(
      input: input, keys: keys, aggregates: aggregates, weight: context.weight, outer: outer,
      argument: context.argument,
      details: (keys.map(\.name) + aggregation.aggregates.map { context.text(of: $0) })
        .joined(separator: ", "))
  }

  /// What an aggregation reads of its input.
  private func reads(of keys: [GroupingKey], _ aggregates: [AggregateCall]) -> SlotSet {
    var slots = SlotSet()
    for key in keys { slots.formUnion(key.evaluation.slots) }
    for argument in aggregates.flatMap(\.arguments) { slots.formUnion(argument.slots) }
    if let weight = context.weight { slots.insert(weight) }
    return slots
  }

  /// An expression that finds in a hidden slot what a step before has computed.
  private func hoisted(
    _ evaluation: Evaluation, _ name: String, _ early: inout [ProjectedItem]
  ) -> Evaluation {
    if evaluation.slot != nil || evaluation.constant != nil || !evaluation.applied.isEmpty {
      return evaluation
    }
    let item = ProjectedItem(slot: context.layout.newSlot(), evaluation, name: name)
    early.append(item)
    return ProjectedItem(slot: item.slot, from: item.slot).evaluation
  }

  private func call(
    _ aggregate: BoundAggregate, _ shared: SharedReads
  ) throws(CypherError) -> AggregateCall {
    guard let definition = AggregateRegistry.find(aggregate.function.name) else {
      throw CypherError(
        .syntaxError, .compileTime, "UnknownFunction",
        "there is no aggregating function \(aggregate.function.name)", at: aggregate.span)
    }
    let arguments = try aggregate.arguments.map { (argument) throws(CypherError) in
      try Evaluation.compile(shared.applied(to: argument, context), context)
    }
    return AggregateCall(
      slot: aggregate.slot, definition: definition, arguments: arguments,
      isDistinct: aggregate.isDistinct, span: aggregate.span)
  }
}
