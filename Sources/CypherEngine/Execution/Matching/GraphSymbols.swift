import PropertyGraph

/// A label by name, found in the graph as soon as the graph knows it.
struct GraphLabel: Hashable, Sendable {
  /// The name.
  let name: String
  private let known: LabelID?

  /// Looks a name up; what the graph learns later, perhaps by the statement itself, is found later.
  init(_ name: String, _ graph: Graph) {
    self.name = name
    known = graph.label(name)
  }

  /// The label, or nil while no node has had it.
  func id(in graph: Graph) -> LabelID? { known ?? graph.label(name) }
}

/// A relationship type by name, found in the graph as soon as the graph knows it.
struct GraphType: Hashable, Sendable {
  /// The name.
  let name: String
  private let known: TypeID?

  /// Looks a name up; what the graph learns later, perhaps by the statement itself, is found later.
  init(_ name: String, _ graph: Graph) {
    self.name = name
    known = graph.type(name)
  }

  /// The type, or nil while no relationship has had it.
  func id(in graph: Graph) -> TypeID? { known ?? graph.type(name) }
}

extension Graph {
  /// The index over a property of the nodes of a label, if there is one.
  func index(_ label: GraphLabel, _ key: GraphKey) -> NodeIndex? {
    guard let label = label.id(in: self), let key = key.id(in: self) else { return nil }
    return index(label: label, key: key)
  }
}
