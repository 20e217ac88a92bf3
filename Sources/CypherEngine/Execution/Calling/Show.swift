import CypherSyntax
import PropertyGraph

/// SHOW: lists what the graph or the engine knows of.
struct ShowPlan: Plan {
  let input: any Plan
  let show: BoundShow
  let outputs: [Slot]

  var inputs: [any Plan] { [input] }
  var estimatedRows: Double { 10 }
  var name: String { "Show" }
  var details: String { show.rawValue }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    ShowOperator(self, inputs[0])
  }

  /// The rows, each as wide as the columns.
  fileprivate func rows(_ context: ExecutionContext) -> [[Value]] {
    let graph = context.graph
    switch show {
    case .indexes:
      return graph.indexes.map {
        [
          .string($0.name), .string(graph.name(of: $0.label)), .string(graph.name(of: $0.key)),
          .boolean($0.isUnique),
        ]
      }
    case .constraints:
      return graph.indexes.filter(\.isUnique).map {
        [
          .string($0.name), .string(graph.name(of: $0.label)), .string(graph.name(of: $0.key)),
          .string("UNIQUE"),
        ]
      }
    case .labels: return graph.labelCounts.map { [.string($0.name), .integer(Int64($0.count))] }
    case .types: return graph.typeCounts.map { [.string($0.name), .integer(Int64($0.count))] }
    case .keys: return graph.keyNames.map { [.string($0)] }
    case .functions:
      return FunctionListing.all.map {
        [.string($0.name), .string($0.signature), .string($0.category), .string($0.summary)]
      }
    case .procedures:
      return context.services.procedures.all.map {
        [.string($0.signature.name), .string($0.signature.text)]
      }
    }
  }
}

private final class ShowOperator: Operator {
  private let plan: ShowPlan
  private let input: Operator

  init(_ plan: ShowPlan, _ input: Operator) {
    self.plan = plan
    self.input = input
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while let start = try input.next(context) {
      let rows = plan.rows(context)
      if rows.isEmpty { continue }
      var batch = start.repeated(row: 0, count: rows.count, keeping: SlotSet())
      for (column, slot) in plan.outputs.enumerated() {
        batch.columns[slot] = .values(rows.map { $0[column] })
      }
      return batch
    }
    return nil
  }

  override func reset() { input.reset() }
}

extension Graph {
  /// The labels that nodes carry, sorted, with the number of nodes.
  var labelCounts: [(name: String, count: Int)] {
    labelNames.map { name in (name, label(name).map { count(label: $0) } ?? 0) }.filter { $0.count > 0 }
  }

  /// The types of relationships that are there, sorted, with their number.
  var typeCounts: [(name: String, count: Int)] {
    typeNames.map { name in (name, type(name).map { count(type: $0) } ?? 0) }.filter { $0.count > 0 }
  }
}
