import PropertyGraph

/// A node of a tree of which maps are counted.
struct CountTree: Sendable {
  /// A subtree, and the one or more edges that lead to it.
  struct Branch: Sendable {
    let arms: [Traversal]
    let child: CountTree
  }

  /// The nodes of the pattern that are mapped to it.
  let members: [Int]
  /// The edges that lead from it to itself.
  var loops: [Traversal] = []
  var branches: [Branch] = []
}

/// A piece of a graph that hangs together, in a shape whose maps can be counted node by node.
enum CountShape: Sendable {
  case tree(CountTree)
  /// Three trees whose roots are connected with each other; the sides name them by position.
  case triangle([CountTree], sides: [CountGraph.Edge])
}

/// A graph of which maps are counted, piece by piece.
struct CountTerm: Sendable {
  let coefficient: Int64
  /// The piece with the node by which is counted, as a tree from that node; nil where the number of all is asked for.
  let root: CountTree?
  /// The other pieces.
  let pieces: [CountShape]

  /// Finds the shapes of the pieces.
  ///
  /// - Parameter root: the node by which is counted.
  /// - Returns: nil where a piece has another shape than a tree or a triangle of trees.
  init?(_ graph: CountGraph, root: Int?) {
    var state = Peeling(graph, root: root)
    state.peel()
    var rootNode: CountTree?
    var pieces: [CountShape] = []
    for piece in state.pieces() {
      guard let shape = state.shape(piece) else { return nil }
      if let root, piece.contains(root) {
        guard case .tree(let tree) = shape else { return nil }
        rootNode = tree
      } else {
        pieces.append(shape)
      }
    }
    coefficient = graph.coefficient
    self.root = rootNode
    self.pieces = pieces
  }
}

/// A graph from which leaf after leaf is taken.
private struct Peeling {
  private let root: Int?
  private var nodes: [CountTree]
  private var isLeft: [Bool]
  private var edges: [CountGraph.Edge]

  init(_ graph: CountGraph, root: Int?) {
    self.root = root
    nodes = graph.members.map { CountTree(members: $0) }
    isLeft = Array(repeating: true, count: nodes.count)
    edges = []
    for edge in graph.edges {
      if edge.from == edge.to { nodes[edge.from].loops.append(edge.traversal) } else { edges.append(edge) }
    }
  }

  /// Hangs every node with a single edge on its neighbour, until there is none.
  ///
  /// All leaves go before what then is a leaf, so that the top of a tree is its middle and little has to be worked out
  /// below it.
  mutating func peel() {
    while true {
      let leaves = nodes.indices.filter { isLeft[$0] && $0 != root && edges(at: $0).count == 1 }
      if leaves.isEmpty { return }
      for leaf in leaves { hang(leaf) }
    }
  }

  private mutating func hang(_ leaf: Int) {
    // Of two leaves with one edge between them, the second is left.
    guard let index = edges(at: leaf).first else { return }
    let parent = edges[index].from == leaf ? edges[index].to : edges[index].from
    nodes[parent].branches.append(
      CountTree.Branch(arms: [edges[index].traversal(from: parent)], child: nodes[leaf]))
    isLeft[leaf] = false
    edges.remove(at: index)
  }

  private func edges(at node: Int) -> [Int] {
    edges.indices.filter { edges[$0].from == node || edges[$0].to == node }
  }

  /// The nodes that are left, piece by piece.
  func pieces() -> [[Int]] {
    var pieces: [[Int]] = []
    for node in nodes.indices where isLeft[node] && !pieces.contains(where: { $0.contains(node) }) {
      var piece = [node]
      var next = 0
      while next < piece.count {
        for index in edges(at: piece[next]) {
          let other = edges[index].from == piece[next] ? edges[index].to : edges[index].from
          if !piece.contains(other) { piece.append(other) }
        }
        next += 1
      }
      pieces.append(piece.sorted())
    }
    return pieces
  }

  /// The shape of what is left of a piece.
  func shape(_ piece: [Int]) -> CountShape? {
    let inside = edges.filter { piece.contains($0.from) }
    switch (piece.count, inside.count) {
    case (1, _): return .tree(nodes[piece[0]])
    case (2, _):
      let top = root == piece[1] ? piece[1] : piece[0]
      let other = piece[0] == top ? piece[1] : piece[0]
      guard inside.allSatisfy(\.traversal.hasOneRun) else { return nil }
      var tree = nodes[top]
      tree.branches.append(
        CountTree.Branch(arms: inside.map { $0.traversal(from: top) }, child: nodes[other]))
      return .tree(tree)
    case (3, 3):
      let pairs = Set(inside.map { [$0.from, $0.to].sorted() })
      guard pairs.count == 3, inside.allSatisfy(\.traversal.hasOneRun) else { return nil }
      let sides = inside.map {
        CountGraph.Edge(
          from: piece.firstIndex(of: $0.from) ?? 0, to: piece.firstIndex(of: $0.to) ?? 0,
          traversal: $0.traversal)
      }
      return .triangle(piece.map { nodes[$0] }, sides: sides)
    default: return nil
    }
  }
}
