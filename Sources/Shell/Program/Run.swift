import Glibc
import PropertyGraph

/// One run of the program: the start-up script, the work, the end with its saving.
struct Run {
  private let session: Session
  private let options: Options
  private let surroundings: Surroundings

  init(_ session: Session, _ options: Options, _ surroundings: Surroundings) {
    self.session = session
    self.options = options
    self.surroundings = surroundings
  }

  /// Does the work and saves the book.
  func run(_ prompt: Program.Prompt) -> Program.ExitCode {
    if !startUp() { return .statementFailed }
    if let unknown = unknownArgument() {
      Program.complain(unknown.message, hint: unknown.hint)
      return .wrongUsage
    }
    if options.atomic { session.graph.begin(statement: "--atomic") }
    var outcome = work(prompt)
    if !endTransaction(after: outcome), outcome == .done { outcome = .failed }
    let isSaved = Leaving(session).leaveProgram()
    session.screen.flush()
    if !isSaved || session.hasBookFailed && outcome != .done { return .bookFailed }
    if let failure = surroundings.outputFailure {
      Program.complain("standard output: \(FileProblem(failure).reason)", hint: nil)
      return .statementFailed
    }
    switch outcome {
    case .done: return .allWell
    case .failed: return .statementFailed
    case .stopped: return session.screen.isClosed ? .outputClosed : .interrupted
    }
  }

  /// Runs the start-up script, where there is one.
  private func startUp() -> Bool {
    guard !options.noRC, !options.safe, let path = session.folders.startUpScript, access(path, F_OK) == 0
    else { return true }
    do throws(ShellError) {
      try session.runScript(path, arguments: [])
    } catch {
      session.screen.fail(error)
      // Somebody at the prompt can mend it.
      return surroundings.isInteractive
    }
    return true
  }

  /// An argument that none of the scripts takes; scripts that can't be read say so when they run.
  private func unknownArgument() -> ShellError? {
    guard !options.arguments.isEmpty else { return nil }
    var parameters: [ScriptHeader.Parameter] = []
    for case .script(let path) in options.work {
      guard let bytes = try? FileText.read(path) else { return nil }
      parameters += ScriptHeader(bytes).parameters
    }
    let unknown = options.arguments.first { argument in !parameters.contains { $0.name == argument.key } }
    return unknown.map { ShellError(Session.unknownArgument($0.key, of: "the script", parameters)) }
  }

  private func work(_ prompt: Program.Prompt) -> Session.Outcome {
    if options.work.isEmpty {
      guard surroundings.isInteractive else {
        return session.runAll(ByteLines(descriptor: STDIN_FILENO), file: "standard input")
      }
      let lines = prompt(PromptSupport(session, isColoured: surroundings.isColoured(STDOUT_FILENO)))
      session.questioned = lines
      return session.runAll(lines, file: nil, isPrompt: true)
    }
    var outcome = Session.Outcome.done
    for work in options.work where !session.isLeaving {
      switch run(work) {
      case .done: continue
      case .stopped: return .stopped
      case .failed:
        outcome = .failed
        if !options.keepGoing { return outcome }
      }
    }
    return outcome
  }

  private func run(_ work: Options.Work) -> Session.Outcome {
    switch work {
    case .statements(let text): return session.runAll(ByteLines(text), file: "-c")
    case .script(let path):
      do throws(FileProblem) {
        let bytes = try FileText.read(path)
        let taken = ScriptHeader(bytes).parameters.map(\.name)
        session.calls = [
          ScriptCall(file: path, arguments: options.arguments.filter { taken.contains($0.key) })
        ]
        defer { session.calls = [] }
        return session.runAll(ByteLines(bytes: bytes), file: path)
      } catch {
        session.screen.fail(ShellError(.file(path: path, reason: error.reason)))
        return .failed
      }
    }
  }

  /// Ends the transaction that is still open; false where that is a failure.
  private func endTransaction(after outcome: Session.Outcome) -> Bool {
    guard session.graph.isInTransaction else { return true }
    if options.atomic, outcome == .done {
      session.graph.commit()
      return true
    }
    session.graph.rollback()
    if options.atomic { return false }
    let error = ShellError.other(
      "the transaction was never committed: it is rolled back", hint: "end it with 'commit'")
    session.screen.fail(error)
    return surroundings.isInteractive
  }
}
