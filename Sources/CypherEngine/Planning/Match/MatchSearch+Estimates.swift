extension MatchSearch {
  /// How many rows there are after a step, and how much work it is.
  func estimate(_ step: MatchStep) -> (rows: Double, cost: Double) {
    let before = order.rows
    switch step {
    case .find(_, let choice):
      let rows = before * choice.rows
      return (rows, choice.isSeek ? 3 * before + rows : rows)
    case .scan(let edge):
      let edge = pattern.edges[edge]
      let all = before * statistics.relationships(edge.traversal)
      let share = share(of: edge.to, by: edge.traversal) * share(of: edge.from, by: edge.traversal.reversed)
      return (all * share, all * (1.5 + reading(edge.from) + reading(edge.to)))
    case .ends: return (before, before)
    case .expand(let edge, let from):
      let rows = before * fanout(edge, from)
      let to = pattern.edges[edge].other(from)
      let entering = from == scanned ? before : before * reach(from)
      if isCounted(edge, to: to) { return (min(before, rows), entering) }
      let readsEdge = propertyReads.contains(pattern.edges[edge].slot)
      let link = readsEdge ? reach(ofAbout: statistics.relationships(pattern.edges[edge].traversal)) : 0
      return (rows, entering + rows * (1 + reading(to) + link))
    case .close(let edge):
      let from = pattern.edges[edge].from
      let rows = before * fanout(edge, from) / nodes(pattern.edges[edge].to)
      return (rows, before * 4 + rows)
    case .intersect(let node, let edges):
      let fanouts = edges.map { fanout($0, pattern.edges[$0].other(node)) }
      let rows = fanouts.reduce(before * nodes(node)) { $0 * $1 / nodes(node) }
      return (rows, before * (4 + (fanouts.min() ?? 0)) + rows)
    case .chain(let edge, let from):
      let walks = before * walks(edge, from)
      let other = pattern.edges[edge].other(from)
      let traversal = pattern.edges[edge].traversal(from: from)
      let rows = walks * (hasNode[other] ? 1 / nodes(other) : share(of: other, by: traversal))
      return (rows, before + walks * 2)
    case .list: return (before, before)
    case .shortest: return (before, before * 500)
    case .check, .path, .join, .distinct: return (before, before * 0.3)
    case .filter(let conjuncts):
      let share = conjuncts.reduce(1.0) {
        $0 * statistics.selectivity(of: pattern.conjuncts[$1].expression, in: pattern)
      }
      return (before * share, before * 0.5 * Double(conjuncts.count))
    }
  }

  /// What it costs to read properties of a node that is not scanned, where somebody does.
  private func reading(_ node: Int) -> Double {
    propertyReads.contains(pattern.nodes[node].slot) ? reach(node) : 0
  }

  /// What it costs to get at a node out of order.
  private func reach(_ node: Int) -> Double { reach(ofAbout: nodes(node)) }

  /// What it costs to get at one of so many things out of order: much where they do not fit into the caches.
  private func reach(ofAbout count: Double) -> Double { count > 50_000 ? 4 : 1 }

  /// How many relationships lead from a node to nodes with the labels of the other end.
  private func fanout(_ edge: Int, _ from: Int) -> Double {
    let other = pattern.edges[edge].other(from)
    return statistics.fanout(
      pattern.edges[edge].traversal(from: from), from: pattern.nodes[from].labels,
      to: pattern.nodes[other].labels)
  }

  /// How many chains begin at a node.
  private func walks(_ edge: Int, _ from: Int) -> Double {
    guard let length = pattern.edges[edge].length else { return 1 }
    let fanout = statistics.fanout(
      pattern.edges[edge].traversal(from: from), from: pattern.nodes[from].labels, to: [])
    let tested = fanout * (pattern.edges[edge].tests.isEmpty ? 1 : 0.2)
    var level = 1.0
    var sum = length.minimum == 0 ? 1.0 : 0
    let last = min(length.maximum ?? 12, 12)
    guard last > 0 else { return sum }
    for depth in 1...last {
      level = min(level * tested, 1e12)
      if depth >= length.minimum { sum += level }
    }
    return sum
  }

  /// The part of the relationships followed that end at a node with the labels of a pattern's node.
  private func share(of node: Int, by traversal: Traversal) -> Double {
    let all = max(statistics.relationships(traversal), 1)
    let labels = pattern.nodes[node].labels
    let entering = statistics.fanout(traversal.reversed, from: labels, to: []) * statistics.nodes(labels)
    return min(entering / all, 1)
  }

  private func nodes(_ node: Int) -> Double { max(statistics.nodes(pattern.nodes[node].labels), 1) }
}
