import CypherSyntax
import PropertyGraph

/// `sum` and `avg`: numbers are added up without being made into values.
final class TotalColumn: AggregateColumn {
  private let name: String
  private let isAverage: Bool
  private let span: Span
  /// The sums as long as all numbers are floats; and how many there were, where that is asked for.
  private var floats: [FloatSum] = []
  private var counts: [Int64] = []
  /// The sums from the first other number on.
  private var totals: [NumberTotal] = []
  private var isOfFloats = true
  /// Groups that hold durations.
  private var others: [UInt32: Total] = [:]

  init(_ definition: AggregateDefinition, _ span: Span) {
    name = definition.name
    isAverage = name == "avg"
    self.span = span
  }

  override var sharesWork: Bool { true }

  override func add(
    _ arguments: [Vector], _ rows: GroupedRows, _ context: ExecutionContext
  ) throws(CypherError) {
    if case .floats(let numbers, let nulls) = arguments[0], isOfFloats {
      grow(to: rows.groupCount)
      Self.add(to: &floats, rows, nulls) { (sum, row) in sum.add(numbers[row]) }
      if isAverage { Self.add(to: &counts, rows, nulls) { (count, _) in count &+= 1 } }
      return
    }
    takeAllKinds()
    grow(to: rows.groupCount)
    if !others.isEmpty { return try addValues(arguments[0], rows.groups) }
    switch arguments[0] {
    case .integers(let numbers, let nulls):
      Self.add(to: &totals, rows, nulls) { (total, row) in total.add(numbers[row]) }
    case .floats(let numbers, let nulls):
      Self.add(to: &totals, rows, nulls) { (total, row) in total.add(numbers[row]) }
    default: try addValues(arguments[0], rows.groups)
    }
  }

  @inline(__always)
  private static func add<T>(
    to all: inout [T], _ rows: GroupedRows, _ nulls: NullMask?, _ add: (inout T, Int) -> Void
  ) {
    // A local: the loop is to go past no object.
    var totals = all
    all = []
    let groups = rows.groups
    if rows.isSingle, nulls == nil {
      var total = totals[0]
      for row in groups.indices { add(&total, row) }
      totals[0] = total
    } else if let nulls {
      for row in groups.indices where !nulls[row] { add(&totals[Int(groups[row])], row) }
    } else {
      for row in groups.indices { add(&totals[Int(groups[row])], row) }
    }
    all = totals
  }

  /// Goes on with totals of any numbers.
  private func takeAllKinds() {
    guard isOfFloats else { return }
    isOfFloats = false
    totals = floats.indices.map { group in
      NumberTotal(floats[group], count: isAverage ? counts[group] : floats[group].isEmpty ? 0 : 1)
    }
    (floats, counts) = ([], [])
  }

  private func addValues(_ values: Vector, _ groups: [UInt32]) throws(CypherError) {
    for row in groups.indices {
      let group = groups[row]
      let value = values.value(at: row)
      if others[group] != nil {
        try others[group]?.add(value, span)
        continue
      }
      switch value {
      case .null: break
      case .integer(let number): totals[Int(group)].add(number)
      case .float(let number): totals[Int(group)].add(number)
      default:
        // Not a number: the total takes it, or says why it cannot.
        var other = Total(name)
        try other.add(value, span)
        try add(other, to: group)
      }
    }
  }

  override func add(
    later: AggregateColumn, _ groups: [UInt32], groupCount: Int
  ) throws(CypherError) {
    guard let later = later as? TotalColumn else { return }
    if isOfFloats, later.isOfFloats {
      grow(to: groupCount)
      for (group, sum) in zip(groups, later.floats) { floats[Int(group)].add(sum) }
      for (group, count) in zip(groups, later.counts) { counts[Int(group)] += count }
      return
    }
    takeAllKinds()
    later.takeAllKinds()
    grow(to: groupCount)
    for (group, total) in zip(groups, later.totals) where total.count > 0 {
      // A number among durations: the total says why it cannot take it.
      try others[group]?.add(.integer(0), span)
      totals[Int(group)].add(total)
    }
    for (group, other) in later.others { try add(other, to: groups[Int(group)]) }
  }

  /// Adds what is not of numbers only to a group.
  private func add(_ other: Total, to group: UInt32) throws(CypherError) {
    var whole = others[group] ?? Total(name)
    if totals[Int(group)].count > 0 { try whole.add(.integer(0), span) }
    try whole.add(other)
    others[group] = whole
  }

  override func results(groupCount: Int) throws(CypherError) -> Vector {
    if isOfFloats, !isAverage, floats.count == groupCount, !floats.contains(where: \.isEmpty) {
      return .floats(floats.map(\.value), nulls: nil)
    }
    takeAllKinds()
    grow(to: groupCount)
    var column = VectorBuilder(capacity: groupCount)
    for group in totals.indices {
      if let other = others[UInt32(truncatingIfNeeded: group)] {
        column.append(isAverage ? try other.average() : try other.sum())
      } else if isAverage {
        column.append(totals[group].average)
      } else {
        column.append(try totals[group].sum(at: span))
      }
    }
    return column.vector
  }

  private func grow(to count: Int) {
    while !isOfFloats, totals.count < count { totals.append(NumberTotal()) }
    while isOfFloats, floats.count < count { floats.append(FloatSum()) }
    while isOfFloats, isAverage, counts.count < count { counts.append(0) }
  }
}
