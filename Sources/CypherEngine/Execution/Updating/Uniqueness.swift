import CypherSyntax
import PropertyGraph

/// Sees to it that unique properties are unique when a statement has ended; values may cross on the way.
struct Uniqueness {
  private let indexes: [IndexInfo]
  /// Nodes that may break it, and where they were written.
  private var suspects: [(node: NodeID, span: Span)] = []

  /// Begins to watch a run.
  init(_ graph: Graph) { indexes = graph.indexes.filter(\.isUnique) }

  /// Notes a node that was made, or whose labels or properties have changed.
  mutating func suspect(_ node: NodeID, _ span: Span) {
    if !indexes.isEmpty { suspects.append((node, span)) }
  }

  /// Checks all that was noted.
  ///
  /// - Throws: ConstraintValidationFailed where two nodes have the same value under a unique index.
  func verify(_ graph: Graph) throws(CypherError) {
    for (node, span) in suspects where graph.contains(node) {
      for info in indexes where graph.has(info.label, node) {
        let value = graph.value(info.key, of: node)
        guard !value.isNull, let index = graph.index(label: info.label, key: info.key),
          index.nodes(equalTo: value).count > 1
        else { continue }
        throw CypherError(
          .constraintValidationFailed, .runtime, "UniquenessViolation",
          "there is already a \(graph.name(of: info.label)) with this \(graph.name(of: info.key))",
          at: span, hint: "the constraint \(info.name) says so; MERGE finds the one that is there")
      }
    }
  }
}
