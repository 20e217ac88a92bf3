import CypherSyntax

/// Makes plans of an order of steps.
struct MatchAssembly {
  let pattern: MatchPattern
  let context: PlanContext
  /// Whether only the existence of a match for each row of the argument matters.
  let isExistence: Bool
  /// Where the rows may tell how many equal ones each stands for.
  let weight: Slot?
  /// The edges that have been found so far.
  private var found: [Int] = []
  /// The slots that are filled so far.
  private var filled: SlotSet

  /// - Parameter filled: the slots that the match starts with.
  init(
    _ pattern: MatchPattern, _ context: PlanContext, filled: SlotSet, isExistence: Bool = false,
    weight: Slot? = nil
  ) {
    self.weight = weight
    self.pattern = pattern
    self.context = context
    self.filled = filled
    self.isExistence = isExistence
  }

  /// The plan of some steps over an input; nil stands for a single row with nothing in it.
  mutating func plan(
    _ order: MatchOrder, input: (any Plan)?, needed: SlotSet
  ) throws(CypherError) -> (any Plan)? {
    var needed = needed
    if let weight { needed.insert(weight) }
    let later = needs(after: order, needed)
    var plan = input
    for (index, entry) in order.entries.enumerated() {
      let isLast = index == order.entries.count - 1
      plan = try step(entry, plan, later[index], isLast: isLast)
      fill(entry.step)
    }
    return plan
  }

  /// For each step, the slots that are read after it.
  private func needs(after order: MatchOrder, _ needed: SlotSet) -> [SlotSet] {
    var needs: [SlotSet] = []
    var later = needed
    var found = found
    for entry in order.entries { found += pattern.edges(of: entry.step) }
    for entry in order.entries.reversed() {
      needs.append(later)
      found.removeLast(pattern.edges(of: entry.step).count)
      later.formUnion(pattern.reads(of: entry.step, found: found))
    }
    return needs.reversed()
  }

  private mutating func fill(_ step: MatchStep) {
    found += pattern.edges(of: step)
    for slot in pattern.slots(of: step) { filled.insert(slot) }
  }

  /// The plan of one step.
  private mutating func step(
    _ entry: MatchOrder.Entry, _ input: (any Plan)?, _ later: SlotSet, isLast: Bool
  ) throws(CypherError) -> any Plan {
    let rows = entry.rows
    switch entry.step {
    case .find(let node, let choice): return try find(node, choice, input, later, rows)
    case .scan(let edge): return scan(edge, later, rows)
    default: break
    }
    let input = input ?? ArgumentPlan(id: 0)
    switch entry.step {
    case .find, .scan: return input
    case .ends(let edge): return ends(edge, input, later, rows)
    case .expand(let edge, let from):
      return expand(edge, from, input, later, rows, isExistence: isExistence && isLast)
    case .close(let edge): return close(edge, input, later, rows)
    case .intersect(let node, let edges): return intersect(node, edges, input, later, rows)
    case .chain(let edge, let from): return try chain(edge, from, input, later, rows)
    case .list(let edge, let from): return try list(edge, from, input, later, rows)
    case .shortest(let edge, let conjuncts): return try shortest(edge, conjuncts, input, later, rows)
    case .check(let node):
      return NodeCheckPlan(
        input: input, node: slot(node), labels: labels(node), keeping: later, estimatedRows: rows,
        details: text(node))
    case .filter(let conjuncts): return try filter(conjuncts, input, later, rows)
    case .path(let part): return path(part, input, later)
    case .join(let order, let keys): return try join(order, keys, input, later, rows)
    case .distinct(let new, let old):
      let checks = new.map { index in
        DistinctCheckPlan.Check(
          slot: pattern.edges[index].slot, isList: pattern.edges[index].length != nil,
          used: pattern.used(by: index, found: old))
      }
      return DistinctCheckPlan(input: input, checks: checks, keeping: later)
    }
  }
}

// MARK: - What steps need

extension MatchAssembly {
  private func slot(_ node: Int) -> Slot { pattern.nodes[node].slot }

  private func labels(_ node: Int) -> LabelTest { LabelTest(labels: pattern.nodes[node].labels) }

  /// The slot of a node that is new, where somebody reads it.
  private func newSlot(_ node: Int, _ later: SlotSet) -> Slot? {
    later.contains(slot(node)) ? slot(node) : nil
  }

