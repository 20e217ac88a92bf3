internal import CLibedit
internal import Glibc

/// What happens between two keys.
extension LineEditor {
  /// Gives libedit the next character: 1 for one, 0 at the end, -1 when the text is given up.
  func readCharacter(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    guard let buffer else { return -1 }
    while true {
      if state.search == nil { state.undo.note(buffer.text, cursor: buffer.cursor) }
      if keyboard.isIdle { draw() }
      switch keyboard.next() {
      case .scalar(let scalar):
        state.menu = []
        character.pointee = wchar_t(bitPattern: scalar.value)
        return 1
      case .paste(let text):
        state.menu = []
        buffer.insert(state.isStatement ? text : text.filter { !$0.isNewline })
      case .interrupted:
        state.outcome = .interrupted
        errno = EINTR
        return -1
      case .suspended: stop()
      case .continued: resume()
      case .resized:
        el_resize(buffer.handle)
        display.reflow(columns: screenSize().columns)
      case .end:
        state.outcome = .end
        return 0
      }
    }
  }

  /// Stops the program as Ctrl-Z does, with the terminal as it was found.
  private func stop() {
    guard let buffer else { return }
    display.leave()
    Self.write("\u{1B}[?2004l")
    _ = kamsh_prepare_terminal(buffer.handle, 0)
    TerminalSignals.suspend()
    resume()
  }

  /// Takes the terminal again after a stop, and draws anew.
  private func resume() {
    guard let buffer else { return }
    _ = TerminalSignals.take(\.continued)
    _ = kamsh_prepare_terminal(buffer.handle, 0)
    _ = kamsh_prepare_terminal(buffer.handle, 1)
    el_resize(buffer.handle)
    Self.write("\u{1B}[?2004h")
    display.forget()
  }

  private func draw() {
    guard let buffer else { return }
    let size = screenSize()
    display.show(layout(of: buffer.text, cursor: buffer.cursor, footer: footer(size)))
  }

  /// Lays a text out with its prompts; the continuation prompt says what is missing.
  func layout(of text: String, cursor: Int, footer: [Row]) -> Layout {
    let size = screenSize()
    return Layout(
      prompts: prompts(of: text), text: text, cursor: cursor, footer: footer, columns: size.columns,
      height: size.rows)
  }

  private func prompts(of text: String) -> [String] {
    guard state.isStatement, text.contains("\n") else { return [state.prompt] }
    func continuation(_ missing: String?) -> String {
      let mark = (missing ?? "") + "> "
      return String(repeating: " ", count: max(0, state.prompt.count - mark.count)) + mark
    }
    return [state.prompt] + status(of: text).missing.map(continuation) + [continuation(nil)]
  }

  /// What stands below the text: the search, the list of completions, or what would end the statement.
  private func footer(_ size: (columns: Int, rows: Int)) -> [Row] {
    if let search = state.search { return [Self.row(search, columns: size.columns)] }
    if !state.menu.isEmpty {
      return CompletionMenu(state.menu, columns: size.columns, height: size.rows / 2).rows
    }
    guard state.isStatement, let text = buffer?.text, text.contains("\n"), let hint = status(of: text).hint
    else { return [] }
    var row = Row()
    row.append(hint, .faint, atMost: size.columns - 1)
    return [row]
  }

  private static func row(_ search: HistorySearch, columns: Int) -> Row {
    var row = Row()
    let isFound = search.match != nil || search.pattern.isEmpty
    row.append(isFound ? "search: " : "not found: ", .faint, atMost: columns - 1)
    row.append(search.pattern, .found, atMost: columns - 1)
    return row
  }

  private func screenSize() -> (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}
