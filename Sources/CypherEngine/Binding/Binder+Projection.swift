import CypherSyntax
import PropertyGraph

extension Binder {
  /// Binds the body of WITH or RETURN; afterwards the items are the scope.
  mutating func bindProjection(
    _ projection: Projection, _ predicate: Expression?, isReturn: Bool, _ span: Span
  ) throws(CypherError) -> BoundProjection {
    let savedGrouping = grouping
    grouping = Grouping()
    defer { grouping = savedGrouping }

    var items: [BoundProjectionItem] = []
    items.reserveCapacity(projection.items.count)
    if let star = projection.star { try addAll(at: star, isReturn: isReturn, to: &items) }
    let aggregates = try nameItems(projection.items, isReturn: isReturn, into: &items)
    var aggregation: BoundAggregation?
    if aggregates {
      aggregation = try bindGroupedItems(projection, into: &items)
    } else {
      try bindPlainItems(projection, into: &items)
    }
    grouping.hidesInput = aggregates || projection.distinct

    var result = BoundProjection(
      aggregation: nil, items: items, isDistinct: projection.distinct, orderBy: [], skip: nil,
      limit: nil, predicates: [])
    try bindTail(projection, predicate, of: &result)
    if var aggregation {
      aggregation.aggregates = grouping.bound
      result.aggregation = aggregation
    }
    scope.truncate(to: outerCount)
    for item in items { scope.append(item.name, item.slot) }
    return result
  }

  /// Adds an item for every variable in scope, sorted by name.
  private mutating func addAll(
    at star: Span, isReturn: Bool, to items: inout [BoundProjectionItem]
  ) throws(CypherError) {
    let names = scope.names(from: outerCount)
    if names.isEmpty, isReturn {
      throw Self.error(
        "NoVariablesInScope", "there is no variable for * to return", at: star,
        hint: "name what you match: MATCH (n) RETURN *")
    }
    for name in names {
      guard let slot = scope.slot(of: name) else { continue }
      references.insert(slot)
      let expression = BoundExpression(.slot(slot), frame[slot].type, star)
      items.append(BoundProjectionItem(name: name, slot: slot, expression: expression))
      let syntax = Expression(.variable(Name(name, star)), star)
      grouping.keys.append(Grouping.Known(syntax: syntax, slot: slot, type: frame[slot].type))
    }
  }

  /// Adds an unbound item for each written one; tells whether there is an aggregate among them.
  private func nameItems(
    _ written: [ProjectionItem], isReturn: Bool, into items: inout [BoundProjectionItem]
  ) throws(CypherError) -> Bool {
    var aggregates = false
    var names = Set(items.map(\.name))
    for item in written {
      let name: String
      if let alias = item.alias {
        name = alias.text
      } else if case .variable(let variable) = item.expression.kind {
        name = variable.text
      } else if isReturn {
        name = text(of: item.expression.span)
      } else {
        throw Self.error(
          "NoExpressionAlias", "an expression in WITH needs a name", at: item.expression.span,
          hint: "add AS and a name")
      }
      if !names.insert(name).inserted {
        throw Self.error(
          "ColumnNameConflict", "two columns are named \(name)",
          at: item.alias?.span ?? item.expression.span, hint: "rename one with AS")
      }
      aggregates = aggregates || item.expression.containsAggregate
      let placeholder = BoundExpression(.constant(.null), .null, item.expression.span)
      items.append(BoundProjectionItem(name: name, slot: -1, expression: placeholder))
    }
    return aggregates
  }

  /// The text of a span, as written.
  func text(of span: Span) -> String {
    let utf8 = source.utf8
    guard span.start >= 0, span.start <= span.end, span.end <= utf8.count else { return "" }
    let start = utf8.index(utf8.startIndex, offsetBy: span.start)
    let end = utf8.index(start, offsetBy: span.end - span.start)
    return String(source[start..<end])
  }

  private mutating func bindPlainItems(
    _ projection: Projection, into items: inout [BoundProjectionItem]
  ) throws(CypherError) {
    let first = items.count - projection.items.count
    for (offset, item) in projection.items.enumerated() {
      let expression = try bind(item.expression)
      let slot = itemSlot(expression, items[first + offset].name, items)
      items[first + offset].slot = slot
      items[first + offset].expression = expression
      grouping.keys.append(
        Grouping.Known(syntax: item.expression, slot: slot, type: expression.type))
    }
  }

  /// The slot for an item: a variable's own, where no other item has it already.
  mutating func itemSlot(
    _ expression: BoundExpression, _ name: String, _ items: [BoundProjectionItem]
  ) -> Slot {
    if case .slot(let slot) = expression.kind, !items.contains(where: { $0.slot == slot }) { return slot }
    return newSlot(name, expression.type)
  }

  /// Binds ORDER BY, SKIP, LIMIT and the predicate.
  private mutating func bindTail(
    _ projection: Projection, _ predicate: Expression?, of result: inout BoundProjection
  ) throws(CypherError) {
    if projection.orderBy.isEmpty, predicate == nil, projection.skip == nil, projection.limit == nil {
      return
    }
    if grouping.hidesInput { scope.truncate(to: outerCount) }
    grouping.itemStart = scope.count
    for item in result.items { scope.append(item.name, item.slot) }
    grouping.localStart = scope.count
    let savedMode = aggregateMode
    aggregateMode = .sorting
    defer { aggregateMode = savedMode }
    for key in projection.orderBy {
      grouping.isAggregating = key.expression.containsAggregate
      let expression = try bind(key.expression)
      result.orderBy.append(BoundSortKey(expression: expression, isDescending: key.descending))
    }
    grouping.isAggregating = false
    if let skip = projection.skip { result.skip = try bindCount(skip, "SKIP") }
    if let limit = projection.limit { result.limit = try bindCount(limit, "LIMIT") }
    if let predicate {
      grouping.isAggregating = predicate.containsAggregate
      try bindConjuncts(predicate, into: &result.predicates)
    }
  }

  /// Binds the number after SKIP or LIMIT.
  private mutating func bindCount(
    _ expression: Expression, _ clause: String
  ) throws(CypherError) -> BoundExpression {
    if expression.containsVariable {
      throw Self.error(
        "NonConstantExpression", "\(clause) cannot depend on a variable", at: expression.span,
        hint: "write a number or a parameter")
    }
    let bound = try bind(expression)
    if case .constant(.integer(let count)) = bound.kind, count < 0 {
      throw Self.error(
        "NegativeIntegerArgument", "\(clause) cannot be negative", at: expression.span)
    }
    switch bound.type {
    case .integer, .number, .any, .null: return bound
    default: throw Self.invalidType(bound, clause, wants: "an integer")
    }
  }
}
