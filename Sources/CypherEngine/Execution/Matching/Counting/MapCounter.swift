import CypherSyntax
import PropertyGraph

/// Counts maps of trees and triangles into the graph.
struct MapCounter {
  /// For each node of the pattern, the labels that it must have.
  let labels: [LabelTest]
  /// For nodes with predicates, by position, the nodes of the graph of which they hold.
  let candidates: [Int: CandidateSet]
  let context: ExecutionContext

  private var graph: Graph { context.graph }

  /// The number of maps of a piece.
  func count(_ shape: CountShape) throws(CypherError) -> Int64 {
    switch shape {
    case .tree(let node):
      if !canMap(node) { return 0 }
      if let count = knownCount(node) { return count }
      return try sum(over: nodes(for: node.members), try program(node).among(scannedLabel(of: node.members)))
    case .triangle(let corners, let sides):
      return corners.allSatisfy(canMap) ? try triangles(corners, sides) : 0
    }
  }

  /// Whether there are loops where the tree asks for some.
  func canMap(_ node: CountTree) -> Bool {
    node.loops.allSatisfy(hasLoops) && node.branches.allSatisfy { canMap($0.child) }
  }

  /// What is worked out for nodes at the top of a tree.
  ///
  /// - Parameter traversal: how the node is reached, where it is: labels that are certain then are not looked at.
  func program(_ node: CountTree, reachedBy traversal: Traversal? = nil) throws(CypherError) -> NodeProgram {
    var branches: [NodeProgram.Branch] = []
    for branch in node.branches {
      let weights = try weights(branch.child, reachedBy: branch.arms[0])
      if branch.arms.count == 1 {
        branches.append(.single(branch.arms[0].lanes(graph), weights))
      } else {
        branches.append(.common(branch.arms.map { $0.run(graph) }, weights))
      }
    }
    return NodeProgram(
      graph: graph,
      labels: LabelTest(labels: node.members.flatMap { labels[$0].labels }).resolved(
        graph, reachedBy: traversal),
      sets: node.members.compactMap { candidates[$0]?.bitmap },
      loops: node.loops.map { $0.lanes(graph) }, branches: branches)
  }

  /// How much each node counts that is reached at the top of a tree.
  func weights(_ node: CountTree, reachedBy traversal: Traversal?) throws(CypherError) -> NodeWeights {
    let program = try program(node, reachedBy: traversal)
    if program.isTrivial { return .one }
    let nodes = nodes(for: node.members)
    if program.isTest, node.members.count == 1, let set = candidates[node.members[0]],
      case .none = program.labels
    {
      return .members(set.bitmap)
    }
    let table = WeightTable(limit: graph.nodeLimit)
    _ = try sum(over: nodes, program.among(scannedLabel(of: node.members))) { index, weight in
      table[nodes[index]] = weight
      return 0
    }
    return .table(table)
  }

  /// Adds up the weights of nodes, on several threads where there are many.
  private func sum(over nodes: [UInt32], _ program: NodeProgram) throws(CypherError) -> Int64 {
    guard let views = program.degreeViews else {
      return try sum(over: nodes, program) { _, weight in weight }
    }
    return try WorkSplit.sum(nodes.count, grain: 1 << 14, context) { _, range in
      nodes.withUnsafeBufferPointer { views.sumOfDegreeProducts($0[range]) }
    }
  }

  /// Adds up what a body makes of each node, by its place, and its weight, on several threads where there are many nodes.
  func sum(
    over nodes: [UInt32], _ program: NodeProgram,
    _ body: @escaping @Sendable (_ index: Int, _ weight: Int64) -> Int64
  ) throws(CypherError) -> Int64 {
    try WorkSplit.sum(nodes.count, grain: 4096, context) { _, range in
      withUnsafeTemporaryAllocation(of: Int64.self, capacity: range.count) { weights in
        guard let weights = weights.baseAddress else { return 0 }
        nodes.withUnsafeBufferPointer { program.fill(weights, for: $0[range]) }
        var sum: Int64 = 0
        for index in range { sum = sum.addingSaturated(body(index, weights[index - range.lowerBound])) }
        return sum
      }
    }
  }

  /// The nodes among which all are that may stand for some nodes of the pattern at once.
  func nodes(for members: [Int]) -> [UInt32] {
    if let least = leastCandidates(for: members) { return least }
    if members.contains(where: { labels[$0].labels.contains { $0.id(in: graph) == nil } }) { return [] }
    let label = scannedLabel(of: members)
    var ids: [UInt32] = []
    ids.reserveCapacity(label.map { graph.count(label: $0) } ?? graph.nodeCount)
    var cursor = NodeCursor(graph, label: label)
    while cursor.next(into: &ids, atMost: 1 << 16) {}
    return ids
  }

  private func leastCandidates(for members: [Int]) -> [UInt32]? {
    members.compactMap({ candidates[$0]?.ids }).min(by: { $0.count < $1.count })
  }

  /// The rarest label of some nodes of the pattern, where it is that which gives their nodes.
  func scannedLabel(of members: [Int]) -> LabelID? {
    if leastCandidates(for: members) != nil { return nil }
    let ids = members.flatMap { labels[$0].labels }.compactMap { $0.id(in: graph) }
    return ids.min { (graph.count(label: $0), $0) < (graph.count(label: $1), $1) }
  }

  /// Whether any relationship that is followed leads from a node to itself.
  func hasLoops(_ traversal: Traversal) -> Bool {
    traversal.ids(in: graph).contains { graph.loopCount(type: $0) > 0 }
  }
}

/// The nodes of which the predicates about one node of the pattern hold.
struct CandidateSet {
  let ids: [UInt32]
  let bitmap: Bitmap
}

extension Traversal {
  /// The neighbours along a traversal of one run; none where the type is not known.
  func run(_ graph: Graph) -> AdjacencyView { lanes(graph).first?.view ?? .empty }
}

// MARK: - What the graph's own counts tell

extension MapCounter {
  /// The number of maps of a single node, or of two with a relationship, where the graph keeps it.
  private func knownCount(_ node: CountTree) -> Int64? {
    guard node.loops.isEmpty, let own = soleLabel(of: node) else { return nil }
    if node.branches.isEmpty { return Int64(own.map { graph.count(label: $0) } ?? graph.nodeCount) }
    guard node.branches.count == 1, node.branches[0].arms.count == 1 else { return nil }
    let (traversal, child) = (node.branches[0].arms[0], node.branches[0].child)
    guard traversal.direction != .both, child.loops.isEmpty, child.branches.isEmpty,
      let far = soleLabel(of: child)
    else { return nil }
    var sum = 0
    for type in traversal.ids(in: graph) {
      let all = graph.count(type: type)
      let near = own.map { graph.count(label: $0, type: type, traversal.direction) } ?? all
      let other = far.map { graph.count(label: $0, type: type, traversal.reversed.direction) } ?? all
      // With two labels the counts say nothing of both at once, unless all relationships have one of them.
      guard near == all || other == all else { return nil }
      sum += min(near, other)
    }
    return Int64(sum)
  }

  /// The only label that a node must have, if any; nil where more is asked of it.
  private func soleLabel(of node: CountTree) -> LabelID?? {
    if node.members.contains(where: { candidates[$0] != nil }) { return nil }
    let names = Set(node.members.flatMap { labels[$0].labels })
    guard names.count < 2 else { return nil }
    guard let name = names.first else { return .some(nil) }
    return name.id(in: graph).map { .some($0) } ?? nil
  }
}
