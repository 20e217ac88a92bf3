import CypherSyntax

/// The steps of a parallel plan as one thread runs them, part after part.
final class PartSteps {
  /// The context of the thread.
  let context: ExecutionContext
  private let root: Operator
  private let leaf: ScanOperator

  /// Makes the steps for a thread that does a part of a run until it is told to stop.
  init(_ plan: ParallelPlan, _ run: ExecutionContext, _ stop: CancellationFlag) {
    context = ExecutionContext(
      graph: run.graph, parameters: run.parameters, literals: run.literals, clock: run.clock,
      limits: run.limits.beside(stop), services: run.services,
      frameSize: run.frameSize)
    (root, leaf) = plan.makeSteps(context.builder)
  }

  /// Turns to a part.
  func begin(_ part: ScanPart) {
    root.reset()
    leaf.part = part
  }

  /// The next rows of the part; nil at its end.
  func next() throws(CypherError) -> Batch? { try root.next(context) }
}
