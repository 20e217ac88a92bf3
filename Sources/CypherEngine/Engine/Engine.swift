public import CypherSyntax
public import PropertyGraph

/// Runs openCypher over a graph.
///
/// An engine is used from one thread; only `cancellation` may be touched from elsewhere.
public final class Engine {
  /// The graph.
  public let graph: Graph
  /// How much one statement may take.
  public var limits = Limits()
  /// The procedures that CALL finds.
  public var procedures: ProcedureRegistry {
    get { services.procedures }
    set {
      services.procedures = newValue
      cache = PlanCache()
    }
  }
  /// Opens files for LOAD CSV; nil refuses it.
  public var csv: CSVOpener? {
    get { services.csv }
    set { services.csv = newValue }
  }
  /// Tells the time of a statement.
  public var clock: @Sendable () -> StatementClock = { .now() }
  /// Labels, types and property keys that are no reason for a warning though nothing has them yet.
  public var modelNames: Set<String> = []
  /// Stops the statement at hand; may be raised from a signal handler.
  public let cancellation = CancellationFlag()

  /// Asked when a statement begins: whether it was told to stop before it could raise the flag.
  public var isToStop: @Sendable () -> Bool = { false }

  /// Longer texts are bulk data and not kept.
  private static let longestKept = 1 << 14
  private let services = EngineServices()
  private var cache = PlanCache()
  /// What a run has gathered that was stopped: freed when nothing else refers to it, beside what comes next.
  private var abandoned: (Operator, ExecutionContext)?

  /// Makes an engine for a graph.
  public init(graph: Graph) { self.graph = graph }

  /// Runs one statement: all of it, or nothing.
  ///
  /// Outside a transaction it is a transaction of its own; inside one, an error takes back this statement only.
  /// - Throws: the first error; the graph is then as it was before.
  @discardableResult
  public func run(
    _ text: String, parameters: [String: Value] = [:]
  ) throws(CypherError) -> QueryResult {
    try run(try prepare(text), parameters: parameters)
  }

  /// Makes a statement ready to run; those used last are kept.
  ///
  /// - Throws: errors of syntax and semantics.
  public func prepare(_ text: String) throws(CypherError) -> PreparedQuery {
    let shape = text.utf8.count <= Self.longestKept ? StatementShape(text) : nil
    if let shape, let query = cache.find(text, shape) { return query }
    let tree = try Parser.parse(text, limits: limits.syntax)
    // EXPLAIN and PROFILE show the literals.
    let isRun = if case .run = tree.mode { true } else { false }
    let bound = try Binder.bind(
      tree, source: text, procedures: procedures, schema: KnownNames(graph: graph, model: modelNames),
      literals: isRun ? shape?.names ?? LiteralNames([:]) : LiteralNames([:]))
    let statement = CachedStatement(bound, literals: shape?.literals.map(\.span) ?? [])
    // A warning may be out of date the next time.
    if let shape, statement.warnings.isEmpty { return cache.keep(statement, of: text, shape) }
    return PreparedQuery(text: text, statement: statement, shape)
  }

  /// Runs a prepared statement: all of it, or nothing.
  ///
  /// - Throws: as `run(_:parameters:)`.
  @discardableResult
  public func run(
    _ query: PreparedQuery, parameters: [String: Value] = [:]
  ) throws(CypherError) -> QueryResult {
    try run(query, with: try query.given(parameters))
  }

  /// Runs a prepared statement with values that it has been given.
  ///
  /// - Throws: as `run(_:parameters:)`.
  @discardableResult
  public func run(
    _ query: PreparedQuery, with parameters: GivenParameters
  ) throws(CypherError) -> QueryResult {
    do {
      return try execute(query, parameters)
    } catch {
      if abandoned != nil { Worker.letGo(of: abandoned.take()) }
      throw query.places?.moved(error) ?? error
    }
  }

