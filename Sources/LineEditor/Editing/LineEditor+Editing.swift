internal import CLibedit

/// What the keys do.
extension LineEditor {
  /// Ends the text if it is whole, else goes on in a new line.
  func enter() -> UInt8 {
    guard let buffer else { return UInt8(CC_ERROR) }
    let text = buffer.text
    if state.isStatement, !status(of: text).isWhole {
      buffer.insert("\n")
      return UInt8(CC_REFRESH)
    }
    state.outcome = .line(text.composed)
    return UInt8(CC_NEWLINE)
  }

  /// Deletes the character at the cursor; on an empty line there is nothing more to come.
  func deleteOrEnd() -> UInt8 {
    guard let buffer else { return UInt8(CC_ERROR) }
    if buffer.isEmpty {
      state.outcome = .end
      return UInt8(CC_EOF)
    }
    buffer.replace(buffer.cursor..<buffer.scalarBoundary(after: buffer.cursor), with: "")
    return UInt8(CC_REFRESH)
  }

  /// Goes up a line, or to the entry before.
  func goUp() {
    guard let buffer else { return }
    let start = buffer.lineStart
    if start > 0 {
      let above = buffer.lineStart(of: start - 1)
      buffer.cursor = min(above + buffer.cursor - start, start - 1)
    } else if let entry = state.recall.older(leaving: buffer.text) {
      buffer.replaceAll(with: entry)
    }
  }

  /// Goes down a line, or to the entry after.
  func goDown() {
    guard let buffer else { return }
    let end = buffer.lineEnd
    if end < buffer.scalars.count {
      buffer.cursor = min(end + 1 + buffer.cursor - buffer.lineStart, buffer.lineEnd(of: end + 1))
    } else if let entry = state.recall.newer(leaving: buffer.text) {
      buffer.replaceAll(with: entry)
    }
  }

  /// Takes the last change back.
  func undo() {
    guard let buffer, let before = state.undo.undo() else { return }
    buffer.replaceAll(with: before.text)
    buffer.cursor = before.cursor
  }

  /// The status of a text, asked for once.
  func status(of text: String) -> TextStatus {
    if let inspected = state.inspected, inspected.text == text { return inspected.status }
    let status = inspect(text)
    state.inspected = (text, status)
    return status
  }
}
