import CypherSyntax
import PropertyGraph

extension MapCounter {
  /// The number of maps of a triangle of trees.
  func triangles(_ corners: [CountTree], _ sides: [CountGraph.Edge]) throws(CypherError) -> Int64 {
    var weights: [NodeWeights] = []
    for (index, corner) in corners.enumerated() {
      let side = sides.first { $0.from == index || $0.to == index }
      weights.append(try self.weights(corner, reachedBy: side?.traversal(from: index).reversed))
    }
    let types = Set(sides.map { $0.traversal.types[0] })
    if types.count == 1, let type = types.first?.id(in: context.graph),
      context.graph.loopCount(type: type) == 0
    {
      return try OrientedTriangles(type, context).count(sides, weights)
    }
    let triangles = MarkedTriangles(sides, weights, context.graph)
    return try triangles.count(from: nodes(for: corners[triangles.first].members), context)
  }
}

/// Counts triangles whose sides may have different types, and whose corners may be the same node where there are loops:
/// the neighbours of one corner are marked, and those of the next looked up among them.
private struct MarkedTriangles: @unchecked Sendable {
  /// The corner whose neighbours are marked.
  let first: Int
  private let weights: (first: NodeWeights, middle: NodeWeights, last: NodeWeights)
  private let firstToMiddle: AdjacencyView
  private let firstToLast: AdjacencyView
  private let middleToLast: AdjacencyView
  private let limit: UInt32

  init(_ sides: [CountGraph.Edge], _ weights: [NodeWeights], _ graph: Graph) {
    func view(_ from: Int, _ to: Int) -> AdjacencyView {
      let side = sides.first { Set([$0.from, $0.to]) == [from, to] }
      return side?.traversal(from: from).run(graph) ?? .empty
    }
    // The ways through the middle are what has to be walked.
    func ways(through corner: Int) -> Double {
      let (one, two) = (view(corner, (corner + 1) % 3), view(corner, (corner + 2) % 3))
      return (0..<graph.nodeLimit).reduce(0) { $0 + Double(one.degree($1)) * Double(two.degree($1)) }
    }
    let middle = (0..<3).min { ways(through: $0) < ways(through: $1) } ?? 1
    let last = (middle + 2) % 3
    first = (middle + 1) % 3
    self.weights = (weights[first], weights[middle], weights[last])
    firstToMiddle = view(first, middle)
    firstToLast = view(first, last)
    middleToLast = view(middle, last)
    limit = graph.nodeLimit
  }

  func count(from nodes: [UInt32], _ context: ExecutionContext) throws(CypherError) -> Int64 {
    let marks = (0..<Threads.count).map { _ in WeightTable(limit: limit) }
    return try WorkSplit.sum(nodes.count, grain: 256, context) { thread, range in
      var sum: Int64 = 0
      for index in range { sum = sum.addingSaturated(count(at: nodes[index], marks[thread])) }
      return sum
    }
  }

  private func count(at node: UInt32, _ marks: WeightTable) -> Int64 {
    let own = weights.first[node]
    if own == 0 { return 0 }
    let marked = firstToLast.neighbours(of: node)
    for other in marked { marks[other] += 1 }
    var sum: Int64 = 0
    for middle in firstToMiddle.neighbours(of: node) {
      var ends: Int64 = 0
      for last in middleToLast.neighbours(of: middle) {
        let count = marks[last]
        if count > 0 { ends = ends.addingSaturated(count.multipliedSaturated(weights.last[last])) }
      }
      if ends > 0 { sum = sum.addingSaturated(ends.multipliedSaturated(weights.middle[middle])) }
    }
    for other in marked { marks[other] = 0 }
    return own.multipliedSaturated(sum)
  }
}
