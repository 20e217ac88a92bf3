import CypherSyntax

/// Makes the operators of a plan for one run, with counters where the run is profiled.
final class OperatorBuilder {
  /// The number of slots of every batch.
  let frameSize: Int
  let isProfiling: Bool
  /// The leaves that were not handed over yet, with the number of their argument: few at any time.
  private var arguments: [(id: Int, leaf: ArgumentOperator)] = []
  private var counters: [ObjectIdentifier: PlanCounter] = [:]
  private var current: PlanCounter?

  /// Makes a builder for one run.
  init(frameSize: Int, isProfiling: Bool = false) {
    self.frameSize = frameSize
    self.isProfiling = isProfiling
  }

  /// Makes the operators of a plan, inputs first.
  func build(_ plan: any Plan) -> Operator {
    guard isProfiling else {
      return plan.makeOperator(plan.inputs.map { build($0) }, self)
    }
    let counter = PlanCounter()
    current?.inputs.append(counter)
    let outer = current
    current = counter
    let inputs = plan.inputs.map { build($0) }
    current = outer ?? counter
    return ProfiledOperator(plan.makeOperator(inputs, self), counter)
  }

  /// Makes the operators of a sub-plan that is given its rows from outside.
  func build(_ plan: AppliedPlan) -> AppliedOperator {
    let outer = current
    defer { current = outer }
    current = nil
    let root = build(plan.plan)
    if let made = current { counters[ObjectIdentifier(plan)] = made }
    return AppliedOperator(root: root, arguments: arguments(of: plan.argument))
  }

  /// The leaves that were made for an argument so far; they are handed over once.
  func arguments(of plan: ArgumentPlan) -> [ArgumentOperator] {
    let leaves = arguments.filter { $0.id == plan.id }.map(\.leaf)
    arguments.removeAll { $0.id == plan.id }
    return leaves
  }

  /// A leaf of the sub-plan that is being made, for operators above it that need the outer row.
  func madeArgument(_ plan: ArgumentPlan) -> ArgumentOperator? { arguments.last { $0.id == plan.id }?.leaf }

  /// Notes a leaf, for the operator that feeds it.
  func register(_ leaf: ArgumentOperator, id: Int) { arguments.append((id, leaf)) }

  /// The counters of the whole query, after it was built with profiling.
  var rootCounter: PlanCounter? { current }

  /// The counters of a sub-plan inside an expression, where it ran.
  func counter(of plan: AppliedPlan) -> PlanCounter? { counters[ObjectIdentifier(plan)] }
}

/// What PROFILE counts of one plan.
final class PlanCounter {
  /// The rows it gave.
  var rows = 0
  /// The time it took, inputs included, in nanoseconds.
  var nanoseconds: UInt64 = 0
  /// The counters of its inputs, in order.
  var inputs: [PlanCounter] = []
}

/// Counts what another operator does.
private final class ProfiledOperator: Operator {
  private let inner: Operator
  private let counter: PlanCounter

  init(_ inner: Operator, _ counter: PlanCounter) {
    self.inner = inner
    self.counter = counter
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    let start = MonotonicTime.now
    defer { counter.nanoseconds &+= MonotonicTime.now &- start }
    let batch = try inner.next(context)
    counter.rows += batch?.count ?? 0
    return batch
  }

  override func reset() { inner.reset() }
}
