import CypherSyntax
import PropertyGraph

/// MERGE: finds the pattern or makes it, row by row, and sees what it made for the rows before.
struct MergeUpdate: Update {
  private let search: AppliedPlan
  private let create: CreateUpdate
  private let paths: [BoundNewPath]
  private let onCreate: SetUpdate
  private let onMatch: SetUpdate
  /// The slots of nodes and relationships that are found or made.
  private let filled: [Slot]
  let details: String
  let name = "Merge"

  /// Compiles a clause.
  init(_ merge: BoundMerge, _ context: PlanContext) throws(CypherError) {
    create = try CreateUpdate(merge.create, refusesNull: true, context)
    onCreate = try SetUpdate(merge.onCreate, context)
    onMatch = try SetUpdate(merge.onMatch, context)
    paths = merge.create.paths
    filled = merge.create.nodes.map(\.slot) + merge.create.relationships.map(\.slot)
    details = merge.create.description(context)
    let match = BoundMatch(merge)
    var needed = SlotSet(filled)
    needed.formUnion(onMatch.slots)
    for path in paths { needed.formUnion(SlotSet(path.nodes)) }
    let inner = context.applied(needed: needed)
    search = AppliedPlan(
      try MatchPlanner.planApplied(match, context: inner), argument: inner.argument)
  }

  var evaluations: [Evaluation] {
    create.evaluations + onCreate.evaluations + onMatch.evaluations
  }

  func run(_ rows: inout [Batch], _ writer: GraphWriter) throws(CypherError) {
    let search = writer.context.operators(for: search)
    for index in rows.indices { rows[index] = try merge(rows[index], search, writer) }
  }

  /// Gives the rows of a batch with what was found or made for each.
  private func merge(
    _ batch: Batch, _ search: AppliedOperator, _ writer: GraphWriter
  ) throws(CypherError) -> Batch {
    var merged = MergedRows(filled)
    for row in 0..<batch.count {
      try writer.context.check()
      let argument = batch.rows(row..<row + 1)
      var found = try search.all(argument, writer.context)
      if found.isEmpty {
        found = [argument]
        try create.run(&found, writer)
        try onCreate.run(&found, writer)
      } else if !onMatch.isEmpty {
        for index in found.indices { found[index].fill(paths) }
        try onMatch.run(&found, writer)
      }
      for batch in found { merged.add(batch, for: row) }
    }
    return merged.joined(to: batch, paths)
  }
}

extension BoundMatch {
  /// What a MERGE searches for; paths are made afterwards, whether of what was found or of what was made.
  fileprivate init(_ merge: BoundMerge) {
    var pattern = merge.pattern
    for index in pattern.parts.indices { pattern.parts[index].pathSlot = nil }
    var arguments = SlotReads()
    for node in pattern.nodes {
      if node.isBound { arguments.read(node.slot) } else { arguments.fill(node.slot) }
    }
    for node in pattern.nodes { arguments.add(node.properties) }
    for relationship in pattern.relationships {
      arguments.fill(relationship.slot)
      arguments.add(relationship.properties)
    }
    self.init(
      isOptional: false, pattern: pattern, predicates: [], arguments: arguments.free,
      introduced: merge.create.nodes.map(\.slot) + merge.create.relationships.map(\.slot))
  }
}

extension AppliedOperator {
  /// All rows for one argument, before anything is changed.
  fileprivate func all(_ argument: Batch, _ context: ExecutionContext) throws(CypherError) -> [Batch] {
    start(argument)
    var batches: [Batch] = []
    while let batch = try next(context) { batches.append(batch) }
    return batches
  }
}

/// What MERGE found or made, row after row.
private struct MergedRows {
  private let slots: [Slot]
  private var columns: [VectorBuilder]
  private var rows: [Int32] = []

  init(_ slots: [Slot]) {
    self.slots = slots
    columns = slots.map { _ in VectorBuilder(capacity: Batch.usualCount) }
  }

  /// Adds rows that belong to a row of the input.
  mutating func add(_ batch: Batch, for row: Int) {
    for (index, slot) in slots.enumerated() {
      for found in 0..<batch.count { columns[index].append(batch.value(slot, found)) }
    }
    rows += repeatElement(Int32(truncatingIfNeeded: row), count: batch.count)
  }

  /// The rows of the input, repeated where more than one was found, with what was found.
  func joined(to input: Batch, _ paths: [BoundNewPath]) -> Batch {
    var batch = input.gathered(rows)
    for (slot, column) in zip(slots, columns) { batch.columns[slot] = column.vector }
    batch.fill(paths)
    return batch
  }
}
