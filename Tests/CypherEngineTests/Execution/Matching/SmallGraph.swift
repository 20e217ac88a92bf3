import PropertyGraph

/// A small random graph, with all that a naive matcher has to know of it beside.
struct SmallGraph {
  struct Node {
    let labels: [String]
    let p: Int?
  }
  struct Edge {
    let type: String
    let from: Int
    let to: Int
    let p: Int?
  }

  let graph = Graph()
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []

  /// Makes a graph of up to so many nodes and relationships; loops and parallel relationships are likely.
  init(nodes nodeLimit: Int, edges edgeLimit: Int, _ random: inout some RandomNumberGenerator) {
    // A third of the graphs have all the nodes and relationships that they may.
    let isFull = Int.random(in: 0..<3, using: &random) == 0
    for _ in 0..<(isFull ? nodeLimit : Int.random(in: 0...nodeLimit, using: &random)) {
      nodes.append(
        Node(
          labels: ["A", "B"].filter { _ in Int.random(in: 0..<3, using: &random) > 0 },
          p: [nil, 0, 1, 2].randomElement(using: &random)!))
    }
    if !nodes.isEmpty {
      for _ in 0..<(isFull ? edgeLimit : Int.random(in: 0...edgeLimit, using: &random)) {
        edges.append(
          Edge(
            type: ["X", "X", "Y"].randomElement(using: &random)!,
            from: .random(in: nodes.indices, using: &random),
            to: .random(in: nodes.indices, using: &random), p: [nil, 0, 1].randomElement(using: &random)!))
      }
    }
    build(hasIndex: Bool.random(using: &random))
  }

  /// Makes a graph of given nodes, each with its labels, and edges of type X.
  init(nodes: [[String]], edges: [(Int, Int)]) {
    self.nodes = nodes.map { Node(labels: $0, p: nil) }
    self.edges = edges.map { Edge(type: "X", from: $0.0, to: $0.1, p: nil) }
    build(hasIndex: false)
  }

  /// The nodes and relationships get their positions as ids.
  private func build(hasIndex: Bool) {
    graph.begin(statement: "test")
    let key = graph.intern(key: "p")
    func properties(_ p: Int?) -> [Property] { p.map { [Property(key, .integer(Int64($0)))] } ?? [] }
    for node in nodes {
      _ = graph.createNode(
        labels: node.labels.map { graph.intern(label: $0) }, properties: properties(node.p))
    }
    for edge in edges {
      _ = graph.createRelationship(
        graph.intern(type: edge.type), from: NodeID(UInt32(edge.from)), to: NodeID(UInt32(edge.to)),
        properties: properties(edge.p))
    }
    if hasIndex { graph.createIndex(name: nil, label: graph.intern(label: "A"), key: key, isUnique: false) }
    graph.commit()
  }
}
