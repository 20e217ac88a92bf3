import LineEditor
import Shell

/// The statements that somebody types at a terminal.
final class TerminalLines: LineSource {
  private let support: PromptSupport
  private let editor: LineEditor
  private let history: History
  /// Whether it was said that the history can't be kept.
  private var hasComplained = false

  init(_ support: PromptSupport) {
    self.support = support
    history = History(path: support.historyPath)
    editor = LineEditor(history: history, colour: support.isColoured)
    editor.inspect = { text in
      let progress = support.progress(of: text)
      return TextStatus(missing: progress.missing, hint: progress.hint)
    }
    editor.complete = { text, cursor in
      Self.completions(support.candidates(in: text, at: cursor))
    }
  }

  private static func completions(_ candidates: [Candidate]) -> [Completion] {
    candidates.map {
      Completion(text: $0.text, start: $0.start, label: $0.label, summary: $0.summary, suffix: $0.suffix)
    }
  }

  func nextLine(_ prompt: LinePrompt) -> LineInput {
    complainOnce()
    let input =
      switch prompt {
      case .statement: editor.readStatement(prompt: support.prompt)
      case .continuation(let missing): editor.readLine(prompt: "\(missing)> ")
      case .answer(let question, let line):
        editor.readLine(prompt: question) { [support] text, cursor in
          line.map { Self.completions(support.candidates(completing: $0, by: text, at: cursor)) } ?? []
        }
      }
    return switch input {
    case .line(let text): .line(text)
    case .end: .end
    case .interrupted: .interrupted
    }
  }

  private func complainOnce() {
    guard !hasComplained, let problem = history.problem else { return }
    hasComplained = true
    support.complain("the history is not kept: \(problem)")
  }
}
