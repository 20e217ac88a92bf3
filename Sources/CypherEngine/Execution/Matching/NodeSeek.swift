import CypherSyntax
import PropertyGraph

/// How nodes are looked up by values.
enum NodeSeek: Sendable {
  /// An index, by equality with a value or with any of a list.
  case equal(GraphLabel, GraphKey, Evaluation, isList: Bool)
  /// An ordered index, by bounds.
  case range(GraphLabel, GraphKey, lower: SeekBound?, upper: SeekBound?)
  /// An ordered index, by the beginning of a text.
  case prefix(GraphLabel, GraphKey, Evaluation)
  /// The id, or any of a list.
  case id(Evaluation, isList: Bool)

  /// What has to be evaluated for each row.
  var evaluations: [Evaluation] {
    switch self {
    case .equal(_, _, let value, _), .prefix(_, _, let value), .id(let value, _): [value]
    case .range(_, _, let lower, let upper): [lower, upper].compactMap { $0?.value }
    }
  }
}

/// One end of a range.
struct SeekBound: Sendable {
  let value: Evaluation
  let isInclusive: Bool
}

/// Looks nodes up by an index or by their ids, for each row before.
struct NodeSeekPlan: Plan {
  /// The rows before; nil for a single one with nothing in it.
  let input: (any Plan)?
  /// Where the node is held.
  let node: Slot
  let seek: NodeSeek
  /// What the node must have, beyond the index's label.
  let labels: LabelTest
  /// The slots that are carried on, the new one not among them.
  let keeping: SlotSet
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { input.map { [$0] } ?? [] }
  var evaluations: [Evaluation] { seek.evaluations }
  var isReusable: Bool { inputsAreReusable }
  var name: String {
    switch seek {
    case .equal: "IndexSeek"
    case .range, .prefix: "IndexRange"
    case .id: "NodeByIdSeek"
    }
  }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    let start = ArgumentOperator(Batch.single(frameSize: builder.frameSize))
    return NodeSeekOperator(self, inputs.first ?? start)
  }
}

private final class NodeSeekOperator: Operator {
  private let plan: NodeSeekPlan
  private let input: Operator
  private var batch: Batch?
  private var row = 0
  /// What was found for the row before `row` and is not given yet.
  private var found: ArraySlice<UInt32> = []

  init(_ plan: NodeSeekPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    let labels = plan.labels.resolved(context.graph)
    while true {
      if batch == nil || (row == batch?.count && found.isEmpty) {
        batch = try input.next(context)
        row = 0
      }
      guard let batch else { return nil }
      try context.check()
      if found.isEmpty, row < batch.count {
        let new = try plan.seek.found(batch, row, context)
        row += 1
        // The usual look-up: what is found is the batch.
        if batch.count == 1, case .none = labels, case .one(let node) = new { return single(batch, node) }
        found = new.list
      }
      var rows: [Int32] = []
      var nodes: [UInt32] = []
      while nodes.count < Batch.usualCount {
        if found.isEmpty {
          if row == batch.count { break }
          found = try plan.seek.found(batch, row, context).list
          row += 1
          continue
        }
        let piece = found.prefix(Batch.usualCount - nodes.count)
        found = found.dropFirst(piece.count)
        for node in piece where labels.admits(node, context.graph) {
          rows.append(Int32(truncatingIfNeeded: row - 1))
          nodes.append(node)
        }
      }
      if nodes.isEmpty { continue }
      return result(batch, rows, nodes)
    }
  }

  /// One row with one node: no arrays are made for them.
  private func single(_ batch: Batch, _ node: UInt32) -> Batch {
    var result = batch
    result.keep(plan.keeping)
    result.columns[plan.node] = .constant(.node(NodeID(node)), count: 1)
    return result
  }

  private func result(_ batch: Batch, _ rows: [Int32], _ nodes: [UInt32]) -> Batch {
    var result = batch.extended(rows, keeping: plan.keeping)
    result.columns[plan.node] = .nodes(nodes)
    return result
  }

  override func reset() {
    batch = nil
    found = []
    input.reset()
  }
}
