import CypherSyntax
import PropertyGraph

/// A walk through all chains from one node, depth first, with a stack of its own.
struct ChainWalk {
  /// The alternatives for one relationship of the chain: those from `next` on have not been tried.
  private struct Level {
    let start: Int
    var next: Int
    let end: Int
  }

  /// From this length on it is a bitmap that tells whether a relationship is used.
  private static let longTrail = 24

  /// As many as the relationships of the chain at hand, or one more while its continuations are tried.
  private var levels: [Level] = []
  private var nodes: [UInt32] = []
  private var links: [UInt32] = []
  /// The relationships that the row uses, and then those of the chain.
  private var trail: [UInt32] = []
  private var taken = 0
  private var maximum = 0
  private var marks: Bitmap?

  /// Whether there are no more chains.
  private(set) var isOver = true
  /// The last node of the chain at hand.
  private(set) var end: UInt32 = 0

  /// The number of relationships of the chain at hand.
  var length: Int { trail.count - taken }
  /// The relationships of the chain at hand.
  var relationships: ArraySlice<UInt32> { trail[taken...] }

  /// Begins with the empty chain at a node.
  mutating func start(_ node: UInt32, maximum: Int, avoiding relationships: [UInt32]) {
    levels.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    trail = relationships
    taken = relationships.count
    marks = nil
    self.maximum = maximum
    end = node
    isOver = maximum < 1
  }

  /// Goes on to the next chain; false where it only went back a step.
  mutating func advance(_ step: ChainStep, _ context: ExecutionContext) throws(CypherError) -> Bool {
    if levels.count == length {
      if length < maximum { try enter(step, context) } else { leave() }
    }
    let top = levels.count - 1
    while levels[top].next < levels[top].end {
      let at = levels[top].next
      levels[top].next += 1
      if isUsed(links[at]) { continue }
      push(links[at], context)
      end = nodes[at]
      return true
    }
    nodes.removeSubrange(levels[top].start...)
    links.removeSubrange(levels[top].start...)
    levels.removeLast()
    if levels.isEmpty { isOver = true } else { leave() }
    return false
  }

  /// Passes over all continuations of the chain at hand.
  mutating func turnBack() {
    levels.append(Level(start: nodes.count, next: nodes.count, end: nodes.count))
  }

  /// Finds the continuations of the chain at hand.
  private mutating func enter(_ step: ChainStep, _ context: ExecutionContext) throws(CypherError) {
    let start = nodes.count
    try step.append(from: end, &nodes, &links, context)
    levels.append(Level(start: start, next: start, end: nodes.count))
  }

  private mutating func push(_ link: UInt32, _ context: ExecutionContext) {
    trail.append(link)
    if marks != nil {
      _ = marks?.insert(link)
    } else if trail.count > Self.longTrail {
      var bitmap = Bitmap(limit: context.graph.relationshipLimit)
      for link in trail { _ = bitmap.insert(link) }
      marks = bitmap
    }
  }

  private mutating func leave() {
    let link = trail.removeLast()
    marks?.remove(link)
  }

  private func isUsed(_ link: UInt32) -> Bool { marks?.contains(link) ?? trail.contains(link) }
}