  private func linkSlot(_ edge: Int, _ later: SlotSet) -> Slot? {
    later.contains(pattern.edges[edge].slot) ? pattern.edges[edge].slot : nil
  }

  private func used(_ edge: Int) -> UsedRelationships { pattern.used(by: edge, found: found) }

  private func tests(_ edge: MatchEdge) throws(CypherError) -> ElementTests {
    ElementTests(slot: edge.elementSlot, tests: try compiled(edge.tests))
  }

  private func compiled(_ expressions: [BoundExpression]) throws(CypherError) -> [Evaluation] {
    var result: [Evaluation] = []
    for expression in expressions { result.append(try Evaluation.compile(expression, context)) }
    return result
  }

  /// The pattern as in a query.
  var text: String {
    pattern.parts.map { part in
      part.relationships.enumerated().reduce(text(part.nodes[0])) { text, next in
        let whole = self.text(next.element, from: part.nodes[next.offset])
        return text + whole.dropFirst(self.text(part.nodes[next.offset]).count)
      }
    }.joined(separator: ", ")
  }

  /// A node as in a query.
  private func text(_ node: Int) -> String {
    "(" + (context.frame.indices.contains(slot(node)) ? context.frame[slot(node)].name ?? "" : "")
      + labels(node).text + ")"
  }

  /// An edge with its ends as in a query, seen from one of them.
  private func text(_ edge: Int, from: Int) -> String {
    let edge = pattern.edges[edge]
    let name = context.frame.indices.contains(edge.slot) ? context.frame[edge.slot].name ?? "" : ""
    return text(from) + edge.traversal(from: from).text(name, length: edge.length) + text(edge.other(from))
  }
}

// MARK: - Steps

extension MatchAssembly {
  private func find(
    _ node: Int, _ choice: AccessChoice, _ input: (any Plan)?, _ later: SlotSet, _ rows: Double
  ) throws(CypherError) -> any Plan {
    let all = labels(node).labels
    func others(_ label: GraphLabel?) -> LabelTest { LabelTest(labels: all.filter { $0 != label }) }
    func compile(_ expression: BoundExpression) throws(CypherError) -> Evaluation {
      try Evaluation.compile(expression, context)
    }
    func bound(_ bound: SoughtRange.Bound?) throws(CypherError) -> SeekBound? {
      guard let bound else { return nil }
      return SeekBound(value: try compile(bound.value), isInclusive: bound.isInclusive)
    }
    let seek: NodeSeek
    let test: LabelTest
    switch choice.access {
    case .all, .label:
      var label: GraphLabel?
      if case .label(let scanned) = choice.access { label = scanned }
      return NodeScanPlan(
        node: slot(node), label: label, labels: others(label), estimatedRows: rows, details: text(node))
    case .seek(let label, let key, let value):
      seek = .equal(label, key, try compile(value.expression), isList: value.isList)
      test = others(label)
    case .range(let label, let key, let range):
      if let prefix = range.prefix {
        seek = .prefix(label, key, try compile(prefix))
      } else {
        seek = .range(label, key, lower: try bound(range.lower), upper: try bound(range.upper))
      }
      test = others(label)
    case .id(let value):
      seek = .id(try compile(value.expression), isList: value.isList)
      test = labels(node)
    }
    let conditions = choice.solved.map { context.text(of: pattern.conjuncts[$0].expression) }
    return NodeSeekPlan(
      input: input, node: slot(node), seek: seek, labels: test, keeping: later, estimatedRows: rows,
      details: text(node) + " " + conditions.joined(separator: " AND "))
  }

  private func scan(_ index: Int, _ later: SlotSet, _ rows: Double) -> any Plan {
    let edge = pattern.edges[index]
    return RelationshipScanPlan(
      relationship: linkSlot(index, later), from: newSlot(edge.from, later), to: newSlot(edge.to, later),
      isLoop: edge.from == edge.to, traversal: edge.traversal, fromLabels: labels(edge.from),
      toLabels: labels(edge.to), estimatedRows: rows, details: text(index, from: edge.from))
  }

