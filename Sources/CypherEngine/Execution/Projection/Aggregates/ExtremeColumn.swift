import CypherSyntax
import PropertyGraph

/// `min` and `max`: typed as long as the values are of one type.
final class ExtremeColumn: AggregateColumn {
  /// The best value of each group so far.
  private enum Best {
    case none
    case integers([Int64?])
    case floats([Double?])
    case dates([Int64?])
    case values([Value])
  }

  /// 1 for the greatest, -1 for the least.
  private let sign: Int
  private var best = Best.none

  init(sign: Int) { self.sign = sign }

  override func add(
    _ arguments: [Vector], _ rows: GroupedRows, _ context: ExecutionContext
  ) throws(CypherError) {
    let groups = rows.groups
    let taken = best
    best = .none
    switch (arguments[0], taken) {
    case (.integers(let numbers, let nulls), .none):
      best = .integers(improved([], numbers, nulls, rows, isLess: <))
    case (.integers(let numbers, let nulls), .integers(let values)):
      best = .integers(improved(values, numbers, nulls, rows, isLess: <))
    case (.dates(let days, let nulls), .none):
      best = .dates(improved([], days, nulls, rows, isLess: <))
    case (.dates(let days, let nulls), .dates(let values)):
      best = .dates(improved(values, days, nulls, rows, isLess: <))
    case (.floats(let numbers, let nulls), .none):
      best = .floats(improved([], numbers, nulls, rows, isLess: Self.isLess))
    case (.floats(let numbers, let nulls), .floats(let values)):
      best = .floats(improved(values, numbers, nulls, rows, isLess: Self.isLess))
    case (let vector, _):
      var values = Self.values(taken)
      while values.count < rows.groupCount { values.append(.null) }
      for row in groups.indices {
        let value = vector.value(at: row)
        if value.isNull { continue }
        let group = Int(groups[row])
        if values[group].isNull || Value.order(value, values[group]).signum() == sign {
          values[group] = value
        }
      }
      best = .values(values)
    }
  }

  /// NaN is greater than every number.
  private static func isLess(_ a: Double, _ b: Double) -> Bool { a < b || b.isNaN && !a.isNaN }

  @inline(__always)
  private func improved<T>(
    _ best: [T?], _ column: [T], _ nulls: NullMask?, _ rows: GroupedRows,
    isLess: (T, T) -> Bool
  ) -> [T?] {
    var best = best
    let groups = rows.groups
    if best.count < rows.groupCount {
      best.append(contentsOf: repeatElement(nil, count: rows.groupCount - best.count))
    }
    for row in groups.indices where nulls?[row] != true {
      let group = Int(groups[row])
      let value = column[row]
      if let known = best[group] {
        if sign < 0 ? isLess(value, known) : isLess(known, value) { best[group] = value }
      } else {
        best[group] = value
      }
    }
    return best
  }

  override func results(groupCount: Int) throws(CypherError) -> Vector {
    var column = VectorBuilder(capacity: groupCount)
    for value in Self.values(best) { column.append(value) }
    while column.count < groupCount { column.append(.null) }
    return column.vector
  }

  private static func values(_ best: Best) -> [Value] {
    switch best {
    case .none: []
    case .integers(let numbers): numbers.map { $0.map { .integer($0) } ?? .null }
    case .floats(let numbers): numbers.map { $0.map { .float($0) } ?? .null }
    case .dates(let days):
      days.map { $0.map { .date(CalendarDate(daysSinceEpoch: $0)) } ?? .null }
    case .values(let values): values
    }
  }
}
