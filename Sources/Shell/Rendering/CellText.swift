import TerminalText

/// Breaks the text of a cell into lines of a terminal.
enum CellText {
  /// The most lines of a cell; what is longer is shortened.
  static let lineLimit = 12

  /// The lines of a text, none wider than `width`; broken at blanks where there are any.
  ///
  /// - Returns: the lines, and whether the text was cut after the last.
  static func lines(of text: String, width: Int, limit: Int = lineLimit) -> (lines: [String], isCut: Bool) {
    let width = max(2, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    // Where the line can be broken: the blank itself, and the columns up to it.
    var blank: (index: String.Index, columns: Int)?
    for character in text {
      let columns = DisplayWidth.of(character)
      if used + columns > width {
        if character == " " {
          lines.append(line)
          (line, used, blank) = ("", 0, nil)
        } else if let place = blank {
          lines.append(String(line[..<place.index]))
          line = String(line[line.index(after: place.index)...])
          (used, blank) = (used - place.columns - 1, nil)
        } else {
          lines.append(line)
          (line, used) = ("", 0)
        }
        if lines.count == limit { return (shortened(lines, width), true) }
        if character == " " { continue }
      }
      if character == " " { blank = (line.endIndex, used) }
      line.append(character)
      used += columns
    }
    return (lines + [line], false)
  }

  /// The lines with a sign at the end that more follows.
  private static func shortened(_ lines: [String], _ width: Int) -> [String] {
    var lines = lines
    var last = lines.removeLast()
    while DisplayWidth.of(last) >= width, !last.isEmpty { last.removeLast() }
    return lines + [last + "…"]
  }

  /// The text with blanks before or behind it, up to a width.
  static func padded(_ text: String, width: Int, isRight: Bool) -> String {
    let missing = width - DisplayWidth.of(text)
    guard missing > 0 else { return text }
    let blanks = String(repeating: " ", count: missing)
    return isRight ? blanks + text : text + blanks
  }
}
