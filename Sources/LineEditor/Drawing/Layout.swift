internal import TerminalText

/// What is to be seen of a text that is being edited: rows of cells and the place of the cursor.
struct Layout: Equatable {
  /// The rows, from top to bottom.
  private(set) var rows: [Row] = []
  /// The row of the cursor.
  private(set) var cursorRow = 0
  /// The column of the cursor.
  private(set) var cursorColumn = 0

  /// The width of the screen.
  let columns: Int
  private var row = Row()

  /// Lays a text out.
  ///
  /// - Parameters:
  ///   - prompts: what stands before each line of the text; the last one serves for all further lines.
  ///   - cursor: the place of the cursor in the text, in scalars.
  ///   - footer: rows below the text.
  ///   - size: the screen; of a text that is too tall the part around the cursor is kept.
  init(
    prompts: [String], text: String, cursor: Int, footer: [Row] = [], columns: Int, height: Int
  ) {
    self.columns = max(columns, 2)
    var offset = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let prompt = index < prompts.count ? prompts[index] : prompts.last ?? ""
      add(prompt: prompt)
      for character in line {
        if offset <= cursor { markCursor() }
        offset += character.unicodeScalars.count
        add(character)
      }
      if offset == cursor { markCursorAtEnd() }
      offset += 1
      endRow()
    }
    fit(height: max(height, 1), footer: footer)
  }

  /// Puts the prompt before a line; one that leaves no room for the text is shortened to its last two cells.
  private mutating func add(prompt: String) {
    let shown = DisplayWidth.of(prompt) > columns / 2 ? String(prompt.suffix(2)) : prompt
    row.append(shown, .prompt, atMost: columns - 1)
  }

  private mutating func add(_ character: Character) {
    let (text, style) = Self.visible(character)
    let width = DisplayWidth.of(text)
    if row.width + width > columns {
      row.runsOn = row.width == columns
      endRow()
    }
    row.append(text, style, width: width)
  }

  /// What stands for a character on the screen: control characters are spelt out, and never sent.
  private static func visible(_ character: Character) -> (String, Style) {
    guard let scalar = character.unicodeScalars.first, scalar.properties.generalCategory == .control
    else { return (String(character), .plain) }
    switch scalar.value {
    case 0x09: return ("  ", .plain)
    case 0..<0x20: return ("^" + String(Unicode.Scalar(UInt8(scalar.value) + 0x40)), .faint)
    case 0x7F: return ("^?", .faint)
    default: return ("\u{FFFD}", .faint)
    }
  }

  private mutating func endRow() {
    rows.append(row)
    row = Row()
  }

  /// The cursor stands before the character that comes next.
  private mutating func markCursor() {
    cursorRow = rows.count
    cursorColumn = row.width
    if cursorColumn >= columns {
      cursorRow += 1
      cursorColumn = 0
    }
  }

  /// The cursor stands behind the line; behind a full row it needs a row of its own.
  private mutating func markCursorAtEnd() {
    if row.width >= columns { endRow() }
    markCursor()
  }

  /// Keeps what fits on the screen: the rows around the cursor, then the footer.
  private mutating func fit(height: Int, footer: [Row]) {
    if rows.count > height {
      let first = min(max(0, cursorRow - height / 2), rows.count - height)
      rows = Array(rows[first..<(first + height)])
      cursorRow -= first
    }
    rows += footer.prefix(height - rows.count)
  }
}

extension String {
  fileprivate init(_ scalar: Unicode.Scalar) {
    self.init(Character(scalar))
  }
}
