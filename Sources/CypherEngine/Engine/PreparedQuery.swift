public import CypherSyntax
public import PropertyGraph

/// A statement that is parsed and bound, to be run many times by the engine that prepared it.
public struct PreparedQuery {
  /// The statement's text.
  public let text: String
  /// The names of the columns.
  public var columns: [String] { statement.bound.query.columns }
  /// The parameters that must be given, sorted.
  public var parameters: [String] { statement.bound.parameters }
  /// Whether it has a clause that writes.
  public var writes: Bool { statement.bound.query.writes }
  /// Remarks that do not stop the statement.
  public var warnings: [QueryWarning] { statement.warnings }

  /// What it shares with other texts of its shape.
  let statement: CachedStatement
  /// The literals of the text, of which some are given as parameters.
  let literals: [StatementShape.Literal]

  /// Makes the query of a text that has the shape of the one the statement was bound from.
  init(text: String, statement: CachedStatement, _ shape: StatementShape?) {
    self.text = text
    self.statement = statement
    literals = shape?.literals ?? []
  }

  /// The values of the parameters that it names, out of those that are given.
  ///
  /// EXPLAIN needs none.
  ///
  /// - Throws: ParameterMissing where one is not among them.
  public func given(_ given: [String: Value]) throws(CypherError) -> GivenParameters {
    if case .explain = statement.bound.mode { return GivenParameters() }
    if let parameters = GivenParameters(parameters, of: given) { return parameters }
    let missing = parameters.first { given[$0] == nil } ?? ""
    let near = didYouMean(missing, among: given.keys.sorted()).map { "did you mean $\($0)?" }
    throw CypherError(
      .parameterMissing, .compileTime, "MissingParameter", "there is no parameter $\(missing)", hint: near)
  }

  /// Where the places of the statement's own text are in this one; nil where the texts are the same.
  var places: PlaceMap? { PlaceMap(from: statement.literals, to: literals.map(\.span)) }
}

/// A bound statement and its plan, shared by all texts of its shape.
final class CachedStatement {
  let bound: BoundStatement
  let warnings: [QueryWarning]
  /// The literals of the text that it was bound from.
  let literals: [Span]
  /// When it was last used, for the cache.
  var lastUse = 0
  private var planned: (plan: QueryPlan, basis: PlanBasis)?
  /// Operators of the plan that no run uses.
  private var idle: Operator?

  init(_ bound: BoundStatement, literals: [Span]) {
    self.bound = bound
    self.literals = literals
    warnings = bound.warnings.map {
      QueryWarning(message: $0.message, span: $0.span, hint: $0.hint)
    }
  }

  /// The plan, made anew where the graph is no longer as it was when it was made.
  func plan(for graph: Graph) throws(CypherError) -> QueryPlan {
    if let planned, planned.basis.holds(for: graph) { return planned.plan }
    let plan = try QueryPlanner.plan(bound, graph: graph)
    planned = (plan, PlanBasis(graph))
    idle = nil
    return plan
  }

  /// The operators that the last run left behind; it is given them alone.
  func takeOperators() -> Operator? {
    defer { idle = nil }
    return idle
  }

  /// Keeps the operators of a run that has ended well for the next one.
  func keep(_ operators: Operator, of plan: QueryPlan) {
    guard plan.isReusable, plan === planned?.plan else { return }
    operators.reset()
    idle = operators
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
