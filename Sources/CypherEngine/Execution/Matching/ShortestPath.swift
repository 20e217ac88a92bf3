import CypherSyntax
import PropertyGraph

/// Finds a shortest chain between two known nodes, or all of them.
struct ShortestPathPlan: Plan {
  let input: any Plan
  /// The node on the left as written.
  let from: Slot
  /// The node on the right as written.
  let to: Slot
  let traversal: Traversal
  let length: BoundLength
  /// Whether all shortest chains are asked for, not just one.
  let findsAll: Bool
  let tests: ElementTests
  /// What must hold of the whole: the shortest chain of which it does is asked for.
  let predicates: [Evaluation]
  /// Where the relationships are held, where somebody reads them.
  let links: Slot?
  /// Whether that is one relationship, not a list.
  let isSingle: Bool
  /// Where the path is held, where somebody reads it.
  let path: Slot?
  /// The slots that are carried on, the new ones not among them.
  let keeping: SlotSet
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { [input] }
  var evaluations: [Evaluation] { tests.tests + predicates }
  var name: String { findsAll ? "AllShortestPaths" : "ShortestPath" }

  /// The slots that the predicates read, those of the chain not among them.
  var predicateReads: SlotSet {
    var slots = SlotSet()
    for predicate in predicates { slots.formUnion(predicate.slots) }
    for slot in [links, path].compactMap({ $0 }) { slots.remove(slot) }
    return slots
  }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    ShortestPathOperator(self, inputs[0])
  }
}

private final class ShortestPathOperator: Operator {
  private let plan: ShortestPathPlan
  private let input: Operator
  private var batch: Batch?
  private var row = 0
  private var search: PairSearch?

  init(_ plan: ShortestPathPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if batch == nil || row == batch?.count {
        batch = try input.next(context)
        row = 0
      }
      guard let batch else { return nil }
      var rows: [Int32] = []
      var chains: [[UInt32]] = []
      let from = try batch.nodes(plan.from)
      let to = try batch.nodes(plan.to)
      while row < batch.count && rows.count < Batch.usualCount {
        try context.check()
        if from[row] != .max && to[row] != .max {
          let found = try find(from[row], to[row], batch, context)
          rows += repeatElement(Int32(truncatingIfNeeded: row), count: found.count)
          chains += found
        }
        row += 1
      }
      if !rows.isEmpty { return output(batch, rows, chains, from, context.graph) }
    }
  }

  override func reset() {
    batch = nil
    input.reset()
  }

  /// The chains for one row.
  private func find(
    _ from: UInt32, _ to: UInt32, _ batch: Batch, _ context: ExecutionContext
  ) throws(CypherError) -> [[UInt32]] {
    let maximum = plan.length.maximum ?? .max
    if plan.predicates.isEmpty {
      if from == to && plan.length.minimum == 0 { return [[]] }
      if from != to && plan.length.minimum <= 1 {
        var search = self.search ?? PairSearch(context.graph)
        self.search = nil
        defer { self.search = search }
        var step = ChainStep(plan.traversal, plan.tests, context.graph)
        var back = ChainStep(plan.traversal.reversed, plan.tests, context.graph)
        step.start(batch, row: row)
        back.start(batch, row: row)
        return try search.chains(
          from, to, forward: step, backward: back, maximum: maximum, findsAll: plan.findsAll, context)
      }
    }
    return try TrailSearch(plan, batch, row).chains(from, to, context)
  }

  private func output(
    _ batch: Batch, _ rows: [Int32], _ chains: [[UInt32]], _ from: [UInt32], _ graph: Graph
  ) -> Batch {
    var result = batch.extended(rows, keeping: plan.keeping)
    if let slot = plan.links {
      result.columns[slot] =
        plan.isSingle ? .relationships(chains.map { $0[0] }) : .values(chains.map { .relationships($0) })
    }
    if let slot = plan.path {
      result.columns[slot] = .values(
        zip(rows, chains).map { row, chain in .path(from: from[Int(row)], chain, graph) })
    }
    return result
  }
}

extension Value {
  /// A list of relationships.
  static func relationships(_ ids: [UInt32]) -> Value {
    .list(ids.map { .relationship(RelationshipID($0)) })
  }

  /// The path that relationships make from a node.
  static func path(from start: UInt32, _ ids: [UInt32], _ graph: Graph) -> Value {
    var builder = PathBuilder(NodeID(start))
    for id in ids { builder.append(.relationship(RelationshipID(id)), graph) }
    return .path(builder.path)
  }
}
