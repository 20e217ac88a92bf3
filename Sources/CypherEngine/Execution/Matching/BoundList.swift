import CypherSyntax
import PropertyGraph

/// Follows the relationships of a list that was bound before, where they make a chain from a known node.
struct BoundListPlan: Plan {
  let input: any Plan
  /// Where the list is held.
  let list: Slot
  /// The known node.
  let from: Slot
  /// The node at the other end.
  let to: BoundEnd
  /// Whether the known node is at the right end of the chain as written.
  let isBackwards: Bool
  /// What the relationships must be, seen from the known node.
  let traversal: Traversal
  let length: BoundLength
  let tests: ElementTests
  let used: UsedRelationships
  /// The slots that are carried on, the new one not among them.
  let keeping: SlotSet
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [input] }
  var evaluations: [Evaluation] { tests.tests }
  var name: String { "BoundRelationships" }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    BoundListOperator(self, inputs[0])
  }
}

private final class BoundListOperator: Operator {
  private let plan: BoundListPlan
  private let input: Operator

  init(_ plan: BoundListPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while let batch = try input.next(context) {
      try context.check()
      var rows: [Int32] = []
      var ends: [UInt32] = []
      let starts = try batch.nodes(plan.from)
      let known = plan.to.isKnown ? try batch.nodes(plan.to.slot) : nil
      let labels = plan.to.labels.resolved(context.graph)
      let used = try plan.used.read(batch)
      for row in 0..<batch.count where starts[row] != .max {
        guard let links = try links(batch, row, used), let end = end(from: starts[row], links, context.graph),
          known.map({ $0[row] == end }) ?? labels.admits(end, context.graph),
          try passTests(links, batch, row, context)
        else { continue }
        rows.append(Int32(truncatingIfNeeded: row))
        ends.append(end)
      }
      if rows.isEmpty { continue }
      var result = batch.extended(rows, keeping: plan.keeping)
      if !plan.to.isKnown { result.columns[plan.to.slot] = .nodes(ends) }
      return result
    }
    return nil
  }

  override func reset() { input.reset() }

  /// The relationships in the order in which they are followed, or nil where they cannot match.
  private func links(
    _ batch: Batch, _ row: Int, _ used: UsedInRows
  ) throws(CypherError) -> [RelationshipID]? {
    let value = batch.value(plan.list, row)
    if value.isNull { return nil }
    guard case .list(let elements) = value else { throw wrong(value) }
    var links: [RelationshipID] = []
    for element in elements {
      if element.isNull { return nil }
      guard case .relationship(let link) = element else { throw wrong(element) }
      if used.contains(link.rawValue, row: row) || links.contains(link) { return nil }
      links.append(link)
    }
    guard links.count >= plan.length.minimum, links.count <= plan.length.maximum ?? .max else { return nil }
    return plan.isBackwards ? links.reversed() : links
  }

  private func wrong(_ value: Value) -> CypherError {
    CypherError(
      .typeError, .runtime, "InvalidArgumentType",
      "a list of relationships is needed here, not \(StaticType(of: value).name)")
  }

  /// Where the relationships lead to, or nil where they do not hang together.
  private func end(from start: UInt32, _ links: [RelationshipID], _ graph: Graph) -> UInt32? {
    let types = plan.traversal.ids(in: graph)
    var node = NodeID(start)
    for link in links {
      guard graph.contains(link), types.contains(graph.type(of: link)) else { return nil }
      let (left, right) = (graph.start(of: link), graph.end(of: link))
      if left == node, plan.traversal.direction != .incoming {
        node = right
      } else if right == node, plan.traversal.direction != .outgoing {
        node = left
      } else {
        return nil
      }
    }
    return node.rawValue
  }

  private func passTests(
    _ links: [RelationshipID], _ batch: Batch, _ row: Int, _ context: ExecutionContext
  ) throws(CypherError) -> Bool {
    if plan.tests.tests.isEmpty || links.isEmpty { return true }
    var elements = batch.repeated(row: row, count: links.count, keeping: plan.tests.reads)
    elements.columns[plan.tests.slot] = .relationships(links.map(\.rawValue))
    return try plan.tests.tests.holding(elements, context).map { $0.count == links.count } ?? true
  }
}
