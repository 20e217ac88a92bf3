/// Reads one property of many entities into a vector, run by run of entities in the same table.
struct Gathering<Place: Locator> {
  /// Says where the entities are.
  let locator: Place
  /// The column of the property in each table.
  let columns: [Column?]
  let texts: TextHeap
  /// The entities; `UInt32.max` is none.
  let ids: [UInt32]

  /// The values, typed by the first column that any of the entities has, mixed where columns differ in type.
  var vector: Vector {
    guard let kind = ids.lazy.compactMap({ column(of: $0)?.kind }).first(where: { $0 != .empty }) else {
      return .constant(.null, count: ids.count)
    }
    return typed(kind) ?? .values(ids.map { value(of: $0) })
  }

  private func typed(_ kind: ColumnKind) -> Vector? {
    var nulls: NullMask?
    switch kind {
    case .integers32, .integers:
      return collect(null: 0, &nulls) { run in
        switch run.column.kind {
        case .integers32: run.copy(Int32.self) { Int64($0) }
        case .integers: run.copy(Int64.self) { $0 }
        default: nil
        }
      }.map { .integers($0, nulls: nulls) }
    case .dates32, .dates:
      return collect(null: 0, &nulls) { run in
        switch run.column.kind {
        case .dates32: run.copy(Int32.self) { Int64($0) }
        case .dates: run.copy(Int64.self) { $0 }
        default: nil
        }
      }.map { .dates($0, nulls: nulls) }
    case .floats:
      return collect(null: 0, &nulls) { $0.column.kind == .floats ? $0.copy(Double.self) { $0 } : nil }
        .map { .floats($0, nulls: nulls) }
    case .booleans:
      return collect(null: 2, &nulls) { $0.column.kind == .booleans ? $0.copy(UInt8.self) { $0 } : nil }
        .map { .booleans($0) }
    case .texts:
      return collect(null: TextHeap.none, &nulls) {
        $0.column.kind == .texts ? $0.copy(UInt32.self) { $0 } : nil
      }.map { .texts($0, texts) }
    case .mixed, .empty: return nil
    }
  }

  /// All values, copied run by run; nil where a run's column is of another type.
  private func collect<Out: BitwiseCopyable>(
    null: Out, _ nulls: inout NullMask?, _ copy: (inout GatherRun<Place, Out>) -> Int?
  ) -> [Out]? {
    var fits = true
    let values = [Out](unsafeUninitializedCapacity: ids.count) { target, count in
      ids.withUnsafeBufferPointer { ids in
        var position = 0
        while position < ids.count {
          let table = locator.table(ids[position])
          guard table >= 0, let column = columns[table], column.kind != .empty else {
            target.initializeElement(at: position, to: null)
            GatherRun<Place, Out>.mark(position, of: ids.count, &nulls)
            position += 1
            continue
          }
          var run = GatherRun(
            locator: locator, table: table, column: column, ids: ids, target: target, null: null,
            nulls: nulls,
            position: position)
          guard let end = copy(&run) else {
            fits = false
            break
          }
          nulls = run.nulls
          position = end
        }
        count = position
      }
    }
    return fits ? values : nil
  }

  private func column(of id: UInt32) -> Column? {
    let table = locator.table(id)
    return table < 0 ? nil : columns[table]
  }

  private func value(of id: UInt32) -> Value {
    guard let column = column(of: id) else { return .null }
    let row = locator.row(id)
    return row < 0 ? .null : column.cell(row, texts).value(texts)
  }
}

/// Consecutive entities of one table, and where their values go.
struct GatherRun<Place: Locator, Out: BitwiseCopyable> {
  let locator: Place
  let table: Int
  let column: Column
  let ids: UnsafeBufferPointer<UInt32>
  let target: UnsafeMutableBufferPointer<Out>
  let null: Out
  var nulls: NullMask?
  let position: Int

  /// Copies the values of the run and returns where it ends.
  @inline(__always)
  mutating func copy<Element: BitwiseCopyable>(
    _ type: Element.Type, _ convert: (Element) -> Out
  ) -> Int {
    let (rows, count, isMasked) = (column.rows(as: type), column.count, column.nulls.count > 0)
    var position = position
    while position < ids.count && locator.table(ids[position]) == table {
      let row = locator.row(ids[position])
      if row < 0 || row >= count || (isMasked && column.isMasked(row)) {
        target.initializeElement(at: position, to: null)
        Self.mark(position, of: ids.count, &nulls)
      } else {
        target.initializeElement(at: position, to: convert(rows[row]))
      }
      position += 1
    }
    return position
  }

  static func mark(_ row: Int, of count: Int, _ nulls: inout NullMask?) {
    if nulls == nil { nulls = NullMask(count: count) }
    nulls?[row] = true
  }
}
