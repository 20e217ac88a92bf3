/// What a person sees on a terminal: enough of a VT100 to place text, with marks that combine and wide characters.
public struct PseudoTerminalScreen: Sendable {
  /// How many cells a row has.
  public private(set) var columns: Int
  /// The row of the cursor, from 0.
  public private(set) var row = 0
  /// The column of the cursor, from 0.
  public private(set) var column = 0
  /// Whether a paste is announced by escape sequences.
  public private(set) var announcesPaste = false
  /// How often the bell rang.
  public private(set) var bells = 0

  /// The cells; the second cell of a wide character is empty.
  private var cells: [[String]]
  private var scrolledOff: [String] = []
  /// The cursor stands behind the last cell of a full row, and the next character goes to the next row.
  private var wrapsNext = false
  private var undecoded: [UInt8] = []
  private var sequence: String?
  private var joinsNext = false

  /// Makes an empty screen.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    cells = Self.blank(columns, rows)
  }

  /// The rows without the blanks at their ends.
  public var lines: [String] { cells.map { Self.trimmed($0.joined()) } }

  /// The rows down to the last one with text, joined by newlines.
  public var text: String {
    var shown = lines
    while shown.last == "" { shown.removeLast() }
    return shown.joined(separator: "\n")
  }

  /// The rows that went off the top, then those that are shown.
  public var everything: String { (scrolledOff + [text]).joined(separator: "\n") }

  /// The row of the cursor.
  public var cursorLine: String { lines[row] }

  /// Takes what a program wrote.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    undecoded += bytes
    var rest = undecoded[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
      guard rest.count >= length else { break }
      for scalar in String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars { take(scalar) }
      rest = rest.dropFirst(length)
    }
    undecoded = Array(rest)
  }

  /// Gives the screen another size; rows are cut or filled, as xterm does.
  public mutating func resize(columns: Int, rows: Int) {
    while row >= rows {
      scrolledOff.append(Self.trimmed(cells.removeFirst().joined()))
      row -= 1
    }
    cells = (0..<rows).map { index in
      let old = index < cells.count ? cells[index] : []
      return Array(old.prefix(columns)) + Array(repeating: " ", count: max(0, columns - old.count))
    }
    self.columns = columns
    column = min(column, columns - 1)
    wrapsNext = false
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if let begun = sequence { return takeSequence(begun, scalar) }
    switch scalar {
    case "\u{1B}": sequence = ""
    case "\r":
      column = 0
      wrapsNext = false
    case "\n": lineFeed()
    case "\u{08}":
      column = max(0, column - 1)
      wrapsNext = false
    case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
    case "\u{07}": bells += 1
    default: if scalar.value >= 0x20 { put(scalar) }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = joinsNext ? 0 : Self.width(scalar)
    joinsNext = scalar == "\u{200D}"
    guard width > 0 else {
      let before = wrapsNext ? column : max(0, column - 1)
      let place = cells[row][before].isEmpty ? max(0, before - 1) : before
      cells[row][place].unicodeScalars.append(scalar)
      return
    }
    if wrapsNext || column + width > columns {
      column = 0
      lineFeed()
      wrapsNext = false
    }
    cells[row][column] = String(Character(scalar))
    if width == 2 { cells[row][column + 1] = "" }
    column += width
    if column >= columns {
      column = columns - 1
      wrapsNext = true
    }
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if row + 1 < cells.count {
      row += 1
    } else {
      scrolledOff.append(Self.trimmed(cells.removeFirst().joined()))
      cells.append(Array(repeating: " ", count: columns))
    }
  }

  private mutating func takeSequence(_ begun: String, _ scalar: Unicode.Scalar) {
    if begun.isEmpty, scalar != "[" {
      // Sequences of two characters only choose character sets and keypads.
      sequence = scalar == "(" || scalar == ")" ? "(" : nil
    } else if begun == "(" {
      sequence = nil
    } else if begun.isEmpty || !(0x40...0x7E).contains(scalar.value) {
      sequence = begun + String(Character(scalar))
    } else {
      sequence = nil
      control(String(begun.dropFirst()), scalar)
    }
  }

  private mutating func control(_ parameters: String, _ final: Unicode.Scalar) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let first = numbers.first.flatMap { $0 }
    let count = max(1, first ?? 1)
    wrapsNext = final == "m" ? wrapsNext : false
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(cells.count - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns - 1, count - 1)
    case "H", "f":
      row = min(cells.count - 1, count - 1)
      column = min(columns - 1, max(1, numbers.dropFirst().first.flatMap { $0 } ?? 1) - 1)
    case "J": erase(display: first ?? 0)
    case "K": eraseLine(first ?? 0)
    case "h", "l": if parameters == "?2004" { announcesPaste = final == "h" }
    default: break
    }
  }

  private mutating func erase(display mode: Int) {
    if mode == 0 {
      eraseLine(0)
      for index in (row + 1)..<max(cells.count, row + 1) {
        cells[index] = Array(repeating: " ", count: columns)
      }
    } else {
      cells = Self.blank(columns, cells.count)
    }
  }

  private mutating func eraseLine(_ mode: Int) {
    let range = mode == 0 ? column..<columns : mode == 1 ? 0..<(column + 1) : 0..<columns
    for index in range { cells[row][index] = " " }
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The cells of a scalar as a modern terminal counts them.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1F3FB...0x1F3FF: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
