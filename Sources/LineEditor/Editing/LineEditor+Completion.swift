/// TAB.
extension LineEditor {
  /// Puts in what all candidates begin with; when nothing was left to put in, lists them.
  func completeAtCursor() {
    guard let buffer else { return }
    let before = (text: buffer.text, cursor: buffer.cursor)
    let isSecond = state.completed.map { $0 == before } ?? false
    let candidates = complete(before.text, buffer.cursorByte)
    if let insertion = CommonInsertion(candidates, text: before.text, cursor: buffer.cursorByte) {
      buffer.replace(buffer.place(ofByte: insertion.start)..<buffer.cursor, with: insertion.text)
    }
    state.completed = (buffer.text, buffer.cursor)
    if isSecond, state.completed! == before, candidates.count > 1 { state.menu = candidates }
  }
}

/// What TAB puts in: what all candidates have in common.
struct CommonInsertion: Equatable {
  /// Where what it replaces begins, in bytes; it ends at the cursor.
  var start: Int
  /// What is put in.
  var text: String

  /// Finds it; nil where it would add nothing to what stands there already.
  init?(_ candidates: [Completion], text: String, cursor: Int) {
    guard let start = candidates.map(\.start).min(), start <= cursor else { return nil }
    let bytes = Array(text.utf8)
    let typed = String(decoding: bytes[start..<cursor], as: UTF8.self)
    let wholes = candidates.map { String(decoding: bytes[start..<$0.start], as: UTF8.self) + $0.text }
    var common = wholes[0]
    for whole in wholes.dropFirst() { common = common.commonPrefix(with: whole) }
    if candidates.count == 1 { common += candidates[0].suffix }
    // What was typed in another case stays as it is until all that was typed is matched.
    guard common.count >= typed.count, common != typed else { return nil }
    self.start = start
    self.text = common
  }
}

extension String {
  /// The characters with which both begin.
  func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
