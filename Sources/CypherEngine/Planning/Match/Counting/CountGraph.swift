import PropertyGraph

/// A pattern of which maps into the graph are counted: matches in which relationships may coincide.
struct CountGraph {
  /// An edge between two nodes.
  struct Edge: Sendable {
    let from: Int
    let to: Int
    let traversal: Traversal

    /// What is followed from one of the ends.
    func traversal(from node: Int) -> Traversal { node == from ? traversal : traversal.reversed }
  }

  /// For each node, the nodes of the original pattern that are mapped to the same.
  let members: [[Int]]
  let edges: [Edge]
  /// How often the number of maps counts.
  let coefficient: Int64

  /// The node that a node of the original pattern has become.
  func node(of member: Int) -> Int? { members.firstIndex { $0.contains(member) } }
}

extension CountGraph {
  /// Graphs whose maps, times their coefficients, add up to the matches of a pattern of single relationships.
  ///
  /// Maps in which relationships coincide are taken out by inclusion and exclusion over the partitions of the
  /// relationships: a part of k that coincide counts (-1)^(k-1) (k-1)! times. Relationships without direction may
  /// coincide in two ways, which are one for loops. Nil where there are too many partitions.
  ///
  /// Source: Rota, "On the foundations of combinatorial theory I", 1964 (the Möbius function of partitions).
  static func graphs(of pattern: MatchPattern) -> [CountGraph]? {
    guard let partitions = partitions(of: pattern) else { return nil }
    var graphs: [CountGraph] = []
    for partition in partitions {
      var builders = [CountGraphBuilder(nodeCount: pattern.nodes.count)]
      for block in partition {
        let ways = Coincidence.ways(block.map { pattern.edges[$0] })
        builders = builders.flatMap { builder in ways.map { builder.adding($0) } }
        if builders.count + graphs.count > maximum { return nil }
      }
      graphs += builders.map(\.graph)
    }
    return graphs
  }

  private static let maximum = 64

  /// All ways to split the edges into groups of rivals.
  private static func partitions(of pattern: MatchPattern) -> [[[Int]]]? {
    var partitions: [[[Int]]] = [[]]
    for edge in pattern.edges.indices {
      partitions = partitions.flatMap { partition in
        var next = [partition + [[edge]]]
        for block in partition.indices
        where partition[block].allSatisfy({ pattern.edges[edge].rivals.contains($0) }) {
          next.append(partition)
          next[next.count - 1][block].append(edge)
        }
        return next
      }
      if partitions.count > maximum { return nil }
    }
    return partitions
  }
}

/// One way in which edges are mapped to the same relationship: the nodes that become one, and the edge that is left.
private struct Coincidence {
  var merges: [(Int, Int)] = []
  let from: Int
  let to: Int
  let traversal: Traversal
  var coefficient: Int64

  /// The ways in which some edges may coincide.
  static func ways(_ edges: [MatchEdge]) -> [Coincidence] {
    let base = edges.firstIndex { $0.traversal.direction != .both } ?? 0
    let (from, to) = edges[base].startAndEnd
    guard let types = commonTypes(edges) else { return [] }
    let direction: Direction = edges[base].traversal.direction == .both ? .both : .outgoing
    let sign: Int64 = edges.count % 2 == 1 ? 1 : -1
    let factor = (1..<max(edges.count, 2)).reduce(Int64(1)) { $0 * Int64($1) }
    var ways = [
      Coincidence(
        from: from, to: to, traversal: Traversal(types: types, direction: direction),
        coefficient: sign * factor)
    ]
    for (index, edge) in edges.enumerated() where index != base {
      let (start, end) = edge.startAndEnd
      ways = ways.flatMap { way in
        let straight = way.merging([(from, start), (to, end)])
        let crossed = way.merging([(from, end), (to, start)])
        return edge.traversal.direction == .both ? [straight, crossed] : [straight]
      }
    }
    // A loop is met by each of several ways, and is to count once.
    if ways.count > 1 {
      var loop = ways[0]
      loop.merges += edges.flatMap { [(from, $0.from), (from, $0.to)] }
      loop.coefficient *= Int64(1 - ways.count)
      ways.append(loop)
    }
    return ways
  }

  private func merging(_ pairs: [(Int, Int)]) -> Coincidence {
    var result = self
    result.merges += pairs
    return result
  }

  /// The types that all edges admit; empty for all, nil for none.
  private static func commonTypes(_ edges: [MatchEdge]) -> [GraphType]? {
    var common: [GraphType] = []
    for edge in edges where !edge.traversal.types.isEmpty {
      common = common.isEmpty ? edge.traversal.types : common.filter { edge.traversal.types.contains($0) }
      if common.isEmpty { return nil }
    }
    return common
  }
}

extension MatchEdge {
  /// Where a relationship that matches starts and ends, or for no direction the ends as written.
  fileprivate var startAndEnd: (Int, Int) { traversal.direction == .incoming ? (to, from) : (from, to) }
}

/// A graph under construction.
private struct CountGraphBuilder {
  /// For each node a node that it has become one with, in the end itself.
  private var leaders: [Int]
  private var edges: [CountGraph.Edge] = []
  private var coefficient: Int64 = 1

  init(nodeCount: Int) { leaders = Array(0..<nodeCount) }

  func adding(_ way: Coincidence) -> CountGraphBuilder {
    var result = self
    for (a, b) in way.merges { result.leaders[result.leader(b)] = result.leader(a) }
    result.edges.append(CountGraph.Edge(from: way.from, to: way.to, traversal: way.traversal))
    result.coefficient *= way.coefficient
    return result
  }

  private func leader(_ node: Int) -> Int {
    var node = node
    while leaders[node] != node { node = leaders[node] }
    return node
  }

  var graph: CountGraph {
    let roots = leaders.indices.filter { leaders[$0] == $0 }
    func position(_ node: Int) -> Int { roots.firstIndex(of: leader(node)) ?? 0 }
    return CountGraph(
      members: roots.map { root in leaders.indices.filter { leader($0) == root } },
      edges: edges.map {
        CountGraph.Edge(from: position($0.from), to: position($0.to), traversal: $0.traversal)
      },
      coefficient: coefficient)
  }
}
