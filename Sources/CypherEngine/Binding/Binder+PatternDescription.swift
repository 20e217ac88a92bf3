import CypherSyntax

extension Binder {
  /// Binds what a part says of its elements: labels, properties, inline predicates.
  mutating func describePart(
    _ part: PatternPart, at index: Int, _ use: PatternUse, _ pattern: inout PatternBuilder
  ) throws(CypherError) {
    let bound = pattern.bound.parts[index]
    for (position, node) in part.nodes.enumerated() {
      try describe(node, at: bound.nodes[position], use, &pattern)
      if position < part.relationships.count {
        let relationship = part.relationships[position]
        try describe(relationship, at: bound.relationships[position], use, &pattern)
      }
    }
  }

  private mutating func describe(
    _ node: NodePattern, at index: Int, _ use: PatternUse, _ pattern: inout PatternBuilder
  ) throws(CypherError) {
    if use == .merge { introduce(node.labels) } else { checkLabels(node.labels) }
    for label in node.labels where !pattern.bound.nodes[index].labels.contains(label.text) {
      pattern.bound.nodes[index].labels.append(label.text)
    }
    let slot = pattern.bound.nodes[index].slot
    let fixed = try bindProperties(node.properties, of: slot, .node, use, &pattern)
    pattern.bound.nodes[index].properties += fixed
    if let predicate = node.predicate { try bindConjuncts(predicate, into: &pattern.conjuncts) }
  }

  private mutating func describe(
    _ relationship: RelationshipPattern, at index: Int, _ use: PatternUse,
    _ pattern: inout PatternBuilder
  ) throws(CypherError) {
    if use == .merge { introduce(relationship.types) } else { checkTypes(relationship.types) }
    let slot = pattern.bound.relationships[index].slot
    guard relationship.length != nil else {
      let fixed = try bindProperties(
        relationship.properties, of: slot, .relationship, use, &pattern)
      pattern.bound.relationships[index].properties = fixed
      if let predicate = relationship.predicate {
        try bindConjuncts(predicate, into: &pattern.conjuncts)
      }
      return
    }
    let (fixed, dependent) = try bindPropertyEntries(relationship.properties, use, pattern.mark)
    pattern.bound.relationships[index].properties = fixed
    for property in dependent {
      pattern.conjuncts.append(everyElement(of: slot, has: property, relationship.span))
    }
    if let predicate = relationship.predicate {
      let visible = scope.count
      let element = newSlot(relationship.variable?.text, .relationship)
      if let variable = relationship.variable { scope.append(variable.text, element) }
      pattern.bound.relationships[index].elementSlot = element
      pattern.bound.relationships[index].predicates = [try bindPredicate(predicate)]
      scope.truncate(to: visible)
    }
  }

  /// Binds inline properties; those that depend on the pattern itself become predicates.
  private mutating func bindProperties(
    _ properties: Expression?, of slot: Slot, _ type: StaticType, _ use: PatternUse,
    _ pattern: inout PatternBuilder
  ) throws(CypherError) -> [BoundProperty] {
    let (fixed, dependent) = try bindPropertyEntries(properties, use, pattern.mark)
    for property in dependent {
      let span = property.property.value.span
      let subject = BoundExpression(.slot(slot), type, span)
      let access = BoundExpression(.property(subject, key: property.property.key), .any, span)
      var slots = property.slots
      slots.insert(slot)
      pattern.conjuncts.append(
        BoundConjunct(
          expression: BoundExpression(
            .binary(.equal, access, property.property.value), .boolean, span),
          slots: slots))
    }
    return fixed
  }

  private typealias DependentProperty = (property: BoundProperty, slots: SlotSet)

  /// Binds `{key: value}` in a pattern that is searched for.
  private mutating func bindPropertyEntries(
    _ properties: Expression?, _ use: PatternUse, _ mark: Int
  ) throws(CypherError) -> (fixed: [BoundProperty], dependent: [DependentProperty]) {
    guard let properties else { return ([], []) }
    guard case .map(let entries) = properties.kind else {
      throw Self.error(
        "InvalidParameterUse", "a pattern that is searched for cannot take its properties from a parameter",
        at: properties.span, hint: "write the keys out: {key: $parameter}")
    }
    var fixed: [BoundProperty] = []
    var dependent: [DependentProperty] = []
    for entry in entries {
      if use == .merge { introduce([entry.key]) } else { checkKey(entry.key) }
      let saved = references
      references = SlotSet()
      let end = frame.count
      let property = BoundProperty(key: entry.key.text, value: try bind(entry.value))
      var slots = references
      for slot in slots.slots where slot >= end { slots.remove(slot) }
      references = saved
      references.formUnion(slots)
      if use != .merge, slots.slots.contains(where: { $0 >= mark }) {
        dependent.append((property, slots))
      } else {
        fixed.append(property)
      }
    }
    return (fixed, dependent)
  }

  /// `all(x IN relationships WHERE x.key = value)`.
  private mutating func everyElement(
    of list: Slot, has dependent: DependentProperty, _ span: Span
  ) -> BoundConjunct {
    let element = newSlot(nil, .relationship)
    let subject = BoundExpression(.slot(element), .relationship, span)
    let access = BoundExpression(.property(subject, key: dependent.property.key), .any, span)
    let test = BoundExpression(.binary(.equal, access, dependent.property.value), .boolean, span)
    let whole = BoundExpression(.slot(list), .list(.relationship), span)
    var slots = dependent.slots
    slots.insert(list)
    return BoundConjunct(
      expression: BoundExpression(
        .quantifier(.all, slot: element, list: whole, predicate: test), .boolean, span),
      slots: slots)
  }
}
