import CypherSyntax

extension Binder {
  /// Binds the items of a projection with aggregates: first the keys, then what is computed of them.
  mutating func bindGroupedItems(
    _ projection: Projection, into items: inout [BoundProjectionItem]
  ) throws(CypherError) -> BoundAggregation {
    let first = items.count - projection.items.count
    var keys: [BoundGroupingKey] = []
    for item in items[..<first] {
      keys.append(BoundGroupingKey(slot: item.slot, expression: item.expression))
    }
    for (offset, item) in projection.items.enumerated() where !item.expression.containsAggregate {
      let expression = try bind(item.expression)
      let name = items[first + offset].name
      let slot = itemSlot(expression, name, items)
      items[first + offset].slot = slot
      items[first + offset].expression = BoundExpression(
        .slot(slot), expression.type, item.expression.span)
      keys.append(BoundGroupingKey(slot: slot, expression: expression))
      grouping.keys.append(
        Grouping.Known(syntax: item.expression, slot: slot, type: expression.type))
    }
    let savedMode = aggregateMode
    let savedDepth = bodyDepth
    aggregateMode = .collecting
    bodyDepth = 0
    defer {
      aggregateMode = savedMode
      bodyDepth = savedDepth
    }
    grouping.localStart = scope.count
    grouping.isAggregating = true
    for (offset, item) in projection.items.enumerated() where item.expression.containsAggregate {
      let expression = try bind(item.expression)
      let name = items[first + offset].name
      let slot = itemSlot(expression, name, items)
      items[first + offset].slot = slot
      items[first + offset].expression = expression
      grouping.items.append(
        Grouping.Known(syntax: item.expression, slot: slot, type: expression.type))
    }
    return BoundAggregation(keys: keys, aggregates: [])
  }

  /// What the projection computed already, where an expression writes it again.
  mutating func knownExpression(_ expression: Expression) throws(CypherError) -> BoundExpression? {
    switch expression.kind {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable: return nil
    default: break
    }
    // A variable of a comprehension may hide one that a key is written with.
    if scope.count > grouping.localStart,
      scope.entries[grouping.localStart...].contains(where: { expression.mentions($0.name) })
    {
      return nil
    }
    for known in grouping.keys where known.syntax.isSame(as: expression) {
      if !known.isSimple, grouping.isAggregating {
        guard expression.containsVariable else { continue }
        throw ambiguous(expression.span, text(of: expression.span))
      }
      references.insert(known.slot)
      return BoundExpression(.slot(known.slot), known.type, expression.span)
    }
    guard aggregateMode == .sorting else { return nil }
    for known in grouping.items where known.syntax.isSame(as: expression) {
      references.insert(known.slot)
      return BoundExpression(.slot(known.slot), known.type, expression.span)
    }
    return nil
  }

  /// A variable in an expression that may only use grouping keys, or in a sort key.
  mutating func resolveGrouped(_ name: Name) throws(CypherError) -> Slot {
    if let local = scope.position(of: name.text, from: grouping.localStart) {
      return scope.entries[local].slot
    }
    if aggregateMode == .sorting,
      let item = scope.position(of: name.text, from: grouping.itemStart)
    {
      return scope.entries[item].slot
    }
    for known in grouping.keys {
      if case .variable(let key) = known.syntax.kind, key.text == name.text { return known.slot }
    }
    guard let position = scope.position(of: name.text) else { throw undefined(name) }
    // Variables of the queries around this one are the same for all rows of a group.
    if aggregateMode == .collecting, position >= outerCount { throw ambiguous(name.span, name.text) }
    return scope.entries[position].slot
  }

  private func ambiguous(_ span: Span, _ text: String) -> CypherError {
    Self.error(
      "AmbiguousAggregationExpression",
      "\(text) stands next to an aggregate and is not a grouping key by itself", at: span,
      hint: "compute it in a WITH before, and group by its name")
  }

  /// Binds a call of an aggregating function.
  mutating func bindAggregate(
    _ function: FunctionFacts, _ arguments: [Expression], distinct: Bool, _ whole: Expression
  ) throws(CypherError) -> BoundExpression {
    switch aggregateMode {
    case .forbidden:
      throw Self.error(
        "InvalidAggregation", "\(function.name) cannot be used here", at: whole.span,
        hint: "compute it in a WITH before")
    case .inside:
      throw Self.error(
        "NestedAggregation", "an aggregate cannot be inside another one", at: whole.span,
        hint: "compute the inner one in a WITH before")
    case .collecting, .sorting:
      if bodyDepth > 0 {
        throw Self.error(
          "InvalidAggregation", "\(function.name) cannot be used inside a comprehension", at: whole.span)
      }
    }
    for (index, known) in grouping.aggregates.enumerated() where known.syntax.isSame(as: whole) {
      let slot = grouping.bound[index].slot
      references.insert(slot)
      return BoundExpression(.slot(slot), known.type, whole.span)
    }
    let bound = try bindAggregateArguments(arguments, function)
    guard aggregateMode == .collecting else {
      throw Self.error(
        "InvalidAggregation", "only an aggregate of the projection itself can be used here",
        at: whole.span, hint: "add it to the projection")
    }
    let type = function.resultType(bound)
    let slot = newSlot(nil, type)
    grouping.bound.append(
      BoundAggregate(
        slot: slot, function: BoundFunction(name: function.name), arguments: bound,
        isDistinct: distinct, span: whole.span))
    grouping.aggregates.append(Grouping.Known(syntax: whole, slot: slot, type: type))
    references.insert(slot)
    return BoundExpression(.slot(slot), type, whole.span)
  }

  /// Binds an aggregate's arguments, over the rows before grouping.
  private mutating func bindAggregateArguments(
    _ arguments: [Expression], _ function: FunctionFacts
  ) throws(CypherError) -> [BoundExpression] {
    let savedMode = aggregateMode
    // A sort key's aggregate sees the items only: that tells an unknown variable from a misplaced one.
    aggregateMode = .inside
    defer { aggregateMode = savedMode }
    var bound: [BoundExpression] = []
    for argument in arguments {
      if let random = argument.randomCall {
        throw Self.error(
          "NonConstantExpression", "an aggregate cannot be taken of random values", at: random,
          hint: "compute them in a WITH before")
      }
      bound.append(try bind(argument))
    }
    return bound
  }
}
