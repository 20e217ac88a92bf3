import PropertyGraph

/// Tells for nodes of the graph how many maps of a tree there are with the node at its top.
///
/// It only reads, and holds until the next change of the graph: several threads may share it until then.
struct NodeProgram: @unchecked Sendable {
  /// A subtree: what is followed to its top, and how much each node there counts.
  enum Branch {
    case single([Lane], NodeWeights)
    /// The nodes that several runs have in common count once for each choice of parallel relationships.
    case common([AdjacencyView], NodeWeights)
  }

  let graph: Graph
  let labels: ResolvedLabels
  /// Sets that the node must be in.
  let sets: [Bitmap]
  /// What leads from the node to itself, each a factor.
  let loops: [[Lane]]
  let branches: [Branch]

  /// Whether every node counts once.
  var isTrivial: Bool { hasNoTests && loops.isEmpty && branches.isEmpty }

  /// Whether every node counts once or not at all.
  var isTest: Bool { loops.isEmpty && branches.isEmpty }

  /// The same for nodes that are known to have a label.
  func among(_ label: LabelID?) -> NodeProgram {
    NodeProgram(graph: graph, labels: labels.without(label), sets: sets, loops: loops, branches: branches)
  }

  /// Where a node's weight is a product of degrees: what these are of.
  var degreeViews: [AdjacencyView]? {
    guard hasNoTests, loops.isEmpty, !branches.isEmpty else { return nil }
    var views: [AdjacencyView] = []
    for branch in branches {
      guard case .single(let lanes, .one) = branch, lanes.count == 1, !lanes[0].skipsLoops else { return nil }
      views.append(lanes[0].view)
    }
    return views
  }

  private var hasNoTests: Bool {
    if case .none = labels { sets.isEmpty } else { false }
  }

  /// Writes the number of maps for each of some nodes; the greatest number where it is beyond 64 bits.
  func fill(_ weights: UnsafeMutablePointer<Int64>, for nodes: Slice<UnsafeBufferPointer<UInt32>>) {
    for index in 0..<nodes.count { weights[index] = 1 }
    if !hasNoTests {
      for (index, node) in nodes.enumerated() where !passes(node) { weights[index] = 0 }
    }
    for lanes in loops {
      for (index, node) in nodes.enumerated() where weights[index] != 0 {
        let count = lanes.reduce(0) { $0 + ($1.skipsLoops ? 0 : $1.relationships(node, node).count) }
        weights[index] = weights[index].multipliedSaturated(Int64(count))
      }
    }
    for branch in branches { branch.multiply(weights, for: nodes) }
  }

  private func passes(_ node: UInt32) -> Bool {
    labels.admits(node, graph) && sets.allSatisfy { $0.contains(node) }
  }
}

extension [AdjacencyView] {
  /// The sum over nodes of the products of their degrees.
  func sumOfDegreeProducts(_ nodes: Slice<UnsafeBufferPointer<UInt32>>) -> Int64 {
    var sum: Int64 = 0
    if count == 2 {
      let (first, second) = (self[0], self[1])
      for node in nodes {
        sum = sum.addingSaturated(Int64(first.degree(node)).multipliedSaturated(Int64(second.degree(node))))
      }
      return sum
    }
    for node in nodes {
      sum = sum.addingSaturated(reduce(1) { $0.multipliedSaturated(Int64($1.degree(node))) })
    }
    return sum
  }
}

/// How much a node counts.
enum NodeWeights {
  case one
  /// 1 in the set, 0 outside.
  case members(Bitmap)
  case table(WeightTable)

  subscript(_ node: UInt32) -> Int64 {
    switch self {
    case .one: 1
    case .members(let set): set.contains(node) ? 1 : 0
    case .table(let table): table[node]
    }
  }
}

extension NodeProgram.Branch {
  /// Multiplies the weight of each node by the sum over the ways from it into the subtree.
  fileprivate func multiply(
    _ weights: UnsafeMutablePointer<Int64>, for nodes: Slice<UnsafeBufferPointer<UInt32>>
  ) {
    switch self {
    case .single(let lanes, .one):
      if lanes.count == 1, let lane = lanes.first, !lane.skipsLoops {
        let view = lane.view
        multiply(weights, nodes) { Int64(view.degree($0)) }
      } else {
        multiply(weights, nodes) { node in
          lanes.reduce(0) { sum, lane in
            let loops = lane.skipsLoops ? lane.view.neighbours(of: node).range(of: node).count : 0
            return sum + Int64(lane.view.degree(node) - loops)
          }
        }
      }
    case .single(let lanes, .members(let set)):
      multiply(weights, nodes) { node in sum(node, lanes) { set.contains($0) ? 1 : 0 } }
    case .single(let lanes, .table(let table)):
      multiply(weights, nodes) { node in sum(node, lanes) { table[$0] } }
    case .common(let views, let ends):
      multiply(weights, nodes) { node in common(node, views, ends) }
    }
  }

  @inline(__always)
  private func multiply(
    _ weights: UnsafeMutablePointer<Int64>, _ nodes: Slice<UnsafeBufferPointer<UInt32>>,
    _ factor: (UInt32) -> Int64
  ) {
    var index = 0
    for node in nodes {
      if weights[index] != 0 { weights[index] = weights[index].multipliedSaturated(factor(node)) }
      index += 1
    }
  }

  @inline(__always)
  private func sum(_ node: UInt32, _ lanes: [Lane], _ weight: (UInt32) -> Int64) -> Int64 {
    var sum: Int64 = 0
    for lane in lanes {
      for neighbour in lane.view.neighbours(of: node) where !(lane.skipsLoops && neighbour == node) {
        sum = sum.addingSaturated(weight(neighbour))
      }
    }
    return sum
  }

  private func common(_ node: UInt32, _ views: [AdjacencyView], _ ends: NodeWeights) -> Int64 {
    let runs = views.map { $0.neighbours(of: node) }
    var positions = Array(repeating: 0, count: runs.count)
    var sum: Int64 = 0
    while let other = runs.nextCommon(&positions) {
      var choices = ends[other]
      for arm in runs.indices {
        let start = positions[arm]
        while positions[arm] < runs[arm].count && runs[arm][positions[arm]] == other { positions[arm] += 1 }
        choices = choices.multipliedSaturated(Int64(positions[arm] - start))
      }
      sum = sum.addingSaturated(choices)
    }
    return sum
  }
}

/// A number for each node or place, 0 where none was set.
///
/// Lifetime: the memory is freed with the table. Threads may set different numbers at the same time.
final class WeightTable: @unchecked Sendable {
  private let numbers: UnsafeMutablePointer<Int64>
  private let limit: UInt32

  init(limit: UInt32) {
    self.limit = limit
    numbers = .allocate(capacity: max(Int(limit), 1))
    numbers.initialize(repeating: 0, count: Int(limit))
  }

  deinit { numbers.deallocate() }

  /// The number of a node below the limit.
  subscript(_ node: UInt32) -> Int64 {
    get { node < limit ? numbers[Int(node)] : 0 }
    set { if node < limit { numbers[Int(node)] = newValue } }
  }
}
