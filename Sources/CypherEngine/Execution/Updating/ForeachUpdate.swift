import CypherSyntax
import PropertyGraph

/// FOREACH: carries clauses out for each element of a list, row by row; each round sees those before it.
struct ForeachUpdate: Update {
  private let slot: Slot
  private let list: Evaluation
  private let updates: [any Update]
  /// The slots of a row that the clauses read.
  private let reads: SlotSet
  let details: String
  let name = "Foreach"

  /// Compiles a clause with those in it.
  init(
    slot: Slot, list: BoundExpression, _ clauses: [BoundClause], _ context: PlanContext
  ) throws(CypherError) {
    self.slot = slot
    self.list = try Evaluation.compile(list, context)
    reads = clauses.reduce(into: SlotSet()) { $0.formUnion($1.reads) }
    let inner = context.needing(reads)
    updates = try clauses.map { (clause) throws(CypherError) in
      try UpdatePlanner.update(clause, inner)
    }
    details = "\(context.name(of: slot)): \(updates.map(\.name).joined(separator: ", "))"
  }

  var evaluations: [Evaluation] { [list] + updates.flatMap(\.evaluations) }

  func run(_ rows: inout [Batch], _ writer: GraphWriter) throws(CypherError) {
    for batch in rows {
      for row in 0..<batch.count {
        let value = try list.value(batch, row: row, writer.context)
        guard let elements = try elements(of: value) else { continue }
        for group in rounds(elements) {
          try writer.context.check()
          var inner = batch.repeated(row: row, count: group.count, keeping: reads)
          inner.columns[slot] = .values(Array(group))
          try run(inner, writer)
        }
      }
    }
  }

  private func run(_ row: Batch, _ writer: GraphWriter) throws(CypherError) {
    var rows = [row]
    for update in updates {
      try update.run(&rows, writer)
    }
  }

  /// The elements that go together: one at a time, as each round may read what those before it wrote.
  private func rounds(_ elements: [Value]) -> [ArraySlice<Value>] {
    if updates.count == 1, updates[0] is CreateUpdate,
      updates[0].evaluations.allSatisfy(\.applied.isEmpty)
    {
      return [elements[...]]
    }
    return elements.indices.map { elements[$0...$0] }
  }

  private func elements(of value: Value) throws(CypherError) -> [Value]? {
    switch value {
    case .list(let elements): return elements.isEmpty ? nil : elements
    case .null: return nil
    default:
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentType", "FOREACH wants a list, not \(value.typeName)",
        at: list.root.span)
    }
  }
}
