import CypherSyntax
import PropertyGraph

/// A search for the shortest chains of which something holds, for which the whole chain must be there.
///
/// All chains of a length are tried before longer ones. How far each node is from the goal tells which can get there.
struct TrailSearch {
  private let plan: ShortestPathPlan
  private let batch: Batch
  private let row: Int

  init(_ plan: ShortestPathPlan, _ batch: Batch, _ row: Int) {
    self.plan = plan
    self.batch = batch
    self.row = row
  }

  /// The relationships of one shortest chain, or of each.
  func chains(
    _ from: UInt32, _ to: UInt32, _ context: ExecutionContext
  ) throws(CypherError) -> [[UInt32]] {
    var back = ChainStep(plan.traversal.reversed, plan.tests, context.graph)
    var step = ChainStep(plan.traversal, plan.tests, context.graph)
    back.start(batch, row: row)
    step.start(batch, row: row)
    let distances = try DistanceMap(to: to, back, context)
    guard let nearest = distances.distance(from) else { return [] }
    if plan.length.minimum == 0, from == to, try holds([], from, context) { return [[]] }
    let longest = min(plan.length.maximum ?? .max, context.graph.relationshipCount)
    var length = max(plan.length.minimum, nearest, 1)
    while length <= longest {
      let (found, hasLonger) = try chains(of: length, from, to, distances, step, context)
      if !found.isEmpty || !hasLonger { return found }
      length += 1
    }
    return []
  }

  /// The chains of one length, and whether there may be longer ones.
  private func chains(
    of length: Int, _ from: UInt32, _ to: UInt32, _ distances: DistanceMap, _ step: ChainStep,
    _ context: ExecutionContext
  ) throws(CypherError) -> (found: [[UInt32]], hasLonger: Bool) {
    var found: [[UInt32]] = []
    var hasLonger = false
    var walk = ChainWalk()
    walk.start(from, maximum: length, avoiding: [])
    var work = 0
    while !walk.isOver {
      work &+= 1
      if work & 0x3FF == 0 { try context.check() }
      guard try walk.advance(step, context) else { continue }
      guard let rest = distances.distance(walk.end), rest <= length - walk.length else {
        // What cannot arrive now may arrive with more relationships.
        if distances.distance(walk.end) != nil { hasLonger = true }
        walk.turnBack()
        continue
      }
      guard walk.length == length else { continue }
      hasLonger = true
      if walk.end == to, try holds(Array(walk.relationships), from, context) {
        found.append(Array(walk.relationships))
        if !plan.findsAll { break }
      }
    }
    return (found, hasLonger)
  }

  /// Whether the predicates hold of a chain.
  private func holds(
    _ links: [UInt32], _ from: UInt32, _ context: ExecutionContext
  ) throws(CypherError) -> Bool {
    if plan.predicates.isEmpty { return true }
    var candidate = batch.gathered([Int32(truncatingIfNeeded: row)], keeping: plan.predicateReads)
    if let slot = plan.links {
      candidate.columns[slot] =
        plan.isSingle ? .relationships([links[0]]) : .values([.relationships(links)])
    }
    if let slot = plan.path { candidate.columns[slot] = .values([.path(from: from, links, context.graph)]) }
    return try plan.predicates.holding(candidate, context)?.isEmpty != true
  }
}

/// How many relationships at least lead from each node to one.
private struct DistanceMap {
  private var distances: [UInt32: Int] = [:]

  init(to goal: UInt32, _ step: ChainStep, _ context: ExecutionContext) throws(CypherError) {
    var level = [goal]
    var nodes: [UInt32] = []
    var links: [UInt32] = []
    distances[goal] = 0
    var distance = 0
    while !level.isEmpty {
      distance += 1
      var next: [UInt32] = []
      for node in level {
        try context.check()
        nodes.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        try step.append(from: node, &nodes, &links, context)
        for reached in nodes where distances[reached] == nil {
          distances[reached] = distance
          next.append(reached)
        }
      }
      level = next
    }
  }

  /// The distance from a node, or nil where the goal cannot be reached.
  func distance(_ node: UInt32) -> Int? { distances[node] }
}
