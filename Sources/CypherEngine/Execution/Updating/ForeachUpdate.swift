import CypherSyntax
import PropertyGraph

/// FOREACH: carries clauses out for each element of a list, row by row; each round sees those before it.
struct ForeachUpdate: Update {
  private let slot: Slot
  private let list: ElementSource
  /// The slots and the sub-plans of the list.
  private let listNeeds: Evaluation
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
    var compiler = EvaluationCompiler(context: context)
    self.list = try compiler.source(list, for: "FOREACH")
    listNeeds = Evaluation(
      root: ConstantNode(.null, list.span), slots: list.slots, applied: compiler.applied)
    reads = clauses.reduce(into: SlotSet()) { $0.formUnion($1.reads) }
    let inner = context.needing(reads)
    updates = try clauses.map { (clause) throws(CypherError) in
      try UpdatePlanner.update(clause, inner)
    }
    details = "\(context.name(of: slot)): \(updates.map(\.name).joined(separator: ", "))"
  }

  var evaluations: [Evaluation] { [listNeeds] + updates.flatMap(\.evaluations) }

  func run(_ rows: inout [Batch], _ writer: GraphWriter) throws(CypherError) {
    for batch in rows {
      for row in 0..<batch.count {
        guard let elements = try list.elements(batch, row, writer.context) else { continue }
        var part = elements.part(from: 0)
        while !part.isEmpty {
          try writer.context.check()
          let round = goTogether ? part : part.lowerBound..<part.lowerBound + 1
          var inner = batch.repeated(row: row, count: round.count, keeping: reads)
          inner.columns[slot] = elements.vector(round)
          try run(inner, writer)
          part = elements.part(from: round.upperBound)
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

  /// Whether several elements may be taken at once: each round may read what those before it wrote, unless it only
  /// creates.
  private var goTogether: Bool {
    updates.count == 1 && updates[0] is CreateUpdate && updates[0].evaluations.allSatisfy(\.applied.isEmpty)
  }
}
