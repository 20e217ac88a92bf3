import PropertyGraph

/// Tells whether what an operator has read of the graph may be used again when it is started over: where nothing was
/// written since.
struct ReadMark {
  private var mark: ChangeMark?
  private var isStartedOver = false

  /// Whether something was read that still holds.
  ///
  /// While it is not started over, an operator goes on with what it has read, whatever is written.
  func holds(_ graph: Graph) -> Bool { mark.map { !isStartedOver || $0 == graph.mark } ?? false }

  /// Says that the graph is read now, or that what was read holds for another pass.
  mutating func set(_ graph: Graph) {
    mark = graph.mark
    isStartedOver = false
  }

  /// Says that the operator is started over.
  mutating func startOver() { isStartedOver = true }
}
