internal import TerminalText

/// A row of the screen: pieces of text, each in one style.
struct Row: Equatable {
  /// A piece in one style.
  struct Piece: Equatable {
    var text: String
    var style: Style
  }

  /// The pieces, from left to right.
  private(set) var pieces: [Piece] = []
  /// How many cells they take.
  private(set) var width = 0
  /// Whether the text runs on in the next row without a newline, at the full width.
  var runsOn = false

  /// Adds a text of one style.
  mutating func append(_ text: some StringProtocol, _ style: Style, width: Int) {
    self.width += width
    if let last = pieces.indices.last, pieces[last].style == style {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text: String(text), style: style))
    }
  }

  /// Adds a text as far as it fits.
  mutating func append(_ text: String, _ style: Style, atMost columns: Int) {
    for character in text {
      let width = DisplayWidth.of(character)
      guard self.width + width <= columns else { return }
      append(String(character), style, width: width)
    }
  }

  /// The text with its escape sequences, or without where there is no colour.
  func rendered(colour: Bool) -> String {
    guard colour else { return pieces.map(\.text).joined() }
    return pieces.map { $0.style == .plain ? $0.text : $0.style.escape + $0.text + "\u{1B}[0m" }.joined()
  }
}
