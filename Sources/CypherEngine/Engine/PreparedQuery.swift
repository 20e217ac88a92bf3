import CypherSyntax
import PropertyGraph

/// A statement that is parsed, bound and planned, to be run many times by the engine that prepared it.
public final class PreparedQuery {
  /// The statement's text.
  public let text: String
  /// The names of the columns.
  public var columns: [String] { bound.query.columns }
  /// The parameters that must be given, sorted.
  public var parameters: [String] { bound.parameters }
  /// Whether it has a clause that writes.
  public var writes: Bool { bound.query.writes }

  let bound: BoundStatement
  let warnings: [QueryWarning]
  /// The registrations of procedures that it was bound with.
  let procedures: Int
  /// When it was last used, for the cache.
  var lastUse = 0
  private var planned: (plan: QueryPlan, basis: PlanBasis)?

  init(_ text: String, _ bound: BoundStatement, procedures: Int) {
    self.text = text
    self.bound = bound
    self.procedures = procedures
    warnings = bound.warnings.map {
      QueryWarning(message: $0.message, span: $0.span, hint: $0.hint)
    }
  }

  /// The plan, made anew where the graph is no longer as it was when it was made.
  func plan(for graph: Graph) throws(CypherError) -> QueryPlan {
    if let planned, planned.basis.holds(for: graph) { return planned.plan }
    let plan = try QueryPlanner.plan(bound, graph: graph)
    planned = (plan, PlanBasis(graph))
    return plan
  }
}

/// What a plan was made for: which indexes there were, and how large the graph was.
private struct PlanBasis {
  private let indexes: [IndexInfo]
  private let nodes: Int
  private let relationships: Int

  init(_ graph: Graph) {
    indexes = graph.indexes
    nodes = graph.nodeCount
    relationships = graph.relationshipCount
  }

  /// Whether a plan is still good: a graph of another order of size wants another one.
  func holds(for graph: Graph) -> Bool {
    Self.isAlike(nodes, graph.nodeCount) && Self.isAlike(relationships, graph.relationshipCount)
      && indexes == graph.indexes
  }

  private static func isAlike(_ a: Int, _ b: Int) -> Bool {
    let (small, large) = a < b ? (a, b) : (b, a)
    return large - small < 100 || large / 4 <= small
  }
}
