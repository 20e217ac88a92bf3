import CypherSyntax
import PropertyGraph

/// A pattern made ready for planning: names are interned, and all that must hold of single elements is a conjunct.
struct MatchPattern {
  /// A node that is searched for.
  struct Node {
    let slot: Slot
    let isBound: Bool
    /// All labels that it must have.
    var labels: [GraphLabel]
  }

  var nodes: [Node]
  private(set) var edges: [MatchEdge] = []
  let parts: [BoundPatternPart]
  /// What must hold, inline properties included, chains of AND split.
  private(set) var conjuncts: [BoundConjunct] = []

  /// Prepares what is to be matched.
  init(_ match: BoundMatch, _ context: PlanContext) {
    let graph = context.graph
    nodes = match.pattern.nodes.map { node in
      Node(slot: node.slot, isBound: node.isBound, labels: node.labels.map { GraphLabel($0, graph) })
    }
    parts = match.pattern.parts
    var searches = Array(repeating: PatternPart.Search.all, count: match.pattern.relationships.count)
    for part in parts { for edge in part.relationships { searches[edge] = part.search } }
    for (index, relationship) in match.pattern.relationships.enumerated() {
      edges.append(MatchEdge(relationship, search: searches[index], context))
    }
    addProperties(match.pattern)
    for conjunct in match.predicates { add(conjunct.expression, graph) }
    for index in edges.indices { edges[index].rivals = rivals(of: index) }
  }

  /// The nodes that have labels, by slot; for tests that the pattern makes of a node.
  func node(in slot: Slot) -> Int? { nodes.firstIndex { $0.slot == slot } }

  /// Turns inline properties into conjuncts.
  private mutating func addProperties(_ pattern: BoundPattern) {
    for node in pattern.nodes {
      for property in node.properties { add(property.test(of: node.slot, .node)) }
    }
    for relationship in pattern.relationships where relationship.length == nil {
      for property in relationship.properties { add(property.test(of: relationship.slot, .relationship)) }
    }
  }

  /// Adds a predicate, split at its ANDs; what it says of a node's labels goes to the node.
  private mutating func add(_ predicate: BoundExpression, _ graph: Graph) {
    if case .and(let operands) = predicate.kind {
      for operand in operands { add(operand, graph) }
    } else if case .hasLabels(let subject, let names) = predicate.kind,
      case .slot(let slot) = subject.kind, let node = node(in: slot)
    {
      for label in names.map({ GraphLabel($0, graph) }) where !nodes[node].labels.contains(label) {
        nodes[node].labels.append(label)
      }
    } else {
      add(predicate)
    }
  }

  private mutating func add(_ predicate: BoundExpression) {
    conjuncts.append(BoundConjunct(expression: predicate, slots: predicate.slots))
  }

  /// The edges that could be matched by the same relationship as another one, and may not.
  private func rivals(of index: Int) -> [Int] {
    guard edges[index].search == .all else { return [] }
    return edges.indices.filter { other in
      other != index && edges[other].search == .all
        && edges[other].traversal.sharesTypes(with: edges[index].traversal)
    }
  }
}

/// A relationship of a pattern, or a chain of them.
struct MatchEdge {
  let slot: Slot
  let isBound: Bool
  /// The node on the left as written.
  let from: Int
  /// The node on the right as written.
  let to: Int
  /// What is followed, seen from the left.
  let traversal: Traversal
  /// The bounds of a chain; nil for one relationship.
  let length: BoundLength?
  /// What must hold of every relationship of a chain, which is held in `elementSlot` meanwhile.
  let tests: [BoundExpression]
  let elementSlot: Slot
  /// Whether all chains are searched for, or the shortest between two nodes.
  let search: PatternPart.Search
  /// The other edges that may not be matched by the same relationship.
  fileprivate(set) var rivals: [Int] = []
  let span: Span

  fileprivate init(
    _ relationship: BoundPatternRelationship, search: PatternPart.Search, _ context: PlanContext
  ) {
    slot = relationship.slot
    isBound = relationship.isBound
    from = relationship.from
    to = relationship.to
    traversal = Traversal(
      types: relationship.types.map { GraphType($0, context.graph) }, direction: relationship.direction)
    length = relationship.length
    self.search = search
    span = relationship.span
    let isChain = length != nil || search != .all
    let element = relationship.elementSlot ?? (isChain ? context.layout.newSlot() : slot)
    elementSlot = element
    let properties = isChain ? relationship.properties : []
    tests = properties.map { $0.test(of: element, .relationship) } + relationship.predicates
  }

  /// Whether it is one relationship that is found by the adjacency of its ends.
  var isPlain: Bool { length == nil && search == .all && !isBound }

  /// The node at the other end.
  func other(_ node: Int) -> Int { node == from ? to : from }

  /// What is followed, seen from one of the ends.
  func traversal(from node: Int) -> Traversal { node == from ? traversal : traversal.reversed }
}

extension BoundProperty {
  /// `slot.key = value`.
  fileprivate func test(of slot: Slot, _ type: StaticType) -> BoundExpression {
    let subject = BoundExpression(.slot(slot), type, value.span)
    let property = BoundExpression(.property(subject, key: key), .any, value.span)
    return BoundExpression(.binary(.equal, property, value), .boolean, value.span)
  }
}
