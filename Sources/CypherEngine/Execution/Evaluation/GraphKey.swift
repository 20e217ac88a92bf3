import PropertyGraph

/// A property key by name, found in the graph as soon as the graph knows it.
struct GraphKey: Sendable {
  /// The name.
  let name: String
  private let known: KeyID?

  /// Looks a name up; what the graph learns later, perhaps by the statement itself, is found later.
  init(_ name: String, _ graph: Graph) {
    self.name = name
    known = graph.key(name)
  }

  /// The key, or nil while nothing in the graph has it.
  func id(in graph: Graph) -> KeyID? { known ?? graph.key(name) }
}
