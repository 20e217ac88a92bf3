public import Persistence

/// Reads comma-separated values row by row: RFC 4180, with any character between the cells and any line ends.
///
/// A byte order mark is passed over, and so are empty lines. A quote inside a cell that does not begin with one stands
/// for itself. Nothing is allocated for a row: its cells are shown where they lie.
public struct CSVReader: ~Copyable {
  private var cursor: ByteCursor
  private let delimiter: [UInt8]
  private let ends: CellEnds
  private var cells: [Cell] = []
  /// Cells in quotes whose doubled quotes were made single.
  private var unquoted: [UInt8] = []
  private var row: UnsafePointer<UInt8>
  private var rowOffset = 0

  private struct Cell {
    var start = 0
    var count = 0
    var isQuoted = false
    /// Whether the bytes lie in `unquoted` rather than behind the beginning of the row.
    var isCopied = false
  }

  /// Reads from a source's window on.
  ///
  /// - Throws: where the delimiter is no single code point, or a quote or a line end.
  public init(_ source: ByteSource, delimiter: String = ",") throws(DataError) {
    self.delimiter = try Self.bytes(of: delimiter)
    ends = CellEnds(self.delimiter[0])
    cursor = ByteCursor(source)
    row = cursor.at
  }

  private static func bytes(of delimiter: String) throws(DataError) -> [UInt8] {
    guard delimiter.unicodeScalars.count == 1, !["\"", "\n", "\r", "\0"].contains(delimiter) else {
      throw DataError(.badDelimiter(delimiter))
    }
    return Array(delimiter.utf8)
  }

  // MARK: The row at hand

  /// The number of cells.
  public var count: Int { cells.count }

  /// Whether a cell is empty and without quotes, which stands for null.
  public func isNull(_ index: Int) -> Bool { cells[index].count == 0 && !cells[index].isQuoted }

  /// Calls with the bytes of a cell, which are valid UTF-8 and hold during the call.
  public func withCell<R, E: Error>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    let cell = cells[index]
    if !cell.isCopied { return try body(UnsafeBufferPointer(start: row + cell.start, count: cell.count)) }
    return try unquoted.withUnsafeBufferPointer { (bytes) throws(E) in
      try body(UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.start + cell.count]))
    }
  }

  /// A cell as text.
  public func text(_ index: Int) -> String { withCell(index) { String(decoding: $0, as: UTF8.self) } }

  /// An error in the row at hand.
  public func error(_ fact: DataError.Fact) -> DataError { cursor.error(fact, at: rowOffset) }

  // MARK: Reading

  /// Moves to the next row; false at the end.
  public mutating func next() throws(DataError) -> Bool {
    cells.removeAll(keepingCapacity: true)
    unquoted.removeAll(keepingCapacity: true)
    row = cursor.at
    if cursor.offset == 0 { try passByteOrderMark() }
    guard try passEmptyLines() else { return false }
    rowOffset = cursor.offset
    repeat { try readCell() } while try passDelimiter()
    return true
  }

  private mutating func passByteOrderMark() throws(DataError) {
    try fetch(3)
    if cursor.at[0] == 0xEF, cursor.at[1] == 0xBB, cursor.at[2] == 0xBF { cursor.at += 3 }
  }

  private mutating func passEmptyLines() throws(DataError) -> Bool {
    while true {
      while cursor.at.pointee == 0x0A || cursor.at.pointee == 0x0D { cursor.at += 1 }
      row = cursor.at
      if cursor.at < cursor.end { return true }
      guard try cursor.refill(keeping: &row) else { return false }
    }
  }

  private mutating func readCell() throws(DataError) {
    if cursor.at == cursor.end { try fetch(1) }
    let isQuoted = cursor.at.pointee == 0x22
    if isQuoted { return try readQuotedCell() }
    let start = cursor.at - row
    while true {
      cursor.at = ends.next(cursor.at)
      if cursor.at == cursor.end {
        guard try cursor.refill(keeping: &row) else { break }
      } else if try isAtCellEnd() {
        break
      } else {
        cursor.at += 1
      }
    }
    cells.append(Cell(start: start, count: cursor.at - row - start))
  }

  private mutating func isAtCellEnd() throws(DataError) -> Bool {
    let byte = cursor.at.pointee
    if byte == 0x0A || byte == 0x0D { return true }
    return try isAtDelimiter()
  }

  private mutating func isAtDelimiter() throws(DataError) -> Bool {
    guard cursor.at.pointee == delimiter[0] else { return false }
    if delimiter.count == 1 { return true }
    try fetch(delimiter.count)
    for index in delimiter.indices where cursor.at[index] != delimiter[index] { return false }
    return true
  }

  private mutating func readQuotedCell() throws(DataError) {
    let quote = cursor.offset
    cursor.at += 1
    let start = cursor.at - row
    var copied: Int?
    var begin = start
    while true {
      cursor.at = CellEnds.quote(cursor.at)
      if cursor.at == cursor.end {
        guard try cursor.refill(keeping: &row) else { throw cursor.error(.unclosedQuote, at: quote) }
        continue
      }
      cursor.at += 1
      if cursor.at[-1] != 0x22 { continue }
      try fetch(1)
      guard cursor.at.pointee == 0x22 else { break }
      copied = copied ?? unquoted.count
      unquoted.append(contentsOf: UnsafeBufferPointer(start: row + begin, count: cursor.at - row - begin))
      cursor.at += 1
      begin = cursor.at - row
    }
    let end = cursor.at - row - 1
    if let copied {
      unquoted.append(contentsOf: UnsafeBufferPointer(start: row + begin, count: end - begin))
      cells.append(Cell(start: copied, count: unquoted.count - copied, isQuoted: true, isCopied: true))
    } else {
      cells.append(Cell(start: start, count: end - start, isQuoted: true))
    }
  }

  /// Passes what ends a cell; true where it is a delimiter, so that another cell follows.
  private mutating func passDelimiter() throws(DataError) -> Bool {
    try fetch(2)
    if cursor.at == cursor.end { return false }
    if try isAtDelimiter() {
      cursor.at += delimiter.count
      return true
    }
    let byte = cursor.at.pointee
    guard byte == 0x0A || byte == 0x0D else {
      let rest = UnsafeBufferPointer(start: cursor.at, count: min(cursor.end - cursor.at, 16))
      let found = String(decoding: rest, as: UTF8.self).first ?? " "
      throw cursor.error(.textAfterQuote(found), at: cursor.offset)
    }
    cursor.at += byte == 0x0D && cursor.at[1] == 0x0A ? 2 : 1
    return false
  }

  /// Makes sure that so many bytes are in the window where the text has them.
  private mutating func fetch(_ count: Int) throws(DataError) {
    while cursor.end - cursor.at < count, try cursor.refill(keeping: &row) {}
  }
}
