import CypherSyntax
import PropertyGraph

extension Binder {
  /// Binds CREATE; what it makes comes into scope as it goes.
  mutating func bindCreate(_ pattern: Pattern) throws(CypherError) -> BoundCreate {
    writes = true
    var create = BoundCreate(nodes: [], relationships: [], paths: [])
    for part in pattern.parts { try bindCreatePart(part, &create) }
    return create
  }

  private mutating func bindCreatePart(
    _ part: PatternPart, _ create: inout BoundCreate
  ) throws(CypherError) {
    if part.search != .all {
      throw Self.error("UnexpectedSyntax", "a shortest path cannot be created", at: part.span)
    }
    let isLone = part.relationships.isEmpty
    var nodes = [try bindNewNode(part.nodes[0], isLone: isLone, &create)]
    var relationships: [Slot] = []
    for (index, relationship) in part.relationships.enumerated() {
      if let variable = relationship.variable, scope.slot(of: variable.text) != nil {
        throw alreadyBound(variable)
      }
      try requireCreatable(relationship, directed: true)
      if let predicate = relationship.predicate { throw noPredicate(predicate) }
      introduce(relationship.types)
      let properties = try bindNewProperties(relationship.properties)
      nodes.append(try bindNewNode(part.nodes[index + 1], isLone: false, &create))
      let slot: Slot
      if let variable = relationship.variable {
        slot = try declareNew(variable, .relationship)
      } else {
        slot = newSlot(nil, .relationship)
      }
      relationships.append(slot)
      let isForward = relationship.arrow == .right
      create.relationships.append(
        BoundNewRelationship(
          slot: slot, type: relationship.types[0].text, start: nodes[isForward ? index : index + 1],
          end: nodes[isForward ? index + 1 : index], properties: properties,
          span: relationship.span))
    }
    if let variable = part.variable {
      let slot = try declareNew(variable, .path)
      create.paths.append(BoundNewPath(slot: slot, nodes: nodes, relationships: relationships))
    }
  }

  private mutating func bindNewNode(
    _ node: NodePattern, isLone: Bool, _ create: inout BoundCreate
  ) throws(CypherError) -> Slot {
    if let predicate = node.predicate { throw noPredicate(predicate) }
    if let variable = node.variable, let slot = scope.slot(of: variable.text) {
      let type = frame[slot].type
      guard type == .node || type.isOpen else {
        throw typeConflict(variable, type, wanted: .node)
      }
      if isLone || !node.labels.isEmpty || node.properties != nil { throw alreadyBound(variable) }
      references.insert(slot)
      return slot
    }
    introduce(node.labels)
    let properties = try bindNewProperties(node.properties)
    let slot = newSlot(node.variable?.text, .node)
    if let variable = node.variable { scope.append(variable.text, slot) }
    var labels: [String] = []
    labels.reserveCapacity(node.labels.count)
    for label in node.labels where !labels.contains(label.text) { labels.append(label.text) }
    create.nodes.append(
      BoundNewNode(slot: slot, labels: labels, properties: properties, span: node.span))
    return slot
  }

  private mutating func bindNewProperties(
    _ properties: Expression?
  ) throws(CypherError) -> BoundPropertyMap {
    guard let properties else { return .entries([]) }
    guard case .map(let entries) = properties.kind else { return .expression(try bind(properties)) }
    var bound: [BoundProperty] = []
    bound.reserveCapacity(entries.count)
    for entry in entries {
      introduce([entry.key])
      bound.append(BoundProperty(key: entry.key.text, value: try bind(entry.value)))
    }
    return .entries(bound)
  }

  private func noPredicate(_ predicate: Expression) -> CypherError {
    Self.error("UnexpectedSyntax", "what is created cannot have a WHERE", at: predicate.span)
  }
}

extension Binder {
  /// Binds MERGE: a pattern to search for, and the steps that make it.
  mutating func bindMerge(
    _ part: PatternPart, onCreate: [SetItem], onMatch: [SetItem]
  ) throws(CypherError) -> BoundMerge {
    writes = true
    let match = try bindMatch([part], nil, optional: false, use: .merge)
    var create = BoundCreate(nodes: [], relationships: [], paths: [])
    try refuseNull(match.pattern.nodes.flatMap(\.properties))
    try refuseNull(match.pattern.relationships.flatMap(\.properties))
    for node in match.pattern.nodes where !node.isBound {
      create.nodes.append(
        BoundNewNode(
          slot: node.slot, labels: node.labels, properties: .entries(node.properties),
          span: node.span))
    }
    for relationship in match.pattern.relationships {
      let ends = [
        match.pattern.nodes[relationship.from].slot, match.pattern.nodes[relationship.to].slot,
      ]
      let isBackward = relationship.direction == .incoming
      create.relationships.append(
        BoundNewRelationship(
          slot: relationship.slot, type: relationship.types[0], start: ends[isBackward ? 1 : 0],
          end: ends[isBackward ? 0 : 1], properties: .entries(relationship.properties),
          span: relationship.span))
    }
    for part in match.pattern.parts {
      guard let slot = part.pathSlot else { continue }
      create.paths.append(
        BoundNewPath(
          slot: slot, nodes: part.nodes.map { match.pattern.nodes[$0].slot },
          relationships: part.relationships.map { match.pattern.relationships[$0].slot }))
    }
    return BoundMerge(
      pattern: match.pattern, create: create, onCreate: try bindSetItems(onCreate),
      onMatch: try bindSetItems(onMatch))
  }

  /// Refuses a null that is written out: nothing is ever equal to it.
  private func refuseNull(_ properties: [BoundProperty]) throws(CypherError) {
    for property in properties {
      guard case .constant(.null) = property.value.kind else { continue }
      throw CypherError(
        .semanticError, .compileTime, "MergeReadOwnWrites",
        "MERGE cannot search for a property that is null", at: property.value.span)
    }
  }
}
