import TestSupport

/// Starts the program around the editor, in a folder of its own.
struct EditorHost {
  let folder = TemporaryFolder()

  func start(
    _ environment: [String: String] = [:], arguments: [String] = [], columns: Int = 60, rows: Int = 20
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      "LineEditorHost", arguments, folder: folder.path,
      environment: ["HISTORY": folder.path + "/state/host/history"].merging(environment) { $1 },
      columns: columns, rows: rows
    )
    try terminal.wait(forLine: "host>")
    return terminal
  }

  /// The history that the program wrote.
  var history: String? { folder.text(of: "state/host/history") }

  /// Enters a line and waits for the next prompt.
  func enter(_ line: String, _ terminal: PseudoTerminal) throws {
    terminal.type(line + "\r")
    try terminal.wait(for: "the answer to '\(line)'") {
      $0.text.hasSuffix("read: \(line.replacing("\r", with: " / "))\nhost>")
    }
  }
}
