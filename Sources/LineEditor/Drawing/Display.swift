/// Draws layouts on a terminal, one over the other, and writes only what differs.
struct Display {
  private let colour: Bool
  private let write: (String) -> Void
  /// What is on the screen now.
  private var shown: [Row] = []
  private var cursorRow = 0
  private var cursorColumn = 0

  /// Makes a display that writes with a function.
  init(colour: Bool, write: @escaping (String) -> Void) {
    self.colour = colour
    self.write = write
  }

  /// Shows a layout in the place of the one before.
  mutating func show(_ layout: Layout) {
    var output = ""
    if layout.rows != shown { redraw(layout.rows, layout.columns, &output) }
    moveCursor(to: layout.cursorRow, layout.cursorColumn, &output)
    if !output.isEmpty { write(output) }
  }

  /// Leaves what is shown and goes to a fresh line below it.
  mutating func leave() {
    var output = ""
    if !shown.isEmpty { moveCursor(to: shown.count - 1, 0, &output) }
    write(output + "\r\n")
    forget()
  }

  /// Takes what is on the screen for somebody else's: the next layout is drawn where the cursor stands.
  mutating func forget() {
    shown = []
    cursorRow = 0
    cursorColumn = 0
  }

  /// Wipes everything, screen included.
  mutating func clearScreen() {
    write("\u{1B}[H\u{1B}[2J")
    forget()
  }

  /// Wipes what is shown after the terminal got another width, and has broken rows anew.
  mutating func reflow(columns: Int) {
    guard !shown.isEmpty, columns > 0 else { return }
    var above = 0
    var run = 0
    for row in shown[..<cursorRow] {
      run += row.width
      if row.runsOn { continue }
      above += max(1, (run + columns - 1) / columns)
      run = 0
    }
    above += (run + cursorColumn) / columns
    write((above > 0 ? "\u{1B}[\(above)A" : "") + "\r\u{1B}[J")
    forget()
  }

  private mutating func redraw(_ rows: [Row], _ columns: Int, _ output: inout String) {
    var first = zip(shown, rows).prefix { $0 == $1 }.count
    // Only the last cell of a full row makes the terminal join the next one to it.
    while first > 0, first == rows.count || rows[first - 1].runsOn { first -= 1 }
    moveCursor(to: min(first, max(0, shown.count - 1)), 0, &output)
    if first >= shown.count, !shown.isEmpty { output += "\r\n" }
    let shrinks = rows.count < shown.count
    if shrinks { output += "\u{1B}[J" }
    for index in first..<rows.count {
      let row = rows[index]
      output += row.rendered(colour: colour)
      if row.width < columns, !shrinks { output += "\u{1B}[K" }
      if index + 1 < rows.count, !row.runsOn { output += "\r\n" }
    }
    shown = rows
    cursorRow = rows.count - 1
    // Behind a full row the terminal's own cursor is nowhere in particular; a return makes it definite.
    cursorColumn = -1
  }

  private mutating func moveCursor(to row: Int, _ column: Int, _ output: inout String) {
    if row < cursorRow { output += "\u{1B}[\(cursorRow - row)A" }
    if row > cursorRow { output += "\u{1B}[\(row - cursorRow)B" }
    if column != cursorColumn {
      output += "\r"
      if column > 0 { output += "\u{1B}[\(column)C" }
    }
    cursorRow = row
    cursorColumn = column
  }
}
