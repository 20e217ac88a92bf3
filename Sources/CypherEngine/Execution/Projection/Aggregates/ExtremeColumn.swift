import CypherSyntax
import PropertyGraph

/// `min` and `max`: typed as long as the values are of one type.
final class ExtremeColumn: AggregateColumn {
  private enum Kind { case none, integers, floats, dates, texts, values }

  /// 1 for the greatest, -1 for the least.
  private let sign: Int
  private var kind = Kind.none
  /// The best value of each group so far; of these, only that of the kind is filled.
  private var whole: [Int64?] = []
  private var floats: [Double?] = []
  private var codes: [UInt32?] = []
  private var values: [Value?] = []
  private var heap: TextHeap?

  init(sign: Int) { self.sign = sign }

  override var sharesWork: Bool { true }

  override func add(
    _ arguments: [Vector], _ rows: GroupedRows, _ context: ExecutionContext
  ) throws(CypherError) {
    add(arguments[0], rows)
  }

  private func add(_ column: Vector, _ rows: GroupedRows) {
    switch column {
    case .integers(let numbers, let nulls) where becomes(.integers):
      improve(&whole, numbers, rows, isNull: { nulls?[$0] == true }, isLess: <)
    case .dates(let days, let nulls) where becomes(.dates):
      improve(&whole, days, rows, isNull: { nulls?[$0] == true }, isLess: <)
    case .floats(let numbers, let nulls) where becomes(.floats):
      improve(&floats, numbers, rows, isNull: { nulls?[$0] == true }) { $0 < $1 || $1.isNaN && !$0.isNaN }
    case .texts(let texts, let heap) where becomes(.texts):
      self.heap = heap
      improve(&codes, texts, rows, isNull: { texts[$0] == TextHeap.none }) { heap.compare($0, $1) < 0 }
    case let vector:
      if kind != .values { values = best.all.map { $0.isNull ? nil : $0 } }
      kind = .values
      let all = (0..<rows.count).map { vector.value(at: $0) }
      improve(&values, all, rows, isNull: { all[$0].isNull }) { Value.order($0, $1) < 0 }
    }
  }

  /// Whether values of a kind can be taken, as they are the first or like those before.
  private func becomes(_ wanted: Kind) -> Bool {
    if kind == .none { kind = wanted }
    return kind == wanted
  }

  @inline(__always)
  private func improve<T>(
    _ best: inout [T?], _ column: [T], _ rows: GroupedRows, isNull: (Int) -> Bool, isLess: (T, T) -> Bool
  ) {
    let groups = rows.groups
    if best.count < rows.groupCount {
      best.append(contentsOf: repeatElement(nil, count: rows.groupCount - best.count))
    }
    for row in groups.indices where !isNull(row) {
      let group = Int(groups[row])
      let value = column[row]
      if let known = best[group], !(sign < 0 ? isLess(value, known) : isLess(known, value)) { continue }
      best[group] = value
    }
  }

  /// The best values of the other column are rows like any others.
  override func add(
    later: AggregateColumn, _ groups: [UInt32], groupCount: Int
  ) throws(CypherError) {
    guard let later = later as? ExtremeColumn else { return }
    let best = later.best
    add(best, GroupedRows(groups: Array(groups.prefix(best.count)), groupCount: groupCount, isSingle: false))
  }

  override func results(groupCount: Int) throws(CypherError) -> Vector {
    var column = VectorBuilder(capacity: groupCount)
    column.append(contentsOf: best)
    while column.count < groupCount { column.append(.null) }
    return column.vector
  }

  /// The best values so far, null where a group has none.
  private var best: Vector {
    switch kind {
    case .none: return .values([])
    case .integers: return .integers(whole.map { $0 ?? 0 }, nulls: Self.nulls(whole))
    case .dates: return .dates(whole.map { $0 ?? 0 }, nulls: Self.nulls(whole))
    case .floats: return .floats(floats.map { $0 ?? 0 }, nulls: Self.nulls(floats))
    case .texts: if let heap { return .texts(codes.map { $0 ?? TextHeap.none }, heap) }
    case .values: break
    }
    return .values(values.map { $0 ?? .null })
  }

  /// Where there is no best value.
  private static func nulls<T>(_ best: [T?]) -> NullMask? {
    guard best.contains(where: { $0 == nil }) else { return nil }
    var mask = NullMask(count: best.count)
    for group in best.indices where best[group] == nil { mask[group] = true }
    return mask
  }
}
