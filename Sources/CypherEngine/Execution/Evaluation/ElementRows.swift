import CypherSyntax
import PropertyGraph

/// The elements of the lists in many rows, side by side: what is asked of each element is asked of all at once.
struct ElementRows {
  /// The rows whose list is null.
  private(set) var nulls: [Int] = []
  /// The rows whose lists are so long that they are better walked one by one.
  private(set) var long: [Int] = []

  /// Walks the lists of a batch and hands their elements to a body, about a batch of them at a time.
  ///
  /// - Parameter slot: where the body finds the element.
  /// - Parameter slots: what else the body reads.
  /// - Parameter body: is given the elements as rows, and for each the row of `batch` whose list holds it.
  init(
    _ source: ElementSource, of batch: Batch, in slot: Slot, keeping slots: SlotSet,
    _ context: ExecutionContext,
    _ body: (Batch, [Int32]) throws(CypherError) -> Void
  ) throws(CypherError) {
    var origins: [Int32] = []
    var column = VectorBuilder()
    func handOver() throws(CypherError) {
      if origins.isEmpty { return }
      try context.limits.check()
      var inner = batch.gathered(origins, keeping: slots)
      inner.columns[slot] = column.vector
      try body(inner, origins)
      origins.removeAll(keepingCapacity: true)
      column = VectorBuilder()
    }
    for row in 0..<batch.count {
      guard let elements = try source.elements(batch, row, context) else {
        nulls.append(row)
        continue
      }
      if elements.count > Batch.usualCount {
        long.append(row)
        continue
      }
      for index in 0..<elements.count { column.append(elements[index]) }
      origins.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: elements.count))
      if origins.count >= Batch.usualCount { try handOver() }
    }
    try handOver()
  }
}
