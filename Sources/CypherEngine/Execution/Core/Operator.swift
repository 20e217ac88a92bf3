import CypherSyntax

/// A step of a running query: it gives batches when asked.
///
/// A final subclass stands beside its plan in one file. An operator belongs to one run.
class Operator {
  /// The next rows, or nil at the end; never an empty batch.
  func next(_ context: ExecutionContext) throws(CypherError) -> Batch? { nil }

  /// Starts over, inputs included: for sub-plans that run once for each outer batch.
  func reset() {}
}
