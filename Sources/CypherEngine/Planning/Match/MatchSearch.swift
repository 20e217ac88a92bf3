import CypherSyntax
import PropertyGraph

/// The search for an order of steps: always the step that leaves the fewest rows, from each possible beginning.
struct MatchSearch {
  let pattern: MatchPattern
  let statistics: MatchStatistics
  /// Whether the rows that the match starts from are a single one with nothing in it.
  private let startsFromNothing: Bool
  /// The slots that somebody reads afterwards.
  private let needed: SlotSet
  /// The slots of which somebody reads properties, in predicates or right afterwards.
  let propertyReads: SlotSet
  /// Whether rows may stand for several equal ones.
  private let isWeighted: Bool
  /// The named paths that somebody reads.
  private let wantedPaths: SlotSet
  /// The nodes that are searched for; all, or those of one part of the pattern that hangs together.
  private var scope: [Bool]

  private(set) var order: MatchOrder
  private var filled: SlotSet
  /// The node that a scan gives in the order in which nodes are stored.
  private(set) var scanned: Int?
  /// The nodes that are known already.
  private(set) var hasNode: [Bool]
  private var hasEdge: [Bool]
  private var holds: [Bool]
  private var hasPath: [Bool]

  /// Prepares the search.
  ///
  /// - Parameters:
  ///   - arguments: the slots that are filled before.
  ///   - rows: how many rows are expected before; nil stands for a single one with nothing in it.
  ///   - needed: the slots that somebody reads afterwards.
  ///   - propertyReads: the slots of which the next clause reads properties.
  ///   - isWeighted: whether rows may stand for several equal ones.
  init(
    _ pattern: MatchPattern, _ statistics: MatchStatistics, arguments: SlotSet, rows: Double?,
    needed: SlotSet, propertyReads: SlotSet, isWeighted: Bool
  ) {
    var reads = propertyReads
    for conjunct in pattern.conjuncts { reads.formUnion(conjunct.expression.propertyReads) }
    self.propertyReads = reads
    self.needed = needed
    self.isWeighted = isWeighted
    self.pattern = pattern
    self.statistics = statistics
    startsFromNothing = rows == nil
    var wanted = needed
    for conjunct in pattern.conjuncts { wanted.formUnion(conjunct.slots) }
    wantedPaths = wanted
    scope = Array(repeating: true, count: pattern.nodes.count)
    order = MatchOrder(rows: rows ?? 1)
    filled = arguments
    hasNode = pattern.nodes.map(\.isBound)
    hasEdge = Array(repeating: false, count: pattern.edges.count)
    holds = Array(repeating: false, count: pattern.conjuncts.count)
    hasPath = Array(repeating: false, count: pattern.parts.count)
    for node in pattern.nodes where node.isBound { filled.insert(node.slot) }
    for edge in pattern.edges where edge.isBound { filled.insert(edge.slot) }
  }

  /// The order of steps for the whole pattern.
  ///
  /// - Parameter isOpen: whether what is in a slot may not be a node.
  static func order(
    _ search: MatchSearch, isOpen: (Slot) -> Bool
  ) -> MatchOrder {
    var search = search
    for (index, node) in search.pattern.nodes.enumerated() where node.isBound {
      let isAlone = !search.pattern.edges.contains { $0.from == index || $0.to == index }
      if isAlone || !node.labels.isEmpty || isOpen(node.slot) {
        let share = node.labels.isEmpty ? 1.0 : 0.5
        search.order.append(
          .check(node: index), rows: search.order.rows * share, cost: search.order.rows * 0.2)
      }
    }
    search.run()
    return search.order
  }

  /// Takes steps until everything is found.
  private mutating func run() {
    settle()
    while takeStep() { settle() }
  }

