/// One property of the rows of a table: typed and as narrow as its values allow, mixed only when their types differ.
///
/// Rows past `count` are null, so that a row costs nothing in the columns that it does not use. Memory that the
/// column hands out as pointers holds until its next change.
final class Column {
  /// How the values are kept.
  @exclusivity(unchecked) private(set) var kind = ColumnKind.empty
  /// The number of rows kept; those past it are null.
  @exclusivity(unchecked) private(set) var count = 0
  /// The number of rows that are not null.
  @exclusivity(unchecked) private(set) var filled = 0
  /// The rows of kinds that have a width.
  @exclusivity(unchecked) private var bytes = Buffer<UInt8>()
  /// A bit a row, set where it is null, for kinds with a mask; without words nothing is null.
  @exclusivity(unchecked) private(set) var nulls = Buffer<UInt64>()
  /// The rows of a mixed column.
  @exclusivity(unchecked) private(set) var values: [Value] = []

  deinit {
    bytes.free()
    nulls.free()
  }

  /// The bytes that the rows take; texts are not counted, as others share them.
  var size: Int { bytes.bytes + nulls.bytes + values.count * MemoryLayout<Value>.stride }

  /// The same rows in memory of their own.
  func copy() -> Column {
    let copy = Column()
    (copy.kind, copy.count, copy.filled) = (kind, count, filled)
    (copy.bytes, copy.nulls, copy.values) = (bytes.copy(), nulls.copy(), values)
    return copy
  }

  /// The rows, as the kind keeps them.
  @inline(__always)
  func rows<Element: BitwiseCopyable>(as type: Element.Type) -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer(bytes.base).assumingMemoryBound(to: type)
  }

  /// Whether a row is null.
  @inline(__always)
  func isNull(_ row: Int) -> Bool {
    if row >= count { return true }
    return switch kind {
    case .empty: true
    case .booleans: rows(as: UInt8.self)[row] == 2
    case .texts: rows(as: UInt32.self)[row] == TextHeap.none
    case .mixed: values[row].isNull
    case .integers32, .integers, .floats, .dates32, .dates: isMasked(row)
    }
  }

  @inline(__always)
  func isMasked(_ row: Int) -> Bool { nulls.count > 0 && nulls[row >> 6] >> UInt64(row & 63) & 1 != 0 }

  /// What is in a row.
  func cell(_ row: Int, _ texts: TextHeap) -> Cell {
    if isNull(row) { return .null }
    return switch kind {
    case .empty: .null
    case .integers32: .integer(Int64(rows(as: Int32.self)[row]))
    case .integers: .integer(rows(as: Int64.self)[row])
    case .floats: .float(rows(as: Double.self)[row])
    case .booleans: .boolean(rows(as: UInt8.self)[row] == 1)
    case .texts: .text(rows(as: UInt32.self)[row])
    case .dates32: .date(Int64(rows(as: Int32.self)[row]))
    case .dates: .date(rows(as: Int64.self)[row])
    case .mixed: Cell(values[row], texts)
    }
  }

  /// Puts a cell into a row, which may lie past the count.
  func set(_ row: Int, to cell: Cell, _ texts: TextHeap) {
    let wanted = ColumnKind(of: cell)
    if wanted == .empty { return clear(row) }
    if wanted != kind && (filled == 0 || kind.joined(wanted) != kind) { become(wanted, texts) }
    if row < count && !isNull(row) {
      filled -= 1
    } else if row >= count {
      extend(to: row)
      appendRow()
    }
    filled += 1
    write(row, cell, texts)
  }

  /// Makes a row null.
  func clear(_ row: Int) {
    if isNull(row) { return }
    filled -= 1
    writeNull(row)
  }

  /// Drops the rows from one on.
  func truncate(to rows: Int) {
    guard count > rows else { return }
    for row in rows..<count where !isNull(row) { filled -= 1 }
    if nulls.count > 0 { for row in rows..<count { setMask(row, false) } }
    count = rows
    bytes.count = rows * kind.width
    if kind == .mixed { values.removeLast(values.count - rows) }
  }

  /// Keeps at least so many rows; the new ones are null.
  func extend(to rows: Int) {
    while count < rows {
      appendRow()
      writeNull(count - 1)
    }
  }

  /// Exchanges the codes of texts for those of another heap, which are given by the old ones.
  func recode(_ codes: [UInt32]) {
    guard kind == .texts else { return }
    let rows = rows(as: UInt32.self)
    for row in 0..<count where rows[row] != TextHeap.none { rows[row] = codes[Int(rows[row])] }
  }

  /// Makes room for so many rows of what the column holds.
  func reserve(_ rows: Int) { bytes.reserve(rows * kind.width) }

  /// Gives back the room that is not in use.
  func trim() {
    bytes.trim()
    nulls.trim()
  }
}

