import CypherSyntax
import PropertyGraph

/// The neighbours along one type that have more neighbours than the node itself, for every node.
///
/// Nodes go by rank: those with the fewest neighbours first, so that the many lists that meet at hubs meet in a small
/// piece of memory. Nodes with a single relationship are in no triangle and have no rank.
struct OrientedNeighbours: @unchecked Sendable {
  /// The lists, for loops.
  struct Lists {
    fileprivate let starts: UnsafeBufferPointer<UInt32>
    /// The ranks of the neighbours ahead, list by list.
    let ahead: UnsafeBufferPointer<UInt32>
    /// For each neighbour ahead the number of relationships to it, and from it: 4 bits each, 15 for 15 and more.
    let codes: UnsafeBufferPointer<UInt8>

    /// Where the list of a rank is.
    @inline(__always)
    func range(_ rank: Int) -> Range<Int> { Int(starts[rank])..<Int(starts[rank + 1]) }
  }

  private let outgoing: AdjacencyView
  private let incoming: AdjacencyView
  /// The nodes by rank.
  private let nodes: [UInt32]
  private var starts: [UInt32] = []
  private var ahead: [UInt32] = []
  private var codes: [UInt8] = []

  /// Gives the neighbours along a type their direction.
  init(_ type: TypeID, _ context: ExecutionContext) throws(CypherError) {
    outgoing = context.graph.adjacency(type, .outgoing)
    incoming = context.graph.adjacency(type, .incoming)
    let ranking = Ranking(outgoing, incoming)
    nodes = ranking.nodes
    let pieces = Pieces(count: nodes.count)
    let (outgoing, incoming, nodes) = (outgoing, incoming, nodes)
    _ = try WorkSplit.sum(nodes.count, grain: Pieces.grain, context) { _, ranks in
      var piece = Piece()
      for rank in ranks {
        piece.append(
          outgoing.neighbours(of: nodes[rank]), incoming.neighbours(of: nodes[rank]), rank, ranking)
      }
      pieces.set(ranks.lowerBound, piece)
      return 0
    }
    starts.reserveCapacity(nodes.count + 1)
    for piece in pieces.all {
      starts += piece.starts.map { $0 + UInt32(ahead.count) }
      ahead += piece.ahead
      codes += piece.codes
    }
    starts.append(UInt32(ahead.count))
  }

  /// The number of ranks.
  var count: Int { nodes.count }

  /// Calls with the lists, which hold during the call.
  func withLists(_ body: (Lists) -> Int64) -> Int64 {
    starts.withUnsafeBufferPointer { starts in
      ahead.withUnsafeBufferPointer { ahead in
        codes.withUnsafeBufferPointer { body(Lists(starts: starts, ahead: ahead, codes: $0)) }
      }
    }
  }

  /// The triangle of three ranks with the codes between them: first and second, first and third, second and third.
  func triangle(_ ranks: (Int, Int, Int), _ codes: (UInt8, UInt8, UInt8)) -> Triangle {
    let corners = (nodes[ranks.0], nodes[ranks.1], nodes[ranks.2])
    return Triangle(
      nodes: corners, between: pair(corners.0, corners.1, codes.0), pair(corners.0, corners.2, codes.1),
      pair(corners.1, corners.2, codes.2))
  }

  /// The numbers of relationships between two nodes.
  private func pair(_ a: UInt32, _ b: UInt32, _ code: UInt8) -> (there: Int64, back: Int64) {
    let (there, back) = (code & 15, code >> 4)
    return (
      there < 15 ? Int64(there) : Int64(outgoing.neighbours(of: a).range(of: b).count),
      back < 15 ? Int64(back) : Int64(incoming.neighbours(of: a).range(of: b).count)
    )
  }
}

/// The order of nodes by their number of relationships.
private struct Ranking: Sendable {
  static let none = UInt32.max
  /// The nodes by rank.
  private(set) var nodes: [UInt32] = []
  /// The ranks by node.
  private(set) var ranks: [UInt32]

  /// Nodes with more relationships than this are not told apart.
  private static let highest = 1 << 16

  init(_ outgoing: AdjacencyView, _ incoming: AdjacencyView) {
    let limit = max(outgoing.nodeLimit, incoming.nodeLimit)
    func degree(_ node: UInt32) -> Int { min(outgoing.degree(node) + incoming.degree(node), Self.highest) }
    var places = [UInt32](repeating: 0, count: Self.highest + 2)
    for node in 0..<limit { places[degree(node) + 1] += 1 }
    // Nodes with less than two are passed over.
    (places[0], places[1], places[2]) = (0, 0, 0)
    for index in 3..<places.count { places[index] += places[index - 1] }
    nodes = Array(repeating: 0, count: Int(places[places.count - 1]))
    ranks = Array(repeating: Self.none, count: Int(limit))
    for node in 0..<limit {
      let degree = degree(node)
      if degree < 2 { continue }
      let rank = places[degree]
      places[degree] += 1
      nodes[Int(rank)] = node
      ranks[Int(node)] = rank
    }
  }
}

/// The lists of some ranks.
private struct Piece {
  var starts: [UInt32] = []
  var ahead: [UInt32] = []
  var codes: [UInt8] = []

  /// Adds the list of a rank, from its node's neighbours in both directions.
  mutating func append(
    _ out: UnsafeBufferPointer<UInt32>, _ back: UnsafeBufferPointer<UInt32>, _ rank: Int, _ ranking: Ranking
  ) {
    starts.append(UInt32(ahead.count))
    var (i, j) = (0, 0)
    while i < out.count || j < back.count {
      let next = min(i < out.count ? out[i] : .max, j < back.count ? back[j] : .max)
      let (outStart, backStart) = (i, j)
      while i < out.count && out[i] == next { i += 1 }
      while j < back.count && back[j] == next { j += 1 }
      let other = ranking.ranks[Int(next)]
      if other != Ranking.none, other > rank {
        ahead.append(other)
        codes.append(UInt8(min(i - outStart, 15)) | UInt8(min(j - backStart, 15)) << 4)
      }
    }
  }
}

/// The pieces that threads make, in order; each is set once.
private final class Pieces: @unchecked Sendable {
  static let grain = 4096
  private let pieces: UnsafeMutableBufferPointer<Piece>

  init(count: Int) {
    pieces = .allocate(capacity: (count + Self.grain - 1) / Self.grain)
    pieces.initialize(repeating: Piece())
  }

  deinit {
    pieces.deinitialize()
    pieces.deallocate()
  }

  func set(_ first: Int, _ piece: Piece) { pieces[first / Self.grain] = piece }

  var all: UnsafeMutableBufferPointer<Piece> { pieces }
}
