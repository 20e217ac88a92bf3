import CypherSyntax
import PropertyGraph

/// Takes the ends of relationships that were bound before.
struct BoundEndsPlan: Plan {
  let input: any Plan
  /// Where the relationship is held.
  let relationship: Slot
  let from: BoundEnd
  let to: BoundEnd
  /// Whether both ends are the same node of the pattern.
  let isLoop: Bool
  let traversal: Traversal
  let used: UsedRelationships
  /// The slots that are carried on, the new ones not among them.
  let keeping: SlotSet
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [input] }
  var name: String { "BoundRelationship" }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    BoundEndsOperator(self, inputs[0])
  }
}

/// One end of a relationship that was bound before.
struct BoundEnd: Sendable {
  /// Where the node is held.
  let slot: Slot
  /// Whether it is known already: then the relationship has to end there.
  let isKnown: Bool
  /// What a new node must have.
  let labels: LabelTest
}

private final class BoundEndsOperator: Operator {
  private let plan: BoundEndsPlan
  private let input: Operator

  init(_ plan: BoundEndsPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while let batch = try input.next(context) {
      try context.check()
      let ends = try ends(batch, context.graph)
      if ends.rows.isEmpty { continue }
      var result = batch.extended(ends.rows, keeping: plan.keeping)
      ends.fill(
        &result, from: plan.from.isKnown ? nil : plan.from.slot, to: plan.to.isKnown ? nil : plan.to.slot,
        relationship: nil)
      return result
    }
    return nil
  }

  override func reset() { input.reset() }

  private func ends(_ batch: Batch, _ graph: Graph) throws(CypherError) -> RelationshipEnds {
    let types = plan.traversal.ids(in: graph)
    let used = try plan.used.read(batch)
    var ends = RelationshipEnds(plan.traversal.direction, isLoop: plan.isLoop)
    for (row, id) in try batch.relationships(plan.relationship).enumerated() where id != .max {
      let relationship = RelationshipID(id)
      guard graph.contains(relationship), types.contains(graph.type(of: relationship)),
        !used.contains(id, row: row)
      else { continue }
      ends.append(relationship, row: row, graph)
    }
    if plan.from.isKnown {
      let known = try batch.nodes(plan.from.slot)
      ends.keep { known[$0.row] == $0.from }
    }
    if plan.to.isKnown {
      let known = try batch.nodes(plan.to.slot)
      ends.keep { known[$0.row] == $0.to }
    }
    ends.keep(
      from: plan.from.labels.resolved(graph), to: plan.to.labels.resolved(graph), graph)
    return ends
  }
}
