/// Reads lines as they come, where a terminal can't be edited on.
struct PlainReader {
  private var keyboard: Keyboard

  /// Makes a reader of a terminal.
  init(terminal: Int32) { keyboard = Keyboard(terminal: terminal) }

  /// Shows the prompt and reads up to the end of the line.
  mutating func read(prompt: String) -> LineEditor.Input {
    LineEditor.write(prompt)
    var line = String.UnicodeScalarView()
    while true {
      switch keyboard.next() {
      case .scalar("\n"): return .line(String(line).composed)
      case .scalar(let scalar): line.append(scalar)
      case .paste(let text): line.append(contentsOf: text.unicodeScalars)
      case .interrupted:
        LineEditor.write("\n")
        return .interrupted
      case .end: return line.isEmpty ? .end : .line(String(line).composed)
      case .suspended, .continued, .resized: continue
      }
    }
  }
}