  private mutating func takeStep() -> Bool {
    if let best = cheapest(candidates()) {
      self = best
      return true
    }
    if let node = pattern.nodes.indices.first(where: { scope[$0] && !hasNode[$0] }) {
      joinPart(around: node)
      return true
    }
    guard let edge = pattern.edges.indices.first(where: { isReady($0) && pattern.edges[$0].search != .all })
    else { return false }
    take(.shortest(edge: edge, conjuncts: conjuncts(within: edge)))
    return true
  }

  /// The state after the step that leaves the fewest rows, or the least work behind it.
  private func cheapest(_ steps: [MatchStep]) -> MatchSearch? {
    var best: MatchSearch?
    for step in steps {
      var next = self
      next.take(step)
      next.settle()
      if let current = best?.order, (current.rows, current.cost) <= (next.order.rows, next.order.cost) {
        continue
      }
      best = next
    }
    return best
  }
}

// MARK: - Steps that are possible

extension MatchSearch {
  private func candidates() -> [MatchStep] {
    var steps: [MatchStep] = []
    for index in pattern.edges.indices where !hasEdge[index] {
      let edge = pattern.edges[index]
      guard scope[edge.from], scope[edge.to], edge.search == .all else { continue }
      if edge.isBound && edge.length == nil {
        steps.append(.ends(edge: index))
      } else if edge.isBound && !filled.contains(edge.slot) {
        continue
      } else if hasNode[edge.from] || hasNode[edge.to] {
        steps.append(step(along: index))
      }
    }
    // A node that is looked up by what the rows hold, or when there are few rows.
    for index in pattern.nodes.indices where scope[index] && !hasNode[index] {
      let choice = pattern.access(index, filled: filled, statistics)
      if choice.isSeek, !choice.reads.isEmpty || hasAny && order.rows <= 16 {
        steps.append(.find(node: index, choice))
      }
    }
    return steps
  }

  private var hasAny: Bool { hasNode.contains(true) }

  /// How an edge is followed of which at least one end is known.
  private func step(along index: Int) -> MatchStep {
    let edge = pattern.edges[index]
    let isKnown = hasNode[edge.from] && hasNode[edge.to]
    let from = hasNode[edge.from] ? edge.from : edge.to
    if edge.isBound { return .list(edge: index, from: from) }
    if edge.length != nil { return .chain(edge: index, from: from) }
    if isKnown { return .close(edge: index) }
    let node = edge.other(from)
    let meeting = pattern.edges.indices.filter { canMeet($0, at: node) }
    return meeting.count > 1 && meeting.contains(index)
      ? .intersect(node: node, edges: meeting) : .expand(edge: index, from: from)
  }

  /// Whether an edge leads from a known node to a new one through a single sorted list of neighbours.
  private func canMeet(_ index: Int, at node: Int) -> Bool {
    let edge = pattern.edges[index]
    guard !hasEdge[index], edge.isPlain, edge.from == node || edge.to == node, edge.from != edge.to
    else { return false }
    return hasNode[edge.other(node)] && edge.traversal.hasOneRun
  }

  /// Whether nobody asks to which nodes an edge leads and how: then it is enough to count.
  func isCounted(_ index: Int, to node: Int) -> Bool {
    let slots = SlotSet([pattern.edges[index].slot, pattern.nodes[node].slot])
    guard isWeighted, slots.isSubset(of: slots.subtracting(needed)) else { return false }
    for (other, edge) in pattern.edges.enumerated() where other != index && !hasEdge[other] {
      if edge.from == node || edge.to == node || edge.rivals.contains(index) { return false }
    }
    for (conjunct, isHeld) in zip(pattern.conjuncts, holds) where !isHeld {
      if !conjunct.slots.intersection(slots).isEmpty { return false }
    }
    return !pattern.parts.contains { part in
      part.relationships.contains(index) && part.pathSlot.map { wantedPaths.contains($0) } ?? false
    }
  }

  /// Whether both ends of an edge are known.
  private func isReady(_ index: Int) -> Bool {
    !hasEdge[index] && hasNode[pattern.edges[index].from] && hasNode[pattern.edges[index].to]
  }

