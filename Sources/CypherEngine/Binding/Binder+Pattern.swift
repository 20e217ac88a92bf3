import CypherSyntax
import PropertyGraph

extension Binder {
  /// Why a pattern is bound: it decides what may be new and what may be bound.
  enum PatternUse {
    /// MATCH, or a subquery or comprehension: new variables come into scope.
    case match
    /// A predicate: every variable must be known.
    case predicate
    /// MERGE: what is bound cannot be described again.
    case merge
  }

  /// Binds a pattern with its predicate; new variables stay in scope.
  mutating func bindMatch(
    _ pattern: Pattern, _ predicate: Expression?, optional: Bool
  ) throws(CypherError) -> BoundMatch {
    try bindMatch(pattern.parts, predicate, optional: optional, use: .match)
  }

  /// Binds the parts of a pattern with a predicate.
  mutating func bindMatch(
    _ parts: [PatternPart], _ predicate: Expression?, optional: Bool, use: PatternUse
  ) throws(CypherError) -> BoundMatch {
    let saved = references
    references = SlotSet()
    let mark = frame.count
    var pattern = PatternBuilder(mark: mark)
    for part in parts { try declarePart(part, use, &pattern) }
    let introduced = Array(mark..<frame.count)
    for (index, part) in parts.enumerated() { try describePart(part, at: index, use, &pattern) }
    if let predicate { try bindConjuncts(predicate, into: &pattern.conjuncts) }
    var arguments = references
    for slot in arguments.slots where slot >= mark { arguments.remove(slot) }
    references = saved
    references.formUnion(arguments)
    return BoundMatch(
      isOptional: optional, pattern: pattern.bound, predicates: pattern.conjuncts,
      arguments: arguments, introduced: introduced)
  }

  /// Splits a predicate at its ANDs and binds each conjunct.
  mutating func bindConjuncts(
    _ predicate: Expression, into conjuncts: inout [BoundConjunct]
  ) throws(CypherError) {
    if case .binary(.and, let left, let right) = predicate.kind {
      try bindConjuncts(left, into: &conjuncts)
      try bindConjuncts(right, into: &conjuncts)
      return
    }
    let saved = references
    references = SlotSet()
    let mark = frame.count
    let expression = try bindPredicate(predicate)
    var slots = references
    for slot in slots.slots where slot >= mark { slots.remove(slot) }
    conjuncts.append(BoundConjunct(expression: expression, slots: slots))
    references = saved
    references.formUnion(slots)
  }

  /// Gives the elements of a part their slots.
  private mutating func declarePart(
    _ part: PatternPart, _ use: PatternUse, _ pattern: inout PatternBuilder
  ) throws(CypherError) {
    let isLoneNode = part.relationships.isEmpty
    var nodes: [Int] = []
    var relationships: [Int] = []
    nodes.append(try declareNode(part.nodes[0], use, isLone: isLoneNode, &pattern))
    for (index, relationship) in part.relationships.enumerated() {
      // The relationship is declared before the node after it, as written.
      let at = try declareRelationship(relationship, use, &pattern)
      relationships.append(at)
      nodes.append(try declareNode(part.nodes[index + 1], use, isLone: false, &pattern))
      pattern.bound.relationships[at].from = nodes[index]
      pattern.bound.relationships[at].to = nodes[index + 1]
    }
    var pathSlot: Slot?
    if let variable = part.variable { pathSlot = try declareNew(variable, .path) }
    pattern.bound.parts.append(
      BoundPatternPart(
        nodes: nodes, relationships: relationships, pathSlot: pathSlot, search: part.search,
        span: part.span))
  }

