import TestSupport

/// Starts the program around the editor, in a folder of its own.
struct EditorHost {
  let folder = TemporaryFolder()

  func start(
    _ environment: [String: String] = [:], arguments: [String] = [], columns: Int = 60, rows: Int = 20
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      "LineEditorHost", arguments, folder: folder.path, environment: environment, columns: columns, rows: rows
    )
    try terminal.wait(forLine: "host>")
    return terminal
  }
}
