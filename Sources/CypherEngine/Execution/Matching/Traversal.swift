import PropertyGraph

/// Which relationships are followed from a node.
struct Traversal: Sendable {
  /// The types, any of which will do; empty for all.
  let types: [GraphType]
  /// The direction, seen from the node.
  let direction: Direction

  /// The same relationships, seen from their other ends.
  var reversed: Traversal {
    switch direction {
    case .outgoing: Traversal(types: types, direction: .incoming)
    case .incoming: Traversal(types: types, direction: .outgoing)
    case .both: self
    }
  }

  /// Whether there may be relationships that both follow, from whatever nodes.
  func sharesTypes(with other: Traversal) -> Bool {
    types.isEmpty || other.types.isEmpty || types.contains { other.types.contains($0) }
  }

  /// Whether the neighbours of a node are a single sorted run.
  var hasOneRun: Bool { types.count == 1 && direction != .both }

  /// The types that the graph knows.
  func ids(in graph: Graph) -> [TypeID] {
    types.isEmpty ? graph.types : types.compactMap { $0.id(in: graph) }
  }

  /// The relationship as in a query, seen from one of its ends.
  func text(_ name: String = "", length: BoundLength? = nil) -> String {
    var inside = name
    if !types.isEmpty { inside += ":" + types.map(\.name).joined(separator: "|") }
    if let length { inside += length.text }
    let middle = inside.isEmpty ? "-" : "-[\(inside)]-"
    return (direction == .incoming ? "<" : "") + (inside.isEmpty ? "--" : middle)
      + (direction == .outgoing ? ">" : "")
  }
}

extension BoundLength {
  /// The bounds as in a query.
  var text: String {
    if minimum == maximum { return "*\(minimum)" }
    return "*\(minimum).." + (maximum.map { "\($0)" } ?? "")
  }
}

/// One type in one direction, as a traversal reads it.
struct Lane {
  /// From the node at hand.
  let view: AdjacencyView
  /// The same relationships from their other ends.
  let reverse: AdjacencyView
  /// Whether loops are passed over, since another lane gives them.
  let skipsLoops: Bool
}

extension Traversal {
  /// What is to be read from each node, one lane after the other.
  ///
  /// Lifetime: until the next change of the graph.
  func lanes(_ graph: Graph) -> [Lane] {
    var lanes: [Lane] = []
    for type in ids(in: graph) {
      let outgoing = graph.adjacency(type, .outgoing)
      let incoming = graph.adjacency(type, .incoming)
      if direction != .incoming {
        lanes.append(Lane(view: outgoing, reverse: incoming, skipsLoops: false))
      }
      if direction != .outgoing {
        lanes.append(Lane(view: incoming, reverse: outgoing, skipsLoops: direction == .both))
      }
    }
    return lanes
  }
}
