import CypherSyntax
import PropertyGraph

/// What one run of a statement shares.
final class ExecutionContext: FunctionContext {
  /// The graph that is read and written.
  let graph: Graph
  /// The parameters by name.
  let parameters: GivenParameters
  /// The literals of the statement's text, some of which are read like parameters.
  let literals: [StatementShape.Literal]
  /// The time of the statement.
  let clock: StatementClock
  /// Cancellation, time, rows and memory.
  let limits: LimitTracker
  /// What lies outside the graph: procedures and files.
  let services: EngineServices
  /// Makes operators, those of sub-plans in expressions included.
  private(set) lazy var builder = OperatorBuilder(frameSize: frameSize, isProfiling: isProfiling)
  /// The number of slots of every batch.
  let frameSize: Int
  private let isProfiling: Bool
  /// Whether a row may hold what has been deleted: then reading a property checks that its owner is there.
  ///
  /// True from the first deletion on, and from the start where a parameter brings an entity from elsewhere.
  var mayMeetDeleted: Bool
  /// What unique properties are to be checked for at the end.
  var uniqueness: Uniqueness
  /// What steps of expressions keep from batch to batch.
  private(set) lazy var memory = StepMemory()
  /// What the limits know of what was written: the changes up to a mark, and the bytes copied before them.
  private var counted: (mark: ChangeMark, copied: Int)

  /// Makes the context of one run.
  init(
    graph: Graph, parameters: GivenParameters = GivenParameters(), literals: [StatementShape.Literal] = [],
    clock: StatementClock = .now(),
    limits: LimitTracker = LimitTracker(), services: EngineServices = EngineServices(),
    frameSize: Int, isProfiling: Bool = false
  ) {
    self.graph = graph
    counted = (graph.mark, graph.bytesOfImages)
    uniqueness = Uniqueness(graph)
    self.services = services
    self.parameters = parameters
    self.literals = literals
    self.clock = clock
    self.limits = limits
    self.frameSize = frameSize
    self.isProfiling = isProfiling
    mayMeetDeleted = parameters.values.contains { $0.holdsEntities() }
  }

  /// Stops the run where it was cancelled or its time is over: once a batch and inside long loops.
  func check() throws(CypherError) {
    limits.beginBatch()
    if limits.countsWrites, graph.mark != counted.mark {
      let before = counted
      counted = (graph.mark, graph.bytesOfImages)
      try limits.wrote(graph.changes(since: before.mark).count, copied: counted.copied - before.copied)
    }
    try limits.check()
  }

  func work(_ steps: Int) throws(CypherError) { try limits.work(steps) }

  func make(bytes: Int) throws(CypherError) { try limits.make(bytes: bytes) }

  /// The running form of a sub-plan inside an expression, made when it is first needed.
  func operators(for plan: AppliedPlan) -> AppliedOperator {
    if let made = memory.applied[ObjectIdentifier(plan)] { return made }
    let made = builder.build(plan)
    memory.applied[ObjectIdentifier(plan)] = made
    return made
  }
}

/// What steps of expressions keep from batch to batch of a run; most runs need none of it.
final class StepMemory {
  /// The regular expressions that were read.
  let regexes = RegexCache()
  /// What was found out about texts, by the step that asked.
  var verdicts: [ObjectIdentifier: TextVerdicts] = [:]
  /// The list that a membership test met last, by the step that asked, and what was read of it.
  var members: [ObjectIdentifier: (list: [Value], kernel: MembershipKernel?)] = [:]
  /// The running forms of sub-plans.
  fileprivate(set) var applied: [ObjectIdentifier: AppliedOperator] = [:]
}

extension Value {
  /// Whether it is or holds a node, a relationship or a path; what lies deeper than values may nest is not asked.
  fileprivate func holdsEntities(_ depth: Int = 0) -> Bool {
    guard depth <= NestedSize.deepest else { return true }
    return switch self {
    case .node, .relationship, .path: true
    case .list(let values): values.contains { $0.holdsEntities(depth + 1) }
    case .map(let map): map.values.contains { $0.holdsEntities(depth + 1) }
    default: false
    }
  }
}
