import CypherSyntax
import PropertyGraph

/// Runs steps over a scan on several threads, and gives their rows in the order in which one thread would.
struct ParallelPlan: Plan {
  let input: any Plan
  let scan: any ScanPlan

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { input.estimatedRows }
  var name: String { "Parallel" }
  var details: String { "" }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    // A profile is to tell what each step does.
    builder.isProfiling || Threads.count == 1 ? inputs[0] : ParallelOperator(self)
  }

  /// The steps and their leaf, for one thread.
  func makeSteps(_ builder: OperatorBuilder) -> (root: Operator, leaf: ScanOperator) {
    let leaf = scan.makeScan(builder)
    return (make(input, leaf, builder), leaf)
  }

  private func make(_ plan: any Plan, _ leaf: ScanOperator, _ builder: OperatorBuilder) -> Operator {
    if plan is any ScanPlan { return leaf }
    let rest = plan.inputs.dropFirst().map { builder.build($0) }
    return plan.makeOperator([make(plan.inputs[0], leaf, builder)] + rest, builder)
  }
}

extension Plan {
  /// The same rows, by several threads where that pays: where the steps down to a scan of many keep nothing from one
  /// row for the next.
  var inParallel: any Plan {
    guard sharesWork, let scan, scan.estimatedRows >= Double(ScanPart.size * 2) else { return self }
    return ParallelPlan(input: self, scan: scan)
  }

  /// The scan that the steps begin with.
  private var scan: (any ScanPlan)? { self as? any ScanPlan ?? inputs.first?.scan }

  /// What `sharesWork` is of a step that keeps nothing.
  var inputsShareWork: Bool {
    inputs.allSatisfy(\.sharesWork) && evaluations.allSatisfy { $0.applied.isEmpty }
  }
}

/// Gives the rows of a parallel step one after the other; a step that can take them as shares reads its plan instead.
final class ParallelOperator: Operator {
  let plan: ParallelPlan
  private var crew: Crew?
  /// The parts that are left where others were done elsewhere.
  private var left: ArraySlice<ScanPart>?

  init(_ plan: ParallelPlan) { self.plan = plan }

  deinit { crew?.dismiss() }

  /// Says that these parts are all that is left to do.
  func leave(_ parts: ArraySlice<ScanPart>) { left = parts }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    try (crew ?? begin(context)).next(context)
  }

  private func begin(_ context: ExecutionContext) -> Crew {
    let crew = Crew(plan, nextPart(context), context)
    context.limits.note { [weak crew] in crew?.dismiss() }
    self.crew = crew
    return crew
  }

  private func nextPart(_ context: ExecutionContext) -> () -> ScanPart? {
    guard var left else { return plan.scan.parts(of: context.graph) }
    return { left.popFirst() }
  }

  override func reset() {
    crew?.dismiss()
    crew = nil
    left = nil
  }
}