  private mutating func declareNode(
    _ node: NodePattern, _ use: PatternUse, isLone: Bool, _ pattern: inout PatternBuilder
  ) throws(CypherError) -> Int {
    var slot: Slot?
    if let variable = node.variable {
      if scope.position(of: variable.text) != nil {
        let found = try resolve(variable)
        let type = frame[found].type
        guard type == .node || type.isOpen else {
          throw typeConflict(variable, type, wanted: .node)
        }
        let isDescribed = !node.labels.isEmpty || node.properties != nil
        if use == .merge, isDescribed || isLone { throw alreadyBound(variable) }
        slot = found
      } else if use == .predicate, !variable.isHidden {
        throw undefined(variable)
      } else {
        slot = declare(variable, .node)
      }
    }
    if let slot, let index = pattern.bound.nodes.firstIndex(where: { $0.slot == slot }) {
      return index
    }
    let place = slot ?? newSlot(nil, .node)
    pattern.bound.nodes.append(
      BoundPatternNode(
        slot: place, isBound: place < pattern.mark, labels: [], properties: [], span: node.span))
    return pattern.bound.nodes.count - 1
  }

  private mutating func declareRelationship(
    _ relationship: RelationshipPattern, _ use: PatternUse, _ pattern: inout PatternBuilder
  ) throws(CypherError) -> Int {
    let isLong = relationship.length != nil
    let type = isLong ? StaticType.list(.relationship) : .relationship
    var slot: Slot?
    if let variable = relationship.variable {
      if scope.position(of: variable.text) != nil {
        let found = try resolve(variable)
        try checkBound(variable, found, type, use, pattern.mark)
        slot = found
      } else if use == .predicate, !variable.isHidden {
        throw undefined(variable)
      } else {
        slot = declare(variable, type)
      }
    }
    if use == .merge { try requireCreatable(relationship, directed: false) }
    let place = slot ?? newSlot(nil, type)
    pattern.bound.relationships.append(
      BoundPatternRelationship(
        slot: place, isBound: place < pattern.mark, from: 0, to: 0,
        direction: Direction(relationship.arrow), types: relationship.types.map(\.text),
        length: relationship.length.map {
          BoundLength(minimum: $0.minimum ?? 1, maximum: $0.maximum)
        },
        properties: [], elementSlot: nil, predicates: [], span: relationship.span))
    return pattern.bound.relationships.count - 1
  }

  /// Checks a relationship variable that is known already.
  private func checkBound(
    _ variable: Name, _ slot: Slot, _ wanted: StaticType, _ use: PatternUse, _ mark: Int
  ) throws(CypherError) {
    let type = frame[slot].type
    let fits: Bool
    switch (type, wanted) {
    case (.any, _), (.null, _), (.relationship, .relationship): fits = true
    case (.list(let element), .list): fits = element == .relationship || element.isOpen
    default: fits = false
    }
    guard fits else { throw typeConflict(variable, type, wanted: wanted) }
    if slot >= mark {
      throw Self.error(
        "RelationshipUniquenessViolation", "\(variable.text) cannot stand for two relationships of a pattern",
        at: variable.span, hint: "name the second one otherwise")
    }
    if use == .merge { throw alreadyBound(variable) }
  }

  /// Refuses relationships that cannot be made.
  func requireCreatable(
    _ relationship: RelationshipPattern, directed: Bool
  ) throws(CypherError) {
    if relationship.length != nil {
      throw Self.error(
        "CreatingVarLength", "a relationship of variable length cannot be created",
        at: relationship.span)
    }
    guard relationship.types.count == 1 else {
      throw Self.error(
        "NoSingleRelationshipType", "a relationship to be created needs exactly one type",
        at: relationship.span, hint: "-[:TYPE]->")
    }
    if directed, relationship.arrow == .none || relationship.arrow == .both {
      throw Self.error(
        "RequiresDirectedRelationship", "a relationship to be created needs one direction",
        at: relationship.span, hint: "-[:TYPE]-> or <-[:TYPE]-")
    }
  }
}

/// A pattern under construction.
struct PatternBuilder {
  /// The frame's size before the pattern: lower slots are bound.
  let mark: Int
  /// The pattern so far.
  var bound = BoundPattern(nodes: [], relationships: [], parts: [])
  /// Inline predicates, and properties that depend on the pattern itself.
  var conjuncts: [BoundConjunct] = []
}

extension Direction {
  /// The direction of an arrow, seen from its left end.
  init(_ arrow: RelationshipPattern.Arrow) {
    switch arrow {
    case .right: self = .outgoing
    case .left: self = .incoming
    case .none, .both: self = .both
    }
  }
}
