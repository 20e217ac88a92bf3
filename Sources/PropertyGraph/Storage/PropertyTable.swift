/// The columns of the nodes with one set of labels, or of the relationships of one type.
final class PropertyTable {
  /// The columns, by key.
  @exclusivity(unchecked) private(set) var columns: [(key: KeyID, column: Column)] = []
  /// The column of each key plus one; 0 or past the end: none.
  @exclusivity(unchecked) private var places: [Int32] = []

  /// The bytes that the rows take.
  var bytes: Int { columns.reduce(0) { $0 + $1.column.size } }

  /// The same rows in memory of their own.
  func copy() -> PropertyTable {
    let copy = PropertyTable()
    copy.columns = columns.map { ($0.key, $0.column.copy()) }
    copy.places = places
    return copy
  }

  /// The column of a key, if there is one.
  @inline(__always)
  func column(_ key: KeyID) -> Column? {
    let position = Int(key.rawValue)
    guard position < places.count, places[position] > 0 else { return nil }
    return columns[Int(places[position]) - 1].column
  }

  /// What is in a row under a key.
  func cell(_ key: KeyID, _ row: Int, _ texts: TextHeap) -> Cell { column(key)?.cell(row, texts) ?? .null }

  /// Puts a cell into a row under a key, whose column is made where it is missing.
  func set(_ key: KeyID, _ row: Int, to cell: Cell, _ texts: TextHeap) {
    if let column = column(key) { return column.set(row, to: cell, texts) }
    if !cell.isNull { makeColumn(key).set(row, to: cell, texts) }
  }

  /// Makes a row null under all keys.
  func clear(_ row: Int) {
    for (_, column) in columns { column.clear(row) }
  }

  /// Drops the rows from one on.
  func truncate(to rows: Int) {
    for (_, column) in columns { column.truncate(to: rows) }
  }

  /// Puts what another table has in a row into a row that is null.
  func copy(_ row: Int, from other: PropertyTable, _ source: Int, _ texts: TextHeap) {
    for (key, column) in other.columns where !column.isNull(source) {
      set(key, row, to: column.cell(source, texts), texts)
    }
  }

  /// What is in a row, by key, without nulls.
  func cells(_ row: Int, _ texts: TextHeap) -> [(key: KeyID, cell: Cell)] {
    columns.compactMap { $0.column.isNull(row) ? nil : ($0.key, $0.column.cell(row, texts)) }
  }

  /// What is in a row, by key, without nulls.
  func properties(_ row: Int, _ texts: TextHeap) -> [Property] {
    cells(row, texts).map { ($0.key, $0.cell.value(texts)) }
  }

  /// Puts the rows into another order; rows that are not named are dropped.
  func reorder(_ rows: [Int], _ texts: TextHeap) {
    for index in columns.indices {
      let old = columns[index].column
      let new = Column()
      for (row, source) in rows.enumerated() where !old.isNull(source) {
        new.set(row, to: old.cell(source, texts), texts)
      }
      columns[index].column = new
    }
  }

  /// Exchanges the keys and the codes of texts for those of another graph, which are given by the old ones.
  func rename(_ keys: [KeyID], _ codes: [UInt32]) {
    columns = columns.map { (keys[Int($0.key.rawValue)], $0.column) }.sorted { $0.key < $1.key }
    places = []
    for (place, entry) in columns.enumerated() {
      entry.column.recode(codes)
      note(entry.key, at: place)
    }
  }

  /// Gives back the room that is not in use.
  func trim() {
    for (_, column) in columns { column.trim() }
  }

  private func makeColumn(_ key: KeyID) -> Column {
    let column = Column()
    let index = columns.firstIndex { $0.key > key } ?? columns.count
    columns.insert((key, column), at: index)
    for place in index..<columns.count { note(columns[place].key, at: place) }
    return column
  }

  private func note(_ key: KeyID, at place: Int) {
    let position = Int(key.rawValue)
    if position >= places.count {
      places.append(contentsOf: repeatElement(0, count: position + 1 - places.count))
    }
    places[position] = Int32(place + 1)
  }
}
