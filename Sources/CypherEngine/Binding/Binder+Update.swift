import CypherSyntax

extension Binder {
  /// Binds the items of SET.
  mutating func bindSetItems(_ items: [SetItem]) throws(CypherError) -> [BoundSetItem] {
    var bound: [BoundSetItem] = []
    bound.reserveCapacity(items.count)
    for item in items { bound.append(try bindSetItem(item)) }
    if !items.isEmpty { writes = true }
    return bound
  }

  private mutating func bindSetItem(_ item: SetItem) throws(CypherError) -> BoundSetItem {
    switch item {
    case .property(let target, let key, let value):
      let target = try bindTarget(target)
      introduce([key])
      return .property(
        target: target, key: key.text, value: try bind(value),
        span: Span(target.span.start, key.span.end))
    case .dynamicProperty(let target, let key, let value):
      let target = try bindTarget(target)
      let key = try bind(key)
      return .dynamicProperty(
        target: target, key: key, value: try bind(value),
        span: Span(target.span.start, key.span.end))
    case .replace(let name, let value):
      let slot = try bindEntity(name)
      return .replace(slot: slot, try bindPropertySource(value), span: name.span)
    case .merge(let name, let value):
      let slot = try bindEntity(name)
      return .merge(slot: slot, try bindPropertySource(value), span: name.span)
    case .labels(let name, let labels):
      introduce(labels)
      return .labels(
        slot: try bindLabelled(name), labels.map(\.text),
        span: Span(name.span.start, labels.last?.span.end ?? name.span.end))
    }
  }

  /// Binds the items of REMOVE.
  mutating func bindRemoveItems(_ items: [RemoveItem]) throws(CypherError) -> [BoundRemoveItem] {
    writes = true
    var bound: [BoundRemoveItem] = []
    for item in items {
      switch item {
      case .property(let target, let key):
        let target = try bindTarget(target)
        bound.append(
          .property(
            target: target, key: key.text, span: Span(target.span.start, key.span.end)))
      case .labels(let name, let labels):
        bound.append(
          .labels(
            slot: try bindLabelled(name), labels.map(\.text),
            span: Span(name.span.start, labels.last?.span.end ?? name.span.end)))
      }
    }
    return bound
  }

  /// Binds what DELETE takes away.
  mutating func bindDelete(_ targets: [Expression]) throws(CypherError) -> [BoundExpression] {
    writes = true
    var bound: [BoundExpression] = []
    for target in targets {
      if case .hasLabels = target.kind {
        throw Self.error(
          "InvalidDelete", "DELETE takes away whole nodes and relationships, not labels",
          at: target.span, hint: "REMOVE takes labels and properties away")
      }
      let expression = try bind(target)
      guard expression.type.isDeletable else {
        throw Self.invalidType(expression, "DELETE", wants: "a node, a relationship or a path")
      }
      bound.append(expression)
    }
    return bound
  }

  private mutating func bindTarget(_ target: Expression) throws(CypherError) -> BoundExpression {
    let bound = try bind(target)
    switch bound.type {
    case .node, .relationship, .any, .null: return bound
    default: throw Self.invalidType(bound, "SET and REMOVE", wants: "a node or a relationship")
    }
  }

  private mutating func bindEntity(_ name: Name) throws(CypherError) -> Slot {
    let slot = try resolve(name)
    switch frame[slot].type {
    case .node, .relationship, .any, .null: return slot
    default: throw typeConflict(name, frame[slot].type, wanted: .node)
    }
  }

  private mutating func bindLabelled(_ name: Name) throws(CypherError) -> Slot {
    let slot = try resolve(name)
    let type = frame[slot].type
    guard type == .node || type.isOpen else { throw typeConflict(name, type, wanted: .node) }
    return slot
  }

  private mutating func bindPropertySource(
    _ value: Expression
  ) throws(CypherError) -> BoundExpression {
    let bound = try bind(value)
    switch bound.type {
    case .map, .node, .relationship, .any, .null: return bound
    default: throw Self.invalidType(bound, "SET", wants: "a map")
    }
  }
}

extension StaticType {
  /// Whether DELETE may be given such a value: an entity, a path, or a list of these.
  fileprivate var isDeletable: Bool {
    if case .list(let element) = self { return element.isDeletable }
    return isEntity || isOpen
  }
}