  /// The conjuncts that a search for shortest paths has to heed.
  private func conjuncts(within edge: Int) -> [Int] {
    var inside = filled
    inside.insert(pattern.edges[edge].slot)
    for part in pattern.parts where part.relationships == [edge] {
      if let slot = part.pathSlot { inside.insert(slot) }
    }
    return pattern.conjuncts.indices.filter {
      !holds[$0] && pattern.conjuncts[$0].slots.isSubset(of: inside)
    }
  }
}

// MARK: - Taking a step

extension MatchSearch {
  private mutating func take(_ step: MatchStep) {
    let (rows, cost) = estimate(step)
    order.append(step, rows: rows, cost: cost)
    switch step {
    case .find(let node, let choice):
      if !choice.isSeek, !hasAny { scanned = node }
      fill(node)
      for conjunct in choice.solved { holds[conjunct] = true }
    case .intersect(let node, let edges):
      for edge in edges { solve(edge) }
      fill(node)
    case .shortest(let edge, let conjuncts):
      solve(edge)
      for conjunct in conjuncts { holds[conjunct] = true }
      for part in pattern.parts.indices where pattern.parts[part].relationships == [edge] { makePath(part) }
    case .scan(let edge), .ends(let edge), .expand(let edge, _), .close(let edge), .chain(let edge, _),
      .list(let edge, _):
      solve(edge)
    case .filter(let conjuncts): for conjunct in conjuncts { holds[conjunct] = true }
    case .path(let part): makePath(part)
    case .check, .join, .distinct: break
    }
  }

  private mutating func solve(_ edge: Int) {
    hasEdge[edge] = true
    filled.insert(pattern.edges[edge].slot)
    fill(pattern.edges[edge].from)
    fill(pattern.edges[edge].to)
  }

  private mutating func makePath(_ part: Int) {
    hasPath[part] = true
    if let slot = pattern.parts[part].pathSlot { filled.insert(slot) }
  }

  private mutating func fill(_ node: Int) {
    hasNode[node] = true
    filled.insert(pattern.nodes[node].slot)
  }

  /// Adds what can be done for nothing now: predicates whose slots are filled, and named paths.
  private mutating func settle() {
    while true {
      let ready = pattern.conjuncts.indices.filter(canHold)
      if !ready.isEmpty { take(.filter(ready)) }
      guard let part = pattern.parts.indices.first(where: canMakePath) else { return }
      take(.path(part: part))
    }
  }

  private func canHold(_ index: Int) -> Bool {
    let conjunct = pattern.conjuncts[index]
    guard !holds[index], conjunct.slots.isSubset(of: filled) else { return false }
    // Random numbers are drawn once for each match.
    return !conjunct.expression.isVolatile || !hasNode.contains(false) && !hasEdge.contains(false)
  }

  private func canMakePath(_ index: Int) -> Bool {
    let part = pattern.parts[index]
    guard !hasPath[index], let slot = part.pathSlot, wantedPaths.contains(slot) else { return false }
    return part.nodes.allSatisfy { hasNode[$0] } && part.relationships.allSatisfy { hasEdge[$0] }
  }
}

// MARK: - Parts that hang together

extension MatchSearch {
  /// Plans the parts of the pattern that nothing known leads to by themselves, and joins the smallest.
  private mutating func joinPart(around node: Int) {
    var rest = pattern.nodes.indices.filter { scope[$0] && !hasNode[$0] }
    var best: MatchSearch?
    while let first = rest.first {
      let part = connected(with: first)
      rest.removeAll { part[$0] }
      let planned = planned(part)
      if best.map({ planned.order.rows < $0.order.rows }) ?? true { best = planned }
    }
    if let best { join(best) }
  }

