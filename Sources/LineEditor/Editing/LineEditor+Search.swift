internal import CLibedit

/// Ctrl-R.
extension LineEditor {
  /// Searches the history until a key takes what was found, or Ctrl-G gives it up.
  func searchHistory() -> UInt8 {
    guard let buffer else { return UInt8(CC_ERROR) }
    let before = (text: buffer.text, cursor: buffer.cursor)
    var search = HistorySearch(entries: history.entries)
    defer { state.search = nil }
    while true {
      state.search = search
      if let match = search.match, buffer.text != match { buffer.replaceAll(with: match) }
      var code: wchar_t = 0
      guard el_wgetc(buffer.handle, &code) == 1, let key = Unicode.Scalar(UInt32(bitPattern: code)) else {
        return UInt8(CC_EOF)
      }
      switch key {
      case "\u{12}": if !search.goOlder() { ring() }
      case "\u{13}": if !search.goNewer() { ring() }
      case "\u{07}":
        buffer.replaceAll(with: before.text)
        buffer.cursor = before.cursor
        return UInt8(CC_REFRESH)
      case "\u{08}", "\u{7F}": search.look(for: String(search.pattern.dropLast()))
      case "\r", "\n": return enter()
      default:
        if key.properties.generalCategory == .control {
          // Any other key does what it does, with what was found.
          String(Character(key)).withWideString { el_wpush(buffer.handle, $0) }
          return UInt8(CC_REFRESH)
        }
        search.look(for: search.pattern + String(Character(key)))
        if search.match == nil { ring() }
      }
    }
  }

  private func ring() { Self.write("\u{07}") }
}