  private func ends(_ index: Int, _ input: any Plan, _ later: SlotSet, _ rows: Double) -> any Plan {
    let edge = pattern.edges[index]
    return BoundEndsPlan(
      input: input, relationship: edge.slot, from: end(edge.from), to: end(edge.to),
      isLoop: edge.from == edge.to, traversal: edge.traversal, used: used(index), keeping: later,
      estimatedRows: rows, details: text(index, from: edge.from))
  }

  private func end(_ node: Int) -> BoundEnd {
    let isKnown = filled.contains(slot(node))
    return BoundEnd(
      slot: slot(node), isKnown: isKnown, labels: isKnown ? LabelTest(labels: []) : labels(node))
  }

  private func expand(
    _ index: Int, _ from: Int, _ input: any Plan, _ later: SlotSet, _ rows: Double, isExistence: Bool
  ) -> any Plan {
    let edge = pattern.edges[index]
    let to = edge.other(from)
    if let weight, newSlot(to, later) == nil, linkSlot(index, later) == nil {
      return CountExpandPlan(
        input: input, from: slot(from), traversal: edge.traversal(from: from), labels: labels(to),
        used: used(index), weight: weight, keeping: later, estimatedRows: rows,
        details: text(index, from: from))
    }
    return ExpandPlan(
      input: input, from: slot(from), traversal: edge.traversal(from: from), to: newSlot(to, later),
      relationship: linkSlot(index, later), labels: labels(to), used: used(index),
      isExistence: isExistence, keeping: later, estimatedRows: rows, details: text(index, from: from))
  }

  private func close(_ index: Int, _ input: any Plan, _ later: SlotSet, _ rows: Double) -> any Plan {
    let edge = pattern.edges[index]
    return ExpandIntoPlan(
      input: input, from: slot(edge.from), to: slot(edge.to), traversal: edge.traversal,
      relationship: linkSlot(index, later), used: used(index), keeping: later, estimatedRows: rows,
      details: text(index, from: edge.from))
  }

  private func intersect(
    _ node: Int, _ edges: [Int], _ input: any Plan, _ later: SlotSet, _ rows: Double
  ) -> any Plan {
    let arms = edges.enumerated().map { position, index in
      let edge = pattern.edges[index]
      let from = edge.other(node)
      return IntersectPlan.Arm(
        from: slot(from), traversal: edge.traversal(from: from), relationship: linkSlot(index, later),
        used: used(index), rivals: (0..<position).filter { edge.rivals.contains(edges[$0]) })
    }
    let details = edges.map { text($0, from: pattern.edges[$0].other(node)) }.joined(separator: ", ")
    return IntersectPlan(
      input: input, arms: arms, node: newSlot(node, later), labels: labels(node), keeping: later,
      estimatedRows: rows, details: details)
  }

  private func chain(
    _ index: Int, _ from: Int, _ input: any Plan, _ later: SlotSet, _ rows: Double
  ) throws(CypherError) -> any Plan {
    let edge = pattern.edges[index]
    let to = edge.other(from)
    let isKnown = filled.contains(slot(to))
    return ChainExpandPlan(
      input: input, from: slot(from), to: isKnown ? nil : newSlot(to, later),
      target: isKnown ? slot(to) : nil, list: linkSlot(index, later), isBackwards: from != edge.from,
      traversal: edge.traversal(from: from), length: edge.length ?? BoundLength(minimum: 1, maximum: 1),
      tests: try tests(edge), labels: labels(to), used: used(index), keeping: later, estimatedRows: rows,
      details: text(index, from: from))
  }

  private func list(
    _ index: Int, _ from: Int, _ input: any Plan, _ later: SlotSet, _ rows: Double
  ) throws(CypherError) -> any Plan {
    let edge = pattern.edges[index]
    return BoundListPlan(
      input: input, list: edge.slot, from: slot(from), to: end(edge.other(from)),
      isBackwards: from != edge.from, traversal: edge.traversal(from: from),
      length: edge.length ?? BoundLength(minimum: 1, maximum: 1), tests: try tests(edge),
      used: used(index), keeping: later, estimatedRows: rows, details: text(index, from: from))
  }