extension Column {
  /// Adds a row whose content is about to be written.
  @inline(__always)
  private func appendRow() {
    let width = kind.width
    bytes.grow(to: bytes.count + width)
    bytes.count += width
    if nulls.count > 0 && nulls.count << 6 <= count { nulls.append(0) }
    if kind == .mixed { values.append(.null) }
    count += 1
  }

  @inline(__always)
  private func write(_ row: Int, _ cell: Cell, _ texts: TextHeap) {
    switch (kind, cell) {
    case (.integers32, .integer(let number)), (.dates32, .date(let number)):
      rows(as: Int32.self)[row] = Int32(truncatingIfNeeded: number)
    case (.integers, .integer(let number)), (.dates, .date(let number)): rows(as: Int64.self)[row] = number
    case (.floats, .float(let number)): rows(as: Double.self)[row] = number
    case (.booleans, .boolean(let flag)): rows(as: UInt8.self)[row] = flag ? 1 : 0
    case (.texts, .text(let code)): rows(as: UInt32.self)[row] = code
    default: values[row] = cell.value(texts)
    }
    if nulls.count > 0 { setMask(row, false) }
  }

  private func writeNull(_ row: Int) {
    switch kind {
    case .empty: break
    case .booleans: rows(as: UInt8.self)[row] = 2
    case .texts: rows(as: UInt32.self)[row] = TextHeap.none
    case .mixed: values[row] = .null
    case .integers32, .integers, .floats, .dates32, .dates:
      if nulls.count == 0 { nulls.append(repeating: 0, count: (count + 63) >> 6) }
      setMask(row, true)
      zero(row)
    }
  }

  /// Null rows of numbers are 0, so that kernels may read them.
  private func zero(_ row: Int) {
    if kind.width == 4 { rows(as: UInt32.self)[row] = 0 } else { rows(as: UInt64.self)[row] = 0 }
  }

  private func setMask(_ row: Int, _ isNull: Bool) {
    let bit: UInt64 = 1 << UInt64(row & 63)
    if isNull { nulls[row >> 6] |= bit } else { nulls[row >> 6] &= ~bit }
  }

  /// Changes the kind so that it holds another kind as well.
  private func become(_ wanted: ColumnKind, _ texts: TextHeap) {
    if filled == 0 { return restart(wanted) }
    let joined = kind.joined(wanted)
    joined == .mixed ? mix(texts) : widen(joined)
  }

  /// Forgets the rows, all of which are null, and takes any kind.
  private func restart(_ newKind: ColumnKind) {
    count = 0
    bytes.count = 0
    nulls.free()
    values = []
    kind = newKind
  }

  private func mix(_ texts: TextHeap) {
    values = (0..<count).map { cell($0, texts).value(texts) }
    kind = .mixed
    bytes.free()
    nulls.free()
  }

  private func widen(_ newKind: ColumnKind) {
    var wide = Buffer<UInt8>()
    wide.append(repeating: 0, count: count * newKind.width)
    let target = UnsafeMutableRawPointer(wide.base).assumingMemoryBound(to: Int64.self)
    for row in 0..<count { target[row] = Int64(rows(as: Int32.self)[row]) }
    bytes.free()
    bytes = wide
    kind = newKind
  }
}
