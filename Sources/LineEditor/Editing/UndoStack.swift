/// The texts before the last changes; letters typed in a row are one change.
struct UndoStack {
  private var texts: [(text: String, cursor: Int)] = []
  private var last: (text: String, cursor: Int) = ("", 0)
  private var isTyping = false

  /// Takes note of the text as it is now.
  mutating func note(_ text: String, cursor: Int) {
    defer { last = (text, cursor) }
    guard text != last.text else {
      if cursor != last.cursor { isTyping = false }
      return
    }
    let wasTyping = isTyping
    isTyping = text.utf8.count > last.text.utf8.count && cursor == last.cursor + 1
    if wasTyping, isTyping { return }
    texts.append(last)
    if texts.count > 500 { texts.removeFirst() }
  }

  /// The text before the last change.
  mutating func undo() -> (text: String, cursor: Int)? {
    guard let before = texts.popLast() else { return nil }
    last = before
    isTyping = false
    return before
  }
}