  /// The unknown nodes that can be reached from one over edges.
  private func connected(with node: Int) -> [Bool] {
    var part = Array(repeating: false, count: pattern.nodes.count)
    var open = [node]
    while let next = open.popLast() {
      if part[next] { continue }
      part[next] = true
      for edge in pattern.edges where edge.search == .all && !edge.isBound {
        guard edge.from == next || edge.to == next else { continue }
        open.append(edge.other(next))
      }
    }
    return part
  }

  /// The cheapest order for a part, from its best beginning.
  private func planned(_ part: [Bool]) -> MatchSearch {
    var empty = self
    empty.scope = part
    empty.order = MatchOrder(rows: 1)
    empty.filled = SlotSet()
    empty.hasNode = Array(repeating: false, count: pattern.nodes.count)
    var beginnings = pattern.nodes.indices.filter { part[$0] }.map { node in
      MatchStep.find(node: node, pattern.access(node, filled: SlotSet(), statistics))
    }
    beginnings += pattern.edges.indices.filter { part[pattern.edges[$0].from] && pattern.edges[$0].isPlain }
      .map { MatchStep.scan(edge: $0) }
    var searches = beginnings.map { step in
      var search = empty
      search.take(step)
      return search
    }
    // Large patterns are planned from a few beginnings only.
    if searches.count > 16 {
      searches.sort { $0.order.rows < $1.order.rows }
      searches.removeSubrange(4...)
    }
    for index in searches.indices { searches[index].run() }
    return searches.min { $0.order.cost < $1.order.cost } ?? empty
  }

  private mutating func join(_ other: MatchSearch) {
    let before = order
    if startsFromNothing && order.entries.isEmpty {
      order.append(other.order)
    } else {
      let (keys, solved) = keys(with: other)
      let rows =
        before.rows * other.order.rows * (keys.isEmpty ? 1 : 1 / max(before.rows, other.order.rows, 1))
      order.append(
        .join(other.order, keys: keys), rows: rows,
        cost: other.order.cost + before.rows + other.order.rows + rows)
      for conjunct in solved { holds[conjunct] = true }
      addDistinct(from: other)
    }
    filled.formUnion(other.filled)
    for index in hasNode.indices where other.hasNode[index] { hasNode[index] = true }
    for index in hasEdge.indices where other.hasEdge[index] { hasEdge[index] = true }
    for index in holds.indices where other.holds[index] { holds[index] = true }
    for index in hasPath.indices where other.hasPath[index] { hasPath[index] = true }
  }

  /// Sees to it that no relationship is matched both here and in another part.
  private mutating func addDistinct(from other: MatchSearch) {
    let old = hasEdge.indices.filter { hasEdge[$0] }
    let new = other.hasEdge.indices.filter { index in
      other.hasEdge[index] && !hasEdge[index] && pattern.edges[index].rivals.contains { hasEdge[$0] }
    }
    if !new.isEmpty { order.append(.distinct(new, from: old), rows: order.rows, cost: order.rows * 0.2) }
  }

  /// The conjuncts that say that something of the rows here equals something of another part.
  private func keys(with other: MatchSearch) -> (keys: [JoinKey], conjuncts: [Int]) {
    var keys: [JoinKey] = []
    var solved: [Int] = []
    for (index, conjunct) in pattern.conjuncts.enumerated() where !holds[index] && !other.holds[index] {
      guard case .binary(.equal, let a, let b) = conjunct.expression.kind, !conjunct.expression.isVolatile
      else { continue }
      let (x, y) = (a.slots, b.slots)
      guard !x.isEmpty, !y.isEmpty else { continue }
      if x.isSubset(of: filled), y.isSubset(of: other.filled) {
        keys.append(JoinKey(left: a, right: b))
      } else if y.isSubset(of: filled), x.isSubset(of: other.filled) {
        keys.append(JoinKey(left: b, right: a))
      } else {
        continue
      }
      solved.append(index)
    }
    return (keys, solved)
  }
}
