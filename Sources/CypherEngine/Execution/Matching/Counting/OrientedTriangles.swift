import CypherSyntax
import PropertyGraph

/// Counts triangles of one type by giving each pair of neighbours a direction of its own, from fewer neighbours to more.
///
/// The type has no loops. Each three nodes are met once that way, and no node has many neighbours ahead of it. How often the relationships
/// between them match the sides of the pattern is then looked at for each assignment of the three to its corners.
///
/// Source: Latapy, "Main-memory triangle computations for very large (sparse (power-law)) graphs", 2008.
struct OrientedTriangles: @unchecked Sendable {
  private let context: ExecutionContext
  private let outgoing: AdjacencyView
  private let incoming: AdjacencyView
  private let limit: Int
  /// Where each node's neighbours ahead begin.
  private var starts: [UInt32] = []
  private var ahead: [UInt32] = []
  /// For each neighbour ahead the number of relationships to it, and from it: 4 bits each, 15 for 15 and more.
  private var codes: [UInt8] = []

  init(_ type: TypeID, _ context: ExecutionContext) {
    self.context = context
    outgoing = context.graph.adjacency(type, .outgoing)
    incoming = context.graph.adjacency(type, .incoming)
    limit = Int(context.graph.nodeLimit)
    orient(context.graph.count(type: type))
  }

  /// The number of maps whose corners count as their weights say.
  func count(_ sides: [CountGraph.Edge], _ weights: [NodeWeights]) throws(CypherError) -> Int64 {
    let corners = Corners(sides, weights)
    let marks = (0..<WorkSplit.threadCount).map { _ in MarkBytes(limit) }
    return try WorkSplit.sum(limit, grain: 1024, context) { thread, range in
      var sum: Int64 = 0
      for node in range { sum = sum.addingSaturated(count(at: node, corners, marks[thread])) }
      return sum
    }
  }

  private func count(at node: Int, _ corners: Corners, _ marks: MarkBytes) -> Int64 {
    let (start, end) = (Int(starts[node]), Int(starts[node + 1]))
    if end - start < 2 { return 0 }
    return ahead.withUnsafeBufferPointer { ahead in
      codes.withUnsafeBufferPointer { codes in
        for index in start..<end { marks.bytes[Int(ahead[index])] = codes[index] }
        var sum: Int64 = 0
        for index in start..<end {
          let middle = Int(ahead[index])
          for other in Int(starts[middle])..<Int(starts[middle + 1]) {
            let mark = marks.bytes[Int(ahead[other])]
            if mark == 0 { continue }
            let nodes = (UInt32(node), ahead[index], ahead[other])
            let triangle = Triangle(
              nodes: nodes, between: pair(nodes.0, nodes.1, codes[index]), pair(nodes.0, nodes.2, mark),
              pair(nodes.1, nodes.2, codes[other]))
            sum = sum.addingSaturated(corners.count(triangle))
          }
        }
        for index in start..<end { marks.bytes[Int(ahead[index])] = 0 }
        return sum
      }
    }
  }

  /// The numbers of relationships between two nodes.
  private func pair(_ a: UInt32, _ b: UInt32, _ code: UInt8) -> (there: Int64, back: Int64) {
    let (there, back) = (code & 15, code >> 4)
    return (
      there < 15 ? Int64(there) : Int64(outgoing.neighbours(of: a).range(of: b).count),
      back < 15 ? Int64(back) : Int64(incoming.neighbours(of: a).range(of: b).count)
    )
  }

  private mutating func orient(_ relationshipCount: Int) {
    let degrees = (0..<UInt32(limit)).map { UInt32(outgoing.degree($0) + incoming.degree($0)) }
    starts.reserveCapacity(limit + 1)
    ahead.reserveCapacity(relationshipCount)
    codes.reserveCapacity(relationshipCount)
    degrees.withUnsafeBufferPointer { degrees in
      for node in 0..<UInt32(limit) {
        starts.append(UInt32(ahead.count))
        if degrees[Int(node)] > 1 { appendAhead(of: node, degrees) }
      }
    }
    starts.append(UInt32(ahead.count))
  }

  private mutating func appendAhead(of node: UInt32, _ degrees: UnsafeBufferPointer<UInt32>) {
    let out = outgoing.neighbours(of: node)
    let back = incoming.neighbours(of: node)
    let own = (degrees[Int(node)], node)
    var (i, j) = (0, 0)
    while i < out.count || j < back.count {
      let next = min(i < out.count ? out[i] : .max, j < back.count ? back[j] : .max)
      let (outStart, backStart) = (i, j)
      while i < out.count && out[i] == next { i += 1 }
      while j < back.count && back[j] == next { j += 1 }
      if own < (degrees[Int(next)], next) {
        ahead.append(next)
        codes.append(UInt8(min(i - outStart, 15)) | UInt8(min(j - backStart, 15)) << 4)
      }
    }
  }
}

/// Three nodes that are connected, and the numbers of relationships between each two of them.
private struct Triangle {
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

/// A byte for each node, all 0; one thread's own.
private final class MarkBytes: @unchecked Sendable {
  let bytes: UnsafeMutablePointer<UInt8>

  init(_ limit: Int) {
    bytes = .allocate(capacity: max(limit, 1))
    bytes.initialize(repeating: 0, count: limit)
  }

  deinit { bytes.deallocate() }
}
