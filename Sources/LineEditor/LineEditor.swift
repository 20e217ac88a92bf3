internal import CLibedit
internal import Glibc

/// Reads statements from a person at a terminal: several lines in one buffer, with history, search and completion.
///
/// Where there is no terminal that can be edited on (`TERM=dumb`, `edit off` in `.editrc`) it reads plain lines.
/// One thread uses it.
public final class LineEditor {
  /// What a person gives.
  public enum Input: Sendable, Equatable {
    /// A text without its last newline, in composed form; it may hold newlines.
    case line(String)
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
    /// Ctrl-C.
    case interrupted
  }

  /// Tells how far a text goes as statements; by default every line is whole.
  public var inspect: (String) -> TextStatus = { _ in TextStatus() }
  /// Gives what could stand at a place in a text, counted in bytes; by default nothing.
  public var complete: (String, Int) -> [Completion] = { _, _ in [] }

  let history: History
  let terminal: Int32
  var buffer: EditBuffer?
  var display: Display
  var keyboard: Keyboard
  var state = EditState()

  /// Makes an editor of the terminal that standard input and output are.
  ///
  /// - Parameters:
  ///   - history: where entered statements are kept.
  ///   - colour: whether prompts and remarks are coloured.
  public init(history: History, colour: Bool) {
    UTF8Locale.use()
    self.history = history
    terminal = STDIN_FILENO
    keyboard = Keyboard(terminal: terminal)
    display = Display(colour: colour) { Self.write($0) }
    if Self.canEdit() { buffer = makeBuffer() }
  }

  /// Reads a statement, which is kept in the history.
  public func readStatement(prompt: String) -> Input {
    let input = read(prompt: prompt, isStatement: true)
    if case .line(let text) = input {
      history.add(text)
      buffer?.addToHistory(text)
    }
    return input
  }

  /// Reads one line that is no statement: an answer to a question.
  ///
  /// - Parameter complete: what could stand at a place in it, counted in bytes.
  public func readLine(
    prompt: String, complete: @escaping (String, Int) -> [Completion] = { _, _ in [] }
  ) -> Input {
    let statements = self.complete
    self.complete = complete
    defer { self.complete = statements }
    return read(prompt: prompt, isStatement: false)
  }

  private func read(prompt: String, isStatement: Bool) -> Input {
    TerminalSignals.begin(terminal: terminal)
    defer { TerminalSignals.end() }
    guard let buffer else {
      var reader = PlainReader(terminal: terminal)
      return reader.read(prompt: prompt)
    }
    state = EditState(prompt: prompt, isStatement: isStatement, entries: isStatement ? history.entries : [])
    Self.write("\u{1B}[?2004h")
    buffer.edit()
    finish()
    Self.write("\u{1B}[?2004l")
    return state.outcome
  }

  /// Shows the text as it was left, without what was shown below it.
  private func finish() {
    var text = buffer?.text ?? ""
    if case .line(let line) = state.outcome { text = line }
    if state.outcome == .interrupted { text += "\u{03}" }
    display.show(layout(of: text, cursor: text.unicodeScalars.count, footer: []))
    display.leave()
  }

  private func makeBuffer() -> EditBuffer? {
    let reader: el_rfunc_t = { handle, character in
      guard let handle, let character, let editor = LineEditor.of(handle) else { return -1 }
      return editor.readCharacter(into: character)
    }
    guard let buffer = EditBuffer(input: terminal, output: STDOUT_FILENO, client: self, reader: reader) else {
      return nil
    }
    buffer.add(Self.functions)
    Self.bindKeys(of: buffer)
    EditorConfiguration.load(into: buffer)
    buffer.setHistory(history.entries, limit: 10_000)
    return kamsh_edits(buffer.handle) != 0 ? buffer : nil
  }

  /// The editor that a handle of libedit belongs to.
  static func of(_ handle: OpaquePointer) -> LineEditor? {
    kamsh_client(handle).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func canEdit() -> Bool {
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0, let name = getenv("TERM") else {
      return false
    }
    return !["", "dumb", "unknown"].contains(String(cString: name))
  }

  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
