import CypherSyntax
import PropertyGraph

extension Binder {
  /// Binds an expression whose value is used.
  mutating func bind(_ expression: Expression) throws(CypherError) -> BoundExpression {
    try bind(expression, asPredicate: false)
  }

  /// Binds an expression that is asked whether it is true: patterns may stand in it.
  mutating func bindPredicate(_ expression: Expression) throws(CypherError) -> BoundExpression {
    let bound = try bind(expression, asPredicate: true)
    try requireBoolean(bound, "a predicate")
    return bound
  }

  /// Binds an expression.
  mutating func bind(
    _ expression: Expression, asPredicate: Bool
  ) throws(CypherError) -> BoundExpression {
    let span = expression.span
    if aggregateMode == .collecting || aggregateMode == .sorting,
      let known = try knownExpression(expression)
    {
      return known
    }
    switch expression.kind {
    case .null: return BoundExpression(.constant(.null), .null, span)
    case .boolean(let value): return BoundExpression(.constant(.boolean(value)), .boolean, span)
    case .integer(let value): return bindLiteral(.integer(value), .integer, span)
    case .float(let value): return bindLiteral(.float(value), .float, span)
    case .string(let value): return bindLiteral(.string(value), .string, span)
    case .parameter(let name):
      if !parameters.contains(name.text) { parameters.append(name.text) }
      return BoundExpression(.parameter(name.text), .any, span)
    case .variable(let name):
      let slot = try resolve(name)
      return BoundExpression(.slot(slot), frame[slot].type, span)
    case .list(let items): return try bindList(items, span)
    case .map(let entries): return try bindMap(entries, span)
    case .mapProjection(let subject, let items):
      return try bindMapProjection(subject, items, span)
    case .property(let subject, let key): return try bindProperty(subject, key, span)
    case .subscript_(let subject, let index): return try bindElement(subject, index, span)
    case .slice(let subject, let from, let to):
      return try bindSlice(subject, from, to, span)
    case .hasLabels(let subject, let labels): return try bindLabels(subject, labels, span)
    case .unary(let operation, let operand):
      return try bindUnary(operation, operand, asPredicate: asPredicate, span)
    case .binary(let operation, let left, let right):
      return try bindBinary(operation, left, right, asPredicate: asPredicate, span)
    case .comparisonChain(let operands, let operations):
      return try bindChain(operands, operations, span)
    case .isNull(let operand, let negated):
      return BoundExpression(.isNull(try bind(operand), negated: negated), .boolean, span)
    case .caseOf(let subject, let branches, let otherwise):
      return try bindCase(subject, branches, otherwise, span)
    case .call(let name, let distinct, let arguments):
      return try bindCall(name, distinct: distinct, arguments, expression)
    case .countStar:
      return try bindAggregate(.count, [], distinct: false, expression)
    case .quantifier(let quantifier, let name, let list, let predicate):
      return try bindQuantifier(quantifier, name, list, predicate, span)
    case .listComprehension(let name, let list, let predicate, let projection):
      return try bindListComprehension(name, list, predicate, projection, span)
    case .reduce(let accumulator, let initial, let name, let list, let step):
      return try bindReduce(accumulator, initial, name, list, step, span)
    case .patternComprehension(let part, let predicate, let projection):
      return try bindPatternComprehension(part, predicate, projection, span)
    case .pattern(let part):
      return try bindPattern(part, asPredicate: asPredicate, span)
    case .existsSubquery, .countSubquery, .collectSubquery:
      return try bindSubqueryExpression(expression)
    }
  }

  private mutating func bindLiteral(_ value: Value, _ type: StaticType, _ span: Span) -> BoundExpression {
    literals.parameter(for: span, type) ?? BoundExpression(.constant(value), type, span)
  }

  private mutating func bindList(
    _ items: [Expression], _ span: Span
  ) throws(CypherError) -> BoundExpression {
    var bound: [BoundExpression] = []
    bound.reserveCapacity(items.count)
    var element = StaticType.null
    var values: [Value]? = []
    for item in items {
      let expression = try bind(item)
      element = bound.isEmpty ? expression.type : element.union(expression.type)
      if case .constant(let value) = expression.kind { values?.append(value) } else { values = nil }
      bound.append(expression)
    }
    let type = StaticType.list(element == .null ? .any : element)
    if let values { return BoundExpression(.constant(.list(values)), type, span) }
    return BoundExpression(.list(bound), type, span)
  }

  private mutating func bindMap(
    _ entries: [(key: Name, value: Expression)], _ span: Span
  ) throws(CypherError) -> BoundExpression {
    var bound: [BoundProperty] = []
    bound.reserveCapacity(entries.count)
    var constant: ValueMap? = ValueMap()
    for entry in entries {
      let expression = try bind(entry.value)
      if case .constant(let value) = expression.kind {
        constant?[entry.key.text] = value
      } else {
        constant = nil
      }
      bound.append(BoundProperty(key: entry.key.text, value: expression))
    }
    if let constant { return BoundExpression(.constant(.map(constant)), .map, span) }
    return BoundExpression(.map(bound), .map, span)
  }

  private mutating func bindMapProjection(
    _ subject: Expression, _ items: [MapProjectionItem], _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let subject = try bind(subject)
    switch subject.type {
    case .map, .node, .relationship, .any, .null: break
    default:
      throw Self.invalidType(
        subject, "a map projection", wants: "a map, a node or a relationship")
    }
    var bound: [BoundMapProjectionItem] = []
    for item in items {
      switch item {
      case .property(let key):
        if subject.type.isEntity { checkKey(key) }
        bound.append(.property(key.text))
      case .all: bound.append(.all)
      case .entry(let key, let value): bound.append(.entry(key.text, try bind(value)))
      case .variable(let name):
        let slot = try resolve(name)
        bound.append(.entry(name.text, BoundExpression(.slot(slot), frame[slot].type, name.span)))
      }
    }
    return BoundExpression(.mapProjection(subject, bound), .map, span)
  }

  private mutating func bindCase(
    _ subject: Expression?, _ branches: [(when: Expression, then: Expression)],
    _ otherwise: Expression?, _ span: Span
  ) throws(CypherError) -> BoundExpression {
    let boundSubject = try bindOptional(subject)
    var bound: [BoundCaseBranch] = []
    var type = StaticType.null
    for branch in branches {
      let when = boundSubject == nil ? try bindPredicate(branch.when) : try bind(branch.when)
      let then = try bind(branch.then)
      type = type.union(then.type)
      bound.append(BoundCaseBranch(when: when, then: then))
    }
    let boundOtherwise = try bindOptional(otherwise)
    if let boundOtherwise { type = type.union(boundOtherwise.type) }
    return BoundExpression(
      .caseOf(subject: boundSubject, branches: bound, otherwise: boundOtherwise), type, span)
  }
}
