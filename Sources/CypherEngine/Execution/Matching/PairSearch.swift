import CypherSyntax
import PropertyGraph

/// A search for the shortest chains between two different nodes: breadth first from both, the cheaper side first.
struct PairSearch {
  /// Where two sides meet: an entry of each, and the relationship between them.
  private struct Meeting {
    let entry: Int
    let link: UInt32
    let other: Int
  }

  private var start: SearchSide
  private var goal: SearchSide

  init(_ graph: Graph) {
    start = SearchSide(limit: graph.nodeLimit)
    goal = SearchSide(limit: graph.nodeLimit)
  }

  /// The relationships of one shortest chain, or of each.
  mutating func chains(
    _ from: UInt32, _ to: UInt32, forward: ChainStep, backward: ChainStep, maximum: Int, findsAll: Bool,
    _ context: ExecutionContext
  ) throws(CypherError) -> [[UInt32]] {
    start.begin(at: from)
    goal.begin(at: to)
    var length = 0
    while length < maximum && !start.frontier.isEmpty && !goal.frontier.isEmpty {
      length += 1
      let isForward = start.work(forward) <= goal.work(backward)
      let meetings =
        isForward
        ? try Self.advance(&start, to: goal, forward, findsAll, context)
        : try Self.advance(&goal, to: start, backward, findsAll, context)
      if !meetings.isEmpty { return try chains(meetings, isForward: isForward, findsAll, context) }
    }
    return []
  }

  /// Takes one side a step further, until the other is met.
  private static func advance(
    _ side: inout SearchSide, to other: SearchSide, _ step: ChainStep, _ findsAll: Bool,
    _ context: ExecutionContext
  ) throws(CypherError) -> [Meeting] {
    var meetings: [Meeting] = []
    var nodes: [UInt32] = []
    var links: [UInt32] = []
    var work = 0
    let level = side.frontier
    side.beginLevel()
    for entry in level {
      nodes.removeAll(keepingCapacity: true)
      links.removeAll(keepingCapacity: true)
      try step.append(from: side.nodes[entry], &nodes, &links, context)
      work &+= nodes.count &+ 1
      if work > 4096 {
        try context.check()
        work = 0
      }
      for index in nodes.indices {
        if other.contains(nodes[index]) {
          guard let place = other.place(of: nodes[index]) else { continue }
          meetings.append(Meeting(entry: entry, link: links[index], other: place))
          if !findsAll { return meetings }
        } else if meetings.isEmpty {
          side.add(nodes[index], from: entry, by: links[index], keepsAll: findsAll)
        }
      }
    }
    return meetings
  }

  private func chains(
    _ meetings: [Meeting], isForward: Bool, _ findsAll: Bool, _ context: ExecutionContext
  ) throws(CypherError) -> [[UInt32]] {
    var chains: [[UInt32]] = []
    for meeting in meetings {
      let (left, right) = isForward ? (meeting.entry, meeting.other) : (meeting.other, meeting.entry)
      var heads = WaysBack(left)
      while let head = heads.next(start) {
        var tails = WaysBack(right)
        while let tail = tails.next(goal) {
          chains.append(head.reversed() + [meeting.link] + tail)
          if !findsAll { return chains }
          if chains.count & 0xFF == 0 {
            try context.check()
            try context.limits.hold(rows: 256, bytes: 256 * (head.count + tail.count + 9) * 4)
          }
        }
      }
    }
    context.limits.release(
      rows: chains.count / 256 * 256, bytes: chains.count / 256 * 256 * ((chains.first?.count ?? 0) + 8) * 4)
    return chains
  }
}

/// What was reached from one of the two nodes.
struct SearchSide {
  /// The nodes in the order in which they were reached.
  private(set) var nodes: [UInt32] = []
  /// By which entry and relationship each was reached first.
  private var parents: [(entry: Int, link: UInt32)] = []
  /// The other ways in which entries were reached with as many relationships.
  private var more: [Int: [(entry: Int, link: UInt32)]] = [:]
  /// The entries that were reached last.
  private(set) var frontier = 0..<0
  private var places: [UInt32: Int] = [:]
  private var visited: Bitmap

  init(limit: UInt32) { visited = Bitmap(limit: limit) }

  /// Forgets everything and begins at a node.
  mutating func begin(at node: UInt32) {
    for node in nodes { visited.remove(node) }
    nodes = [node]
    parents = [(-1, 0)]
    more = [:]
    places = [:]
    _ = visited.insert(node)
    frontier = 0..<1
  }

  /// How many relationships the next step looks at.
  func work(_ step: ChainStep) -> Int {
    frontier.reduce(0) { sum, entry in
      step.lanes.reduce(sum) { $0 &+ $1.view.degree(nodes[entry]) }
    }
  }

  /// Whether a node was reached.
  func contains(_ node: UInt32) -> Bool { visited.contains(node) }

  /// The entry of a node that was reached last.
  func place(of node: UInt32) -> Int? { places[node] ?? nodes[frontier].firstIndex(of: node) }

  /// Begins the entries that are a step further.
  mutating func beginLevel() {
    frontier = nodes.count..<nodes.count
    places = [:]
  }

  /// Adds a node that is reached from an entry, if it is new or this is another shortest way to it.
  mutating func add(_ node: UInt32, from entry: Int, by link: UInt32, keepsAll: Bool) {
    if visited.insert(node) {
      if keepsAll { places[node] = nodes.count }
      nodes.append(node)
      parents.append((entry, link))
      frontier = frontier.lowerBound..<nodes.count
    } else if keepsAll, let place = places[node] {
      more[place, default: []].append((entry, link))
    }
  }

  /// One of the ways in which an entry was reached; nil where there are fewer.
  fileprivate func way(_ index: Int, to entry: Int) -> (entry: Int, link: UInt32)? {
    if index == 0 { return parents[entry].entry < 0 ? nil : parents[entry] }
    guard let others = more[entry], index - 1 < others.count else { return nil }
    return others[index - 1]
  }
}

/// All ways from an entry back to where its side began.
private struct WaysBack {
  /// The entries on the way, and which of its ways was taken from each.
  private var entries: [Int]
  private var choices: [Int] = []
  private var links: [UInt32] = []
  private var isOver = false

  init(_ entry: Int) { entries = [entry] }

  /// The relationships of the next way, those near the entry first.
  mutating func next(_ side: SearchSide) -> [UInt32]? {
    if isOver { return nil }
    var choice = 0
    // All but the first way begin by going back to where another choice is left.
    if !choices.isEmpty || entries.isEmpty {
      guard let next = back(side) else { return nil }
      choice = next
    }
    while let way = side.way(choice, to: entries[entries.count - 1]) {
      entries.append(way.entry)
      choices.append(choice)
      links.append(way.link)
      choice = 0
    }
    isOver = choices.isEmpty
    return links
  }

  /// Goes back to the last entry with a way that was not taken, and names that way.
  private mutating func back(_ side: SearchSide) -> Int? {
    while let choice = choices.popLast() {
      entries.removeLast()
      links.removeLast()
      if side.way(choice + 1, to: entries[entries.count - 1]) != nil { return choice + 1 }
    }
    isOver = true
    return nil
  }
}
