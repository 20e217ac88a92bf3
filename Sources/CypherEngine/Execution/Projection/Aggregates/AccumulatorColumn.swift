import CypherSyntax
import PropertyGraph

/// Any aggregate: an accumulator for each group.
final class AccumulatorColumn: AggregateColumn {
  private let definition: AggregateDefinition
  private let span: Span
  private var accumulators: [any Accumulator] = []
  private var limits: LimitTracker?

  init(_ definition: AggregateDefinition, _ span: Span) {
    self.definition = definition
    self.span = span
  }

  override func add(
    _ arguments: [Vector], _ rows: GroupedRows, _ context: ExecutionContext
  ) throws(CypherError) {
    limits = context.limits
    grow(to: rows.groupCount)
    var values = Array(repeating: Value.null, count: arguments.count)
    for row in 0..<rows.count {
      for index in arguments.indices { values[index] = arguments[index].value(at: row) }
      try accumulators[Int(rows.groups[row])].add(values, span)
    }
  }

  override func results(groupCount: Int) throws(CypherError) -> Vector {
    grow(to: groupCount)
    var column = VectorBuilder(capacity: groupCount)
    for index in accumulators.indices {
      column.append(try accumulators[index].result { () throws(CypherError) in try limits?.check() })
    }
    return column.vector
  }

  override var bytesPerRow: Int { MemoryLayout<Value>.stride }

  private func grow(to count: Int) {
    while accumulators.count < count { accumulators.append(definition.make()) }
  }
}

/// An aggregate over different values: each value of a group is taken in once.
final class DistinctColumn: AggregateColumn {
  private let inner: AggregateColumn
  private var coder = ValueCoder()
  private var seen = NumberTable()
  private var count: UInt32 = 0

  init(_ inner: AggregateColumn) { self.inner = inner }

  override func add(
    _ arguments: [Vector], _ rows: GroupedRows, _ context: ExecutionContext
  ) throws(CypherError) {
    guard let first = arguments.first else { return }
    var codes: [UInt32] = []
    codes.reserveCapacity(rows.count)
    coder.append(codesOf: first, context.graph.texts, to: &codes)
    var new: [Int32] = []
    for row in codes.indices {
      let pair = UInt64(rows.groups[row]) << 32 | UInt64(codes[row])
      if seen.code(of: pair, next: count) == count {
        count &+= 1
        new.append(Int32(truncatingIfNeeded: row))
      }
    }
    if new.count == rows.count, rows.weights == nil { return try inner.add(arguments, rows, context) }
    try inner.add(arguments.map { $0.gathered(new) }, rows.gathered(new), context)
  }

  override func results(groupCount: Int) throws(CypherError) -> Vector {
    try inner.results(groupCount: groupCount)
  }

  override var bytesPerRow: Int { 16 + inner.bytesPerRow }
}
