import CypherSyntax
import PropertyGraph

/// Counts triangles of one type by giving each pair of neighbours a direction of its own, from fewer neighbours to more.
///
/// The type has no loops. Each three nodes are met once that way, and no node has many neighbours ahead of it. How
/// often the relationships between them match the sides of the pattern is then looked at for each assignment of the
/// three to its corners.
///
/// Source: Latapy, "Main-memory triangle computations for very large (sparse (power-law)) graphs", 2008.
struct OrientedTriangles: @unchecked Sendable {
  private let context: ExecutionContext
  private let neighbours: OrientedNeighbours

  init(_ type: TypeID, _ context: ExecutionContext) throws(CypherError) {
    self.context = context
    neighbours = try OrientedNeighbours(type, context)
  }

  /// The number of maps whose corners count as their weights say.
  func count(_ sides: [CountGraph.Edge], _ weights: [NodeWeights]) throws(CypherError) -> Int64 {
    let corners = Corners(sides, weights)
    let marks = (0..<Threads.count).map { _ in RankMarks(neighbours.count) }
    return try WorkSplit.sum(neighbours.count, grain: 1024, context) { thread, range in
      let marks = marks[thread]
      return neighbours.withLists { lists in
        var sum: Int64 = 0
        for rank in range { sum = sum.addingSaturated(count(at: rank, lists, corners, marks)) }
        return sum
      }
    }
  }

  private func count(
    at rank: Int, _ lists: OrientedNeighbours.Lists, _ corners: Corners, _ marks: RankMarks
  ) -> Int64 {
    let own = lists.range(rank)
    if own.count < 2 { return 0 }
    for index in own { marks.insert(lists.ahead[index], lists.codes[index]) }
    let (bits, codes) = (marks.bits, marks.codes)
    var sum: Int64 = 0
    for index in own {
      let middle = lists.ahead[index]
      for other in lists.range(Int(middle)) {
        let last = lists.ahead[other]
        if bits[Int(last >> 6)] & (1 << UInt64(last & 63)) == 0 { continue }
        sum = sum.addingSaturated(
          corners.count(
            neighbours.triangle(
              (rank, Int(middle), Int(last)), (lists.codes[index], codes[Int(last)], lists.codes[other]))))
      }
    }
    for index in own { marks.remove(lists.ahead[index]) }
    return sum
  }
}

/// Three nodes that are connected, and the numbers of relationships between each two of them.
struct Triangle {
  typealias Pair = (there: Int64, back: Int64)
  let nodes: (UInt32, UInt32, UInt32)
  private let first: Pair
  private let second: Pair
  private let third: Pair

  init(
    nodes: (UInt32, UInt32, UInt32), between first: Pair, _ second: Pair, _ third: Pair
  ) {
    self.nodes = nodes
    (self.first, self.second, self.third) = (first, second, third)
  }

  /// The number of relationships from one of the nodes to another, by position.
  func count(_ from: Int, _ to: Int) -> Int64 {
    let pair = from + to == 1 ? first : from + to == 2 ? second : third
    return from < to ? pair.there : pair.back
  }

  func node(_ position: Int) -> UInt32 { position == 0 ? nodes.0 : position == 1 ? nodes.1 : nodes.2 }
}

/// What the corners of a pattern ask for.
private struct Corners: @unchecked Sendable {
  /// Where each side starts and ends, as corners.
  private let sides: [(start: Int, end: Int)]
  private let weights: [NodeWeights]
  private let areOne: Bool
  private static let assignments = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

  init(_ sides: [CountGraph.Edge], _ weights: [NodeWeights]) {
    self.sides = sides.map { $0.traversal.direction == .incoming ? ($0.to, $0.from) : ($0.from, $0.to) }
    self.weights = weights
    areOne = weights.allSatisfy { if case .one = $0 { true } else { false } }
  }

  /// How often the pattern maps to three nodes.
  func count(_ triangle: Triangle) -> Int64 {
    var sum: Int64 = 0
    for assignment in Self.assignments {
      var product: Int64 = 1
      for side in sides where product != 0 {
        product = product.multipliedSaturated(triangle.count(assignment[side.start], assignment[side.end]))
      }
      if product == 0 { continue }
      if !areOne {
        for corner in 0..<3 {
          product = product.multipliedSaturated(weights[corner][triangle.node(assignment[corner])])
        }
      }
      sum = sum.addingSaturated(product)
    }
    return sum
  }
}

/// Which ranks are neighbours of the node at hand; one thread's own.
///
/// The bits are all that most questions need, and lie close together; the codes are looked at where a bit is set.
///
/// Lifetime: the memory is freed with the object.
private final class RankMarks: @unchecked Sendable {
  let bits: UnsafeMutablePointer<UInt64>
  let codes: UnsafeMutablePointer<UInt8>

  init(_ count: Int) {
    bits = .allocate(capacity: count / 64 + 1)
    bits.initialize(repeating: 0, count: count / 64 + 1)
    codes = .allocate(capacity: max(count, 1))
    codes.initialize(repeating: 0, count: max(count, 1))
  }

  deinit {
    bits.deallocate()
    codes.deallocate()
  }

  @inline(__always)
  func insert(_ rank: UInt32, _ code: UInt8) {
    bits[Int(rank >> 6)] |= 1 << UInt64(rank & 63)
    codes[Int(rank)] = code
  }

  @inline(__always)
  func remove(_ rank: UInt32) { bits[Int(rank >> 6)] = 0 }
}