  private func execute(
    _ query: PreparedQuery, _ parameters: GivenParameters
  ) throws(CypherError) -> QueryResult {
    let plan = try query.statement.plan(for: graph)
    var result = QueryResult(
      columns: plan.columns, rows: [], sideEffects: SideEffects(), warnings: query.warnings,
      plan: nil, writes: plan.writes)
    let mode = query.statement.bound.mode
    if case .explain = mode {
      result.plan = plan.description()
      return result
    }
    let isProfiling = if case .profile = mode { true } else { false }
    let context = context(plan.frameSize, isProfiling: isProfiling, parameters, query.literals)
    let steps = (isProfiling ? nil : query.statement.takeOperators()) ?? context.builder.build(plan.root)
    do {
      (result.rows, result.sideEffects) = try rows(of: plan, steps, context, query.text)
    } catch {
      if error.isStop { abandoned = (steps, context) }
      throw error
    }
    if isProfiling {
      result.plan = plan.description(context.builder)
    } else {
      query.statement.keep(steps, of: plan)
    }
    return result
  }

  private func rows(
    of plan: QueryPlan, _ steps: Operator, _ context: ExecutionContext, _ statement: String
  ) throws(CypherError) -> ([[Value]], SideEffects) {
    guard plan.writes else { return (try rows(of: plan, steps, context), SideEffects()) }
    services.shared?.forget()
    return try atomically(statement) { () throws(CypherError) in
      let rows = try rows(of: plan, steps, context)
      try context.uniqueness.verify(graph)
      return rows
    }
  }

  private func rows(
    of plan: QueryPlan, _ steps: Operator, _ context: ExecutionContext
  ) throws(CypherError) -> [[Value]] {
    do {
      return try plan.rows(steps, context)
    } catch {
      // They read the graph, which is about to be rolled back, and which the next statement may write.
      context.limits.endHelp()
      throw error
    }
  }

  /// Does something in which procedures that are queries answer equal calls once, until a statement writes.
  public func sharingAnswers<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if services.shared != nil { return try body() }
    services.shared = SharedAnswers()
    defer { services.shared = nil }
    return try body()
  }

  /// Evaluates an expression that stands alone.
  ///
  /// - Throws: errors of syntax, semantics and evaluation.
  public func evaluate(
    _ expression: String, parameters: [String: Value] = [:]
  ) throws(CypherError) -> Value {
    let tree = try Parser.parseExpression(expression, limits: limits.syntax)
    let (bound, frame) = try Binder.bind(expression: tree, source: expression)
    let layout = FrameLayout()
    let evaluation = try Evaluation.compile(
      bound, PlanContext(graph: graph, frame: frame, layout: layout))
    let row = Batch.single(frameSize: layout.frameSize)
    let context = context(layout.frameSize, GivenParameters(parameters))
    return try evaluation.value(row, row: 0, context)
  }

  /// The context of one run, which begins now.
  private func context(
    _ frameSize: Int, isProfiling: Bool = false, _ parameters: GivenParameters,
    _ literals: [StatementShape.Literal] = []
  ) -> ExecutionContext {
    cancellation.lower()
    if isToStop() { cancellation.raise() }
    return ExecutionContext(
      graph: graph, parameters: parameters, literals: literals, clock: clock(),
      limits: LimitTracker(limits, flag: cancellation), services: services, frameSize: frameSize,
      isProfiling: isProfiling)
  }

  /// Changes the graph and tells the difference, or leaves it as it was.
  private func atomically<Result>(
    _ statement: String, _ body: () throws(CypherError) -> Result
  ) throws(CypherError) -> (Result, SideEffects) {
    let isOwn = !graph.isInTransaction
    if isOwn { graph.begin(statement: statement) }
    let mark = graph.savepoint()
    do {
      let result = try body()
      let effects = graph.sideEffects(since: mark)
      if isOwn { graph.commit() }
      return (result, effects)
    } catch {
      if isOwn { graph.rollback() } else { graph.rollback(to: mark) }
      throw error
    }
  }
}