  private func shortest(
    _ index: Int, _ conjuncts: [Int], _ input: any Plan, _ later: SlotSet, _ rows: Double
  ) throws(CypherError) -> any Plan {
    let edge = pattern.edges[index]
    let predicates = conjuncts.map { pattern.conjuncts[$0].expression }
    // What only the predicates read of the chain is made for them as well.
    var read = later
    for predicate in predicates { read.formUnion(predicate.slots) }
    let path = pattern.parts.first { $0.relationships == [index] }?.pathSlot
    return ShortestPathPlan(
      input: input, from: slot(edge.from), to: slot(edge.to), traversal: edge.traversal,
      length: edge.length ?? BoundLength(minimum: 1, maximum: 1), findsAll: edge.search == .allShortestPaths,
      tests: try tests(edge), predicates: try compiled(predicates), links: linkSlot(index, read),
      isSingle: edge.length == nil, path: path.flatMap { read.contains($0) ? $0 : nil }, keeping: later,
      estimatedRows: rows, details: text(index, from: edge.from))
  }

  /// Predicates: what is evaluated in one go, and after it the sub-plans of patterns that must or must not match.
  private func filter(
    _ conjuncts: [Int], _ input: any Plan, _ later: SlotSet, _ rows: Double
  ) throws(CypherError) -> any Plan {
    var plan = input
    var plain: [BoundExpression] = []
    var patterns: [(match: BoundMatch, isAnti: Bool)] = []
    for conjunct in conjuncts {
      let expression = pattern.conjuncts[conjunct].expression
      if let pattern = expression.existence { patterns.append(pattern) } else { plain.append(expression) }
    }
    var needs: [SlotSet] = []
    var after = later
    for pattern in patterns.reversed() {
      needs.append(after)
      after.formUnion(pattern.match.arguments)
    }
    if !plain.isEmpty {
      plan = FilterPlan(
        input: plan, predicates: try compiled(plain), keeping: after,
        details: plain.map { context.text(of: $0) }.joined(separator: " AND "),
        estimatedRows: rows)
    }
    for (pattern, keeping) in zip(patterns, needs.reversed()) {
      let inner = context.applied(needed: SlotSet())
      let rowSlot = context.layout.newSlot()
      plan = SemiApplyPlan(
        input: plan,
        applied: try MatchPlanner.rows(
          of: pattern.match, over: inner.argument, inner.needing(SlotSet([rowSlot])), isExistence: true),
        argument: inner.argument, rowSlot: rowSlot, arguments: pattern.match.arguments,
        isAnti: pattern.isAnti, keeping: keeping, estimatedRows: rows)
    }
    return plan
  }

  private func path(_ index: Int, _ input: any Plan, _ later: SlotSet) -> any Plan {
    let part = pattern.parts[index]
    guard let path = part.pathSlot else { return input }
    return NamedPathPlan(
      input: input, path: path, start: slot(part.nodes[0]),
      links: part.relationships.map { pattern.edges[$0].slot }, keeping: later,
      details: context.name(of: path))
  }

  private func join(
    _ order: MatchOrder, _ keys: [JoinKey], _ input: any Plan, _ later: SlotSet, _ rows: Double
  ) throws(CypherError) -> any Plan {
    let isCounted =
      weight != nil && keys.isEmpty
      && !pattern.slots(of: .join(order, keys: [])).contains { later.contains($0) }
    var inner = MatchAssembly(pattern, context, filled: SlotSet(), weight: isCounted ? weight : nil)
    var needed = later
    for key in keys { needed.formUnion(key.right.slots) }
    let right = try inner.plan(order, input: nil, needed: needed) ?? ArgumentPlan(id: 0)
    if let weight, isCounted {
      return CountProductPlan(left: input, right: right, weight: weight, keeping: later, estimatedRows: rows)
    }
    let keepingRight = later.intersection(inner.filled)
    let keepingLeft = later.subtracting(inner.filled)
    if keys.isEmpty {
      return CartesianProductPlan(
        left: input, right: right, keepingLeft: keepingLeft, keepingRight: keepingRight,
        estimatedRows: rows)
    }
    let conditions = keys.map { "\(context.text(of: $0.left)) = \(context.text(of: $0.right))" }
    return HashJoinPlan(
      left: input, right: right, leftKeys: try compiled(keys.map(\.left)),
      rightKeys: try compiled(keys.map(\.right)), keepingLeft: keepingLeft, keepingRight: keepingRight,
      estimatedRows: rows, details: conditions.joined(separator: " AND "))
  }
}
