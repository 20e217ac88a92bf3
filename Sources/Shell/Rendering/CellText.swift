import TerminalText

/// Breaks the text of a cell into lines of a terminal.
enum CellText {
  /// The most lines of a cell; what is longer is shortened.
  static let lineLimit = 12

  /// The pieces of a text that are not broken where there is room: words, and the parts of those with a hyphen.
  static func words(of text: String) -> [Substring] {
    text.split(separator: " ").flatMap { word -> [Substring] in
      var parts: [Substring] = []
      var start = word.startIndex
      for index in word.indices where joins(word, at: index) {
        parts.append(word[start...index])
        start = word.index(after: index)
      }
      return parts + [word[start...]]
    }
  }

  /// Whether a hyphen or a bar stands between letters: `Волга-Бумага`, `yes|no`, but not `2026-11-20`.
  private static func joins(_ text: some StringProtocol, at index: String.Index) -> Bool {
    let next = text.index(after: index)
    guard text[index] == "-" || text[index] == "|" else { return false }
    guard index > text.startIndex, next < text.endIndex else { return false }
    return text[text.index(before: index)].isLetter && text[next].isLetter
  }

  /// Whether a line may end behind a character: Chinese and Japanese have no blanks; Korean has them.
  private static func isIdeograph(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return switch scalar.value {
    case 0x3000...0x30FF, 0x3400...0x9FFF, 0xFF01...0xFF60, 0x20000...0x3FFFD:
      scalar.properties.generalCategory != .openPunctuation
    default: false
    }
  }

  /// Whether what comes next may not begin a line: punctuation, and the marks of the syllable before it.
  private static func endsText(_ text: String, from next: String.Index) -> Bool {
    guard next < text.endIndex else { return true }
    let opens = text[next].unicodeScalars.first?.properties.generalCategory == .openPunctuation
    return text[next].isPunctuation && !opens || text[next] == "ー" || text[next] == " "
  }

  /// The lines of a text, none wider than `width`; broken at blanks and behind hyphens where there are any.
  ///
  /// - Returns: the lines, and whether the text was cut after the last.
  static func lines(of text: String, width: Int, limit: Int = lineLimit) -> (lines: [String], isCut: Bool) {
    let width = max(2, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    // Where the line can be broken: where it ends, and where and at which column the rest begins.
    var gap: (end: String.Index, start: String.Index, columns: Int)?
    for index in text.indices {
      let character = text[index]
      let columns = DisplayWidth.of(character)
      if used + columns > width {
        if character == " " {
          lines.append(line)
          (line, used, gap) = ("", 0, nil)
        } else if let place = gap {
          lines.append(String(line[..<place.end]))
          line = String(line[place.start...])
          (used, gap) = (used - place.columns, nil)
        } else {
          lines.append(line)
          (line, used) = ("", 0)
        }
        if lines.count == limit { return (shortened(lines, width), true) }
        if character == " " { continue }
      }
      let end = line.endIndex
      line.append(character)
      used += columns
      if character == " " { gap = (end, line.endIndex, used) }
      if isIdeograph(character), !endsText(text, from: text.index(after: index)) {
        gap = (line.endIndex, line.endIndex, used)
      }
      if joins(text, at: index) { gap = (line.endIndex, line.endIndex, used) }
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
