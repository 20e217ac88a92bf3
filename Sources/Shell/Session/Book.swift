import CypherEngine
import KeyAccounts
import PropertyGraph

/// A graph with its engine, and the file that it came from and is saved to.
final class Book {
  /// The graph.
  let graph: Graph
  /// What runs queries on it.
  let engine: Engine
  /// The file; nil while the graph has none.
  var path: String?
  /// The last change that the file holds.
  var savedSequence: Int

  /// Makes a book of a graph as it is in its file, or of a new one.
  init(graph: Graph = Graph(), path: String? = nil) {
    self.graph = graph
    self.path = path
    engine = Engine(graph: graph)
    engine.modelNames = KeyAccountModel.names
    for view in View.all { engine.procedures.register(view.procedure) }
    savedSequence = graph.sequence
  }

  /// Whether there are changes that the file doesn't hold.
  var isChanged: Bool { graph.sequence != savedSequence }
}
