import CypherSyntax
import PropertyGraph

/// Gives all nodes, or all that have a label.
struct NodeScanPlan: ScanPlan {
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
  var sharesWork: Bool { true }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator { makeScan(builder) }

  func makeScan(_ builder: OperatorBuilder) -> ScanOperator {
    NodeScanOperator(self, frameSize: builder.frameSize)
  }

  func parts(of graph: Graph) -> () -> ScanPart? {
    var cursor = cursor(graph)
    return {
      var ids: [UInt32] = []
      return cursor?.next(into: &ids, atMost: ScanPart.size) == true ? .nodes(ids) : nil
    }
  }

  /// A cursor before the first node; nil where the label is not known.
  fileprivate func cursor(_ graph: Graph) -> NodeCursor? {
    guard let label else { return NodeCursor(graph, label: nil) }
    return label.id(in: graph).map { NodeCursor(graph, label: $0) }
  }
}

private final class NodeScanOperator: ScanOperator {
  private let plan: NodeScanPlan
  private let frameSize: Int
  private var cursor: NodeCursor?
  private var position = 0

  init(_ plan: NodeScanPlan, frameSize: Int) {
    self.plan = plan
    self.frameSize = frameSize
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    let graph = context.graph
    let labels = plan.labels.resolved(graph)
    while var ids = nextIDs(graph) {
      if case .none = labels {} else { ids.removeAll { !labels.admits($0, graph) } }
      if !ids.isEmpty { return batch(ids) }
      try context.check()
    }
    return nil
  }

  override func reset() {
    cursor = nil
    position = 0
  }

  private func nextIDs(_ graph: Graph) -> [UInt32]? {
    if case .nodes(let all)? = part {
      let end = min(position + Batch.usualCount, all.count)
      defer { position = end }
      return position < end ? Array(all[position..<end]) : nil
    }
    if cursor == nil { cursor = plan.cursor(graph) }
    var ids: [UInt32] = []
    ids.reserveCapacity(Batch.usualCount)
    return cursor?.next(into: &ids, atMost: Batch.usualCount) == true ? ids : nil
  }

  private func batch(_ ids: [UInt32]) -> Batch {
    var batch = Batch(frameSize: frameSize)
    batch.count = ids.count
    batch.columns[plan.node] = .nodes(ids)
    return batch
  }
}
