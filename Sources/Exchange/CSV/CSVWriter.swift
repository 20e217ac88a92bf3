public import PropertyGraph

/// Writes separated values into one buffer: RFC 4180's quoting, lines ended by LF.
///
/// Null is an empty cell, an empty text is `""`. A text that a spreadsheet would run as a formula gets an apostrophe in
/// front. Source: OWASP, "CSV Injection".
public struct CSVWriter: ~Copyable {
  private var bytes: [UInt8] = []
  private let delimiter: [UInt8]
  private let guardsFormulas: Bool
  private var cellCount = 0

  /// Makes an empty text.
  ///
  /// - Parameter guardsFormulas: whether texts that begin with `= + - @`, TAB or CR are made harmless.
  public init(delimiter: Character = ",", guardsFormulas: Bool = true) {
    self.delimiter = Array(String(delimiter).utf8)
    self.guardsFormulas = guardsFormulas
  }

  /// The number of bytes held.
  public var count: Int { bytes.count }

  /// The text held.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Calls with the bytes held, and forgets them.
  public mutating func drain<E: Error>(_ body: (UnsafeBufferPointer<UInt8>) throws(E) -> Void) throws(E) {
    try bytes.withUnsafeBufferPointer(body)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes a row of texts, such as the names of columns.
  public mutating func row(_ texts: [String]) {
    for text in texts { cell(text) }
    endRow()
  }

  /// Writes a row of values.
  public mutating func row(_ values: [Value], graph: Graph) {
    for value in values { cell(value, graph: graph) }
    endRow()
  }

  /// Writes a cell: numbers, truth values and temporal values in their text form, lists and the like as JSON.
  public mutating func cell(_ value: Value, graph: Graph) {
    switch value {
    case .null: separate()
    case .string(let text): cell(text)
    default: plain(value.plainText(graph))
    }
  }

  /// Writes a cell of text.
  public mutating func cell(_ text: String) {
    let isFormula = guardsFormulas && text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    plain(isFormula ? "'" + text : text)
  }

  /// Ends the row.
  public mutating func endRow() {
    // An empty line is no row: the one empty cell of a row gets quotes.
    let isEmptyLine = bytes.isEmpty || bytes.last == 0x0A
    if cellCount == 1 && isEmptyLine { bytes.append(contentsOf: [0x22, 0x22]) }
    bytes.append(0x0A)
    cellCount = 0
  }

  private mutating func plain(_ text: String) {
    separate()
    let needsQuotes =
      text.isEmpty
      || text.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == delimiter[0] }
    guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private mutating func separate() {
    if cellCount > 0 { bytes.append(contentsOf: delimiter) }
    cellCount += 1
  }
}
