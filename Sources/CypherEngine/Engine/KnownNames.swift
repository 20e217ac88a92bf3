import PropertyGraph

/// The names of a graph and those of a model that it is to follow: neither is a reason for a warning.
struct KnownNames: SchemaNames {
  let graph: Graph
  /// The labels, types and property keys of the model.
  let model: Set<String>

  func knowsLabel(_ name: String) -> Bool { graph.knowsLabel(name) || model.contains(name) }
  func knowsType(_ name: String) -> Bool { graph.knowsType(name) || model.contains(name) }
  func knowsKey(_ name: String) -> Bool { graph.knowsKey(name) || model.contains(name) }
  var labelNames: [String] { graph.labelNames }
  var typeNames: [String] { graph.typeNames }
  var keyNames: [String] { graph.keyNames }
}
