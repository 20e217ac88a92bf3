import CypherSyntax
import PropertyGraph

/// Gives all relationships of some types with their ends; without a direction, each of them both ways.
struct RelationshipScanPlan: ScanPlan {
  /// Where the relationship is held, where somebody reads it.
  let relationship: Slot?
  /// Where the node on the left is held, where somebody reads it.
  let from: Slot?
  /// Where the node on the right is held, where somebody reads it.
  let to: Slot?
  /// Whether both ends are the same node of the pattern.
  let isLoop: Bool
  let traversal: Traversal
  let fromLabels: LabelTest
  let toLabels: LabelTest
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [] }
  var name: String { "RelationshipScan" }

  var sharesWork: Bool { true }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator { makeScan(builder) }

  func makeScan(_ builder: OperatorBuilder) -> ScanOperator {
    RelationshipScanOperator(self, frameSize: builder.frameSize)
  }

  func parts(of graph: Graph) -> () -> ScanPart? {
    var types = traversal.ids(in: graph)[...]
    var rest = types.first.map { graph.relationshipIDs(of: $0) } ?? 0..<0
    return {
      while rest.isEmpty, !types.isEmpty {
        types.removeFirst()
        if let type = types.first { rest = graph.relationshipIDs(of: type) }
      }
      guard let type = types.first else { return nil }
      let end = min(rest.upperBound, rest.lowerBound + UInt32(ScanPart.size))
      defer { rest = end..<rest.upperBound }
      return .relationships(type, rest.lowerBound..<end)
    }
  }
}

private final class RelationshipScanOperator: ScanOperator {
  private let plan: RelationshipScanPlan
  private let frameSize: Int
  private var types: [TypeID]?
  private var cursor: RelationshipCursor?

  init(_ plan: RelationshipScanPlan, frameSize: Int) {
    self.plan = plan
    self.frameSize = frameSize
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if types == nil { begin(context.graph) }
    while let ids = nextIDs(context.graph) {
      try context.check()
      var ends = RelationshipEnds(plan.traversal.direction, isLoop: plan.isLoop)
      for id in ids { ends.append(RelationshipID(id), row: 0, context.graph) }
      ends.keep(from: fromLabels(context.graph), to: toLabels(context.graph), context.graph)
      if ends.rows.isEmpty { continue }
      var batch = Batch(frameSize: frameSize)
      batch.count = ends.rows.count
      ends.fill(&batch, from: plan.from, to: plan.to, relationship: plan.relationship)
      return batch
    }
    return nil
  }

  override func reset() {
    types = nil
    cursor = nil
  }

  private func begin(_ graph: Graph) {
    if case .relationships(let type, let ids)? = part {
      types = []
      cursor = RelationshipCursor(graph, type: type, within: ids)
    } else {
      types = plan.traversal.ids(in: graph).reversed()
    }
  }

  private func nextIDs(_ graph: Graph) -> [UInt32]? {
    while true {
      if cursor == nil {
        guard let type = types?.popLast() else { return nil }
        cursor = RelationshipCursor(graph, type: type)
      }
      var ids: [UInt32] = []
      if cursor?.next(into: &ids, atMost: Batch.usualCount) == true { return ids }
      cursor = nil
    }
  }

  private func fromLabels(_ graph: Graph) -> ResolvedLabels {
    plan.fromLabels.resolved(graph, reachedBy: plan.traversal.reversed)
  }

  private func toLabels(_ graph: Graph) -> ResolvedLabels {
    plan.toLabels.resolved(graph, reachedBy: plan.traversal)
  }
}
