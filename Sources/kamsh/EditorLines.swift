import LineEditor
import Shell

/// The lines of a person at the terminal, for a session.
final class EditorLines: LineSource {
  private let editor: LineEditor
  private let history: History
  private unowned let session: Session
  /// Whether it was said that the history is not kept.
  private var hasWarned = false

  /// Makes the editor of the terminal, with the history of earlier sessions.
  init(_ session: Session) {
    self.session = session
    history = History(path: session.historyPath)
    editor = LineEditor(history: history, colour: session.isColoured)
    editor.inspect = { text in
      let probe = StatementProbe(text, session: session)
      return TextStatus(missing: probe.missing, hint: probe.hint)
    }
  }

  func nextLine(_ prompt: LinePrompt) -> LineInput {
    if let problem = history.problem, !hasWarned {
      hasWarned = true
      session.warn("the history is not kept: \(problem)")
    }
    let input =
      switch prompt {
      case .statement: editor.readStatement(prompt: session.prompt)
      case .continuation: editor.readStatement(prompt: "   ...> ")
      case .answer(let question): editor.readLine(prompt: question)
      }
    switch input {
    case .line(let text): return .line(text)
    case .end: return .end
    case .interrupted: return .interrupted
    }
  }
}
