internal import Persistence
internal import PropertyGraph

/// The columns of a file: their names, and the types that their cells are read as.
struct CSVColumns {
  /// The names, without the types that the header asks for.
  private(set) var names: [String] = []
  private(set) var types: [CellType?] = []
  /// The columns whose type the header asks for.
  private var isFixed: [Bool] = []

  /// Reads the header, and all rows to find the types of columns that it leaves open.
  init(_ reader: inout CSVReader) throws(DataError) {
    guard try reader.next() else { throw reader.error(.unexpected(found: nil, expected: .header)) }
    for index in 0..<reader.count {
      let parts = Self.split(reader.text(index))
      if names.contains(where: { $0.utf8.elementsEqual(parts.name.utf8) }) {
        throw reader.error(.duplicateColumn(parts.name))
      }
      names.append(parts.name)
      types.append(parts.type)
      isFixed.append(parts.type != nil)
    }
    while try reader.next() {
      guard reader.count <= names.count else {
        throw reader.error(.wrongCellCount(expected: names.count, found: reader.count))
      }
      for index in 0..<reader.count where !isFixed[index] && types[index] != .text && !reader.isNull(index) {
        reader.withCell(index) { cell in
          types[index] = types[index]?.widened(for: cell) ?? .narrowest(cell)
        }
      }
    }
  }

  /// The value of a cell of the row at hand.
  @inline(__always)
  func withValue(
    _ index: Int, of reader: borrowing CSVReader, _ body: (StoredValue) throws(DataError) -> Void
  ) throws(DataError) {
    if index >= reader.count || reader.isNull(index) { return try body(.null) }
    let type = types[index] ?? .text
    try reader.withCell(index) { (cell) throws(DataError) in
      if let value = type.value(cell) { return try body(value) }
      let text = String(decoding: cell, as: UTF8.self)
      throw reader.error(.badCell(text, column: names[index], expected: type.name))
    }
  }

  /// The name and the type in a heading such as `born:date`.
  private static func split(_ heading: String) -> (name: String, type: CellType?) {
    guard let colon = heading.lastIndex(of: ":"),
      let type = CellType(name: heading[heading.index(after: colon)...])
    else { return (heading, nil) }
    return (String(heading[..<colon]), type)
  }
}
