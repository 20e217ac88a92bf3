import TestSupport
import Testing

/// Starts kamsh in a pseudo-terminal, with a home of its own.
struct InteractiveShell {
  let folder = TemporaryFolder()

  func start(
    _ environment: [String: String] = [:], arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    prompt: String = "kamsh>"
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      "kamsh", arguments, folder: folder.path, environment: environment, columns: columns, rows: rows)
    try terminal.wait(forLine: prompt)
    return terminal
  }

  /// Enters a line and waits until its answer is there and the prompt is back.
  func enter(_ line: String, _ terminal: PseudoTerminal, shows text: String) throws {
    let before = terminal.screen.everything.count
    terminal.type(line + "\r")
    try terminal.wait(for: "'\(text)' after '\(line)'") {
      $0.everything.count > before + line.count && $0.cursorLine == "kamsh>"
        && $0.everything.dropFirst(before).contains(text)
    }
  }

  /// Checks that the terminal was left as it was found.
  func expectRestored() {
    let before = folder.text(of: "modes.before")
    #expect(before != nil && folder.text(of: "modes.after") == before)
  }
}
