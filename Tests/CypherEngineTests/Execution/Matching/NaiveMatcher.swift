/// Finds all matches by trying everything.
struct NaiveMatcher {
  enum Item: Hashable {
    case null
    case node(Int)
    case edge(Int)
    case list([Int])
    case path(nodes: [Int], edges: [Int])

    var text: String {
      switch self {
      case .null: "null"
      case .node(let node): "n\(node)"
      case .edge(let edge): "r\(edge)"
      case .list(let edges): "[" + edges.map { "r\($0)" }.joined(separator: " ") + "]"
      case .path(let nodes, let edges): "<\(nodes) \(edges)>"
      }
    }
  }
  typealias Row = [String: Item]

  let small: SmallGraph

  /// The rows after a clause.
  func rows(of pattern: TestPattern, over rows: [Row]) -> [Row] {
    rows.flatMap { row in
      var found: [Row] = []
      match(pattern, 0, row, [], &found)
      if found.isEmpty && pattern.isOptional {
        var empty = row
        for name in pattern.names where empty[name] == nil { empty[name] = .null }
        return [empty]
      }
      return found
    }
  }

  private func match(
    _ pattern: TestPattern, _ part: Int, _ row: Row, _ used: Set<Int>, _ found: inout [Row]
  ) {
    guard part < pattern.parts.count else {
      if pattern.predicates.allSatisfy({ holds($0, row) }) { found.append(row) }
      return
    }
    let chain = pattern.parts[part]
    for node in small.nodes.indices {
      guard let bound = bind(chain.nodes[0], node, row) else { continue }
      walk(chain, 0, [node], [], bound, used) { row, used in
        match(pattern, part + 1, row, used, &found)
      }
    }
  }

  /// Follows a chain link by link.
  private func walk(
    _ chain: TestPattern.Part, _ index: Int, _ nodes: [Int], _ edges: [Int], _ row: Row, _ used: Set<Int>,
    _ done: (Row, Set<Int>) -> Void
  ) {
    guard index < chain.links.count else {
      var row = row
      if let path = chain.path { row[path] = .path(nodes: nodes, edges: edges) }
      return done(row, used)
    }
    let link = chain.links[index]
    for trail in trails(link, from: nodes[nodes.count - 1], used) {
      let item: Item = link.length == nil ? .edge(trail.edges[0]) : .list(trail.edges)
      if let old = row[link.name], old != item { continue }
      var next = row
      next[link.name] = item
      let end = (nodes + trail.nodes)[nodes.count + trail.nodes.count - 1]
      guard let bound = bind(chain.nodes[index + 1], end, next) else { continue }
      walk(
        chain, index + 1, nodes + trail.nodes, edges + trail.edges, bound, used.union(trail.edges), done)
    }
  }

  /// All ways that a link may be matched from a node.
  private func trails(
    _ link: TestPattern.Link, from node: Int, _ used: Set<Int>
  ) -> [(nodes: [Int], edges: [Int])] {
    let bounds = link.length ?? 1...1
    var all: [(nodes: [Int], edges: [Int])] = []
    func go(_ node: Int, _ nodes: [Int], _ edges: [Int]) {
      if edges.count >= bounds.lowerBound { all.append((nodes, edges)) }
      if edges.count == bounds.upperBound { return }
      for (index, edge) in small.edges.enumerated() {
        guard !used.contains(index), !edges.contains(index), fits(edge, link) else { continue }
        if edge.from == node, link.direction >= 0 { go(edge.to, nodes + [edge.to], edges + [index]) }
        if edge.to == node, link.direction < 0 || link.direction == 0 && edge.from != edge.to {
          go(edge.from, nodes + [edge.from], edges + [index])
        }
      }
    }
    go(node, [], [])
    return all
  }

  private func fits(_ edge: SmallGraph.Edge, _ link: TestPattern.Link) -> Bool {
    (link.types.isEmpty || link.types.contains(edge.type)) && (link.p == nil || link.p == edge.p)
  }

  /// The row with a node in it, or nil where it does not fit.
  private func bind(_ pattern: TestPattern.Node, _ node: Int, _ row: Row) -> Row? {
    let candidate = small.nodes[node]
    if let old = row[pattern.name], old != .node(node) { return nil }
    guard pattern.labels.allSatisfy(candidate.labels.contains), pattern.p == nil || pattern.p == candidate.p
    else { return nil }
    var row = row
    row[pattern.name] = .node(node)
    return row
  }

  private func holds(_ predicate: TestPattern.Predicate, _ row: Row) -> Bool {
    func node(_ name: String) -> Int? {
      if case .node(let node)? = row[name] { node } else { nil }
    }
    func p(_ name: String) -> Int? { node(name).flatMap { small.nodes[$0].p } }
    switch predicate {
    case .equals(let a, let value): return p(a) == value
    case .equal(let a, let b): return p(a) != nil && p(a) == p(b)
    case .differ(let a, let b): return node(a) != nil && node(b) != nil && node(a) != node(b)
    case .label(let a, let label): return node(a).map { small.nodes[$0].labels.contains(label) } ?? false
    case .connected(let a, let b, let isNegated):
      let isThere = small.edges.contains { $0.type == "X" && $0.from == node(a) && $0.to == node(b) }
      return isThere != isNegated
    }
  }
}
