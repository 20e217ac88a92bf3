import TerminalText
import CypherSyntax
import TerminalText

/// Writes a failure for people: where, what, the line with a caret under the place, and what would help.
struct ErrorReport {
  let palette: Palette
  /// The columns of the terminal; long lines are cut to it around the place.
  var width = 100
  /// Whether hints are broken between words to that width.
  var breaksHints = false

  /// The report of a failure, without the last newline.
  func text(_ error: ShellError) -> String {
    // Where Ctrl-C was pressed says nothing about the statement.
    let place = error.fact == .interrupted ? nil : ErrorPlace(error)
    var lines = [head(error, place)]
    if let place { lines += excerpt(place) }
    if let hint = error.hint {
      let text = "hint: " + SafeText.of(hint)
      let broken = breaksHints ? CellText.lines(of: text, width: width, limit: .max).lines : [text]
      lines.append(palette.paint("hint: ", .aside) + broken.joined(separator: "\n").dropFirst("hint: ".count))
    }
    return lines.joined(separator: "\n")
  }

  private func head(_ error: ShellError, _ place: ErrorPlace?) -> String {
    let message = SafeText.of(error.message, keepsLines: true)
    guard let place, let file = place.file else { return palette.paint("error: ", .error) + message }
    return palette.paint("\(SafeText.of(file)):\(place.line):\(place.column): ", .error) + message
  }

  /// The line, and under it the caret.
  private func excerpt(_ place: ErrorPlace) -> [String] {
    var before = Self.shown(place.before)
    var marked = Self.shown(place.marked)
    var after = Self.shown(place.after)
    let room = max(20, width - 4)
    let most = room * 2 / 3
    if DisplayWidth.of(before) > most { before = "…" + Self.last(before, most) }
    if DisplayWidth.of(marked) > room { marked = Self.first(marked, room) + "…" }
    let left = max(10, room - DisplayWidth.of(before) - DisplayWidth.of(marked))
    if DisplayWidth.of(after) > left { after = Self.first(after, left) + "…" }
    let caret = String(repeating: "^", count: max(1, DisplayWidth.of(marked)))
    let margin = String(repeating: " ", count: DisplayWidth.of(before))
    return ["  " + before + marked + after, "  " + margin + palette.paint(caret, .mark)]
  }

  /// The text as a terminal shows it: tabs become blanks, other controls are spelled out.
  private static func shown(_ text: String) -> String {
    SafeText.of(String(text.flatMap { $0 == "\t" ? "    " : String($0) }))
  }

  private static func first(_ text: String, _ columns: Int) -> String {
    var used = 0
    return String(
      text.prefix {
        used += DisplayWidth.of($0)
        return used <= columns
      })
  }

  private static func last(_ text: String, _ columns: Int) -> String {
    String(first(String(text.reversed()), columns).reversed())
  }
}

/// The place of a failure: file, line, column, and the line in three parts.
struct ErrorPlace: Equatable {
  /// What stands for the source; nil at the prompt.
  let file: String?
  /// The line in the source, from 1.
  let line: Int
  /// The column in the source, in characters, from 1.
  let column: Int
  /// The line in the statement, from 1.
  let statementLine: Int
  /// The column in the statement, in characters, from 1.
  let statementColumn: Int
  /// What stands on the line before the place, in it, and after it.
  let before, marked, after: String

  /// Finds the place; nil where the statement is not known.
  init?(_ error: ShellError) {
    guard let statement = error.statement else { return nil }
    let bytes = Array(statement.text.utf8)
    let span = error.span ?? Span(0, bytes.firstIndex { FirstWord.isBlank($0) } ?? bytes.count)
    let start = min(max(0, span.start), bytes.count)
    let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let end = min(max(start, span.end), lineEnd)
    func text(_ from: Int, _ to: Int) -> String { String(decoding: bytes[from..<to], as: UTF8.self) }

    let isFirstLine = lineStart == 0
    let newlines = bytes[..<start].count { $0 == 0x0A }
    let inStatement = text(lineStart, start)
    before = (isFirstLine ? statement.origin.leading : "") + inStatement
    marked = text(start, end)
    after = text(end, lineEnd)
    file = statement.origin.file
    line = statement.origin.line + newlines
    column = before.count + 1
    statementLine = newlines + 1
    statementColumn = inStatement.count + 1
  }
}
