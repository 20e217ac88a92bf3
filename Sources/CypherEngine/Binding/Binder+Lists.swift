import CypherSyntax

extension Binder {
  /// Binds `all(x IN list WHERE predicate)` and its kin.
  mutating func bindQuantifier(
    _ quantifier: Quantifier, _ name: Name, _ list: Expression, _ predicate: Expression?,
    _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let list = try bind(list)
    try requireList(list, "a quantifier")
    let visible = enterBody()
    let slot = declare(name, list.type.element)
    let bound: BoundExpression
    if let predicate {
      bound = try bindPredicate(predicate)
    } else {
      // Without WHERE the elements themselves are asked.
      bound = BoundExpression(.slot(slot), list.type.element, name.span)
      try requireBoolean(bound, "a predicate")
    }
    leaveBody(visible)
    return BoundExpression(
      .quantifier(quantifier, slot: slot, list: list, predicate: bound), .boolean, span)
  }

  /// Binds `[x IN list WHERE predicate | projection]`.
  mutating func bindListComprehension(
    _ name: Name, _ list: Expression, _ predicate: Expression?, _ projection: Expression?,
    _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let list = try bind(list)
    try requireList(list, "a comprehension")
    let visible = enterBody()
    let slot = declare(name, list.type.element)
    var boundPredicate: BoundExpression?
    if let predicate { boundPredicate = try bindPredicate(predicate) }
    let boundProjection = try bindOptional(projection)
    leaveBody(visible)
    let element = boundProjection?.type ?? list.type.element
    return BoundExpression(
      .listComprehension(
        slot: slot, list: list, predicate: boundPredicate, projection: boundProjection),
      .list(element == .null ? .any : element), span)
  }

  /// Binds `reduce(accumulator = initial, x IN list | step)`.
  mutating func bindReduce(
    _ accumulator: Name, _ initial: Expression, _ name: Name, _ list: Expression,
    _ step: Expression, _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let initial = try bind(initial)
    let list = try bind(list)
    try requireList(list, "reduce")
    let visible = enterBody()
    // The step may give another type than the start, so nothing is assumed of the accumulator.
    let total = declare(accumulator, .any)
    let slot = declare(name, list.type.element)
    let boundStep = try bind(step)
    leaveBody(visible)
    return BoundExpression(
      .reduce(accumulator: total, initial: initial, slot: slot, list: list, step: boundStep),
      initial.type.union(boundStep.type), span)
  }

  /// Begins the body of a comprehension, which has variables of its own.
  mutating func enterBody() -> Int {
    bodyDepth += 1
    return scope.count
  }

  /// Ends the body: its variables go.
  mutating func leaveBody(_ visible: Int) {
    bodyDepth -= 1
    scope.truncate(to: visible)
  }
}
