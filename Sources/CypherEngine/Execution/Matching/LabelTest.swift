import PropertyGraph

/// Labels that a node must have.
struct LabelTest: Sendable {
  /// The labels, all of which are asked for.
  let labels: [GraphLabel]

  /// The test as it stands now, without the labels that every node reached by a traversal has.
  func resolved(_ graph: Graph, reachedBy traversal: Traversal? = nil) -> ResolvedLabels {
    var ids: [LabelID] = []
    for label in labels {
      guard let id = label.id(in: graph) else { return .impossible }
      if let traversal, isImplied(id, by: traversal, graph) { continue }
      ids.append(id)
    }
    return ids.isEmpty ? .none : .all(ids)
  }

  /// Whether the counts show that all relationships followed end at nodes with a label.
  private func isImplied(_ label: LabelID, by traversal: Traversal, _ graph: Graph) -> Bool {
    let entering = traversal.reversed.direction
    return traversal.ids(in: graph).allSatisfy { type in
      let ends = graph.count(type: type) * (entering == .both ? 2 : 1)
      return graph.count(label: label, type: type, entering) == ends
    }
  }

  /// The labels as in a query.
  var text: String { labels.map { ":" + $0.name }.joined() }
}

/// What has to be looked at of each node.
enum ResolvedLabels {
  /// Nothing.
  case none
  /// All these labels.
  case all([LabelID])
  /// No node can pass: a label is not known.
  case impossible

  /// The same without a label that all nodes at hand have.
  func without(_ label: LabelID?) -> ResolvedLabels {
    guard case .all(let labels) = self else { return self }
    let rest = labels.filter { $0 != label }
    return rest.isEmpty ? .none : .all(rest)
  }

  /// Whether a node passes.
  func admits(_ node: UInt32, _ graph: Graph) -> Bool {
    switch self {
    case .none: true
    case .all(let labels): labels.allSatisfy { graph.has($0, NodeID(node)) }
    case .impossible: false
    }
  }
}
