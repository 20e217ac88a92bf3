import CypherSyntax
import PropertyGraph

/// Gives all nodes, or all that have a label.
struct NodeScanPlan: Plan {
  /// Where the node is held.
  let node: Slot
  /// The label whose table is run through; nil for all nodes.
  let label: GraphLabel?
  /// What else the node must have.
  let labels: LabelTest
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [] }
  var name: String { label == nil ? "AllNodesScan" : "LabelScan" }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    NodeScanOperator(self, frameSize: builder.frameSize)
  }
}

private final class NodeScanOperator: Operator {
  private let plan: NodeScanPlan
  private let frameSize: Int
  private var cursor: NodeCursor?

  init(_ plan: NodeScanPlan, frameSize: Int) {
    self.plan = plan
    self.frameSize = frameSize
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    let graph = context.graph
    if cursor == nil {
      guard let made = makeCursor(graph) else { return nil }
      cursor = made
    }
    let labels = plan.labels.resolved(graph)
    while true {
      var ids: [UInt32] = []
      ids.reserveCapacity(Batch.usualCount)
      guard cursor?.next(into: &ids, atMost: Batch.usualCount) == true else { return nil }
      if case .none = labels {} else { ids.removeAll { !labels.admits($0, graph) } }
      if !ids.isEmpty { return batch(ids) }
      try context.check()
    }
  }

  override func reset() { cursor = nil }

  private func makeCursor(_ graph: Graph) -> NodeCursor? {
    guard let label = plan.label else { return NodeCursor(graph, label: nil) }
    return label.id(in: graph).map { NodeCursor(graph, label: $0) }
  }

  private func batch(_ ids: [UInt32]) -> Batch {
    var batch = Batch(frameSize: frameSize)
    batch.count = ids.count
    batch.columns[plan.node] = .nodes(ids)
    return batch
  }
}
