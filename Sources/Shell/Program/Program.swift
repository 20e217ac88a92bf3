import Glibc
import PropertyGraph

/// The program: from its arguments to its exit code.
public enum Program {
  /// How the program ended, as its exit code says.
  public enum ExitCode: Int32, Sendable {
    case allWell = 0
    case statementFailed = 1
    case wrongUsage = 2
    case bookFailed = 3
    case interrupted = 130
    /// Nobody reads the output any more.
    case outputClosed = 141
  }

  /// Makes the source of a prompt's lines; called when somebody sits at the terminal.
  public typealias Prompt = (PromptSupport) -> any LineSource

  /// Does what the arguments ask for.
  ///
  /// - Parameter prompt: makes the line editor where statements come from a terminal.
  public static func run(_ arguments: [String], prompt: Prompt) -> ExitCode {
    do throws(UsageError) {
      let options = try Options.parse(arguments)
      if options.help { return say(HelpText.commandLine) }
      if options.manual { return say(ManualPage.text(.standard)) }
      if let shell = options.completions { return say(ShellCompletions.text(for: shell)) }
      if options.version { return say("kamsh \(Version.text)") }
      return work(options, prompt)
    } catch {
      complain(error.message, hint: error.hint ?? "'kamsh --help' lists the options")
      return .wrongUsage
    }
  }

  private static func work(_ options: Options, _ prompt: Prompt) -> ExitCode {
    // A reader that goes away must not take unsaved changes with it.
    signal(SIGPIPE, SIG_IGN)
    raiseStackLimit()
    let surroundings = Surroundings(options)
    do throws(ShellError) {
      let session = try surroundings.session()
      // The process ends with the session: its memory goes back all at once and not piece by piece.
      _ = Unmanaged.passRetained(session)
      Interruption.install()
      return Run(session, options, surroundings).run(prompt)
    } catch {
      complain(error.message, hint: error.hint)
      return .bookFailed
    }
  }

  /// Long queries nest steps within steps.
  ///
  /// The kernel lets the stack of the first thread grow up to this limit, which
  /// it asks when it grows.
  private static func raiseStackLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0 else { return }
    let wanted: rlim_t = 96 << 20
    guard limit.rlim_cur < wanted else { return }
    limit.rlim_cur = min(wanted, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit)
  }

  private static func say(_ text: String) -> ExitCode {
    let output = DescriptorSink(descriptor: STDOUT_FILENO)
    output.write(text + "\n")
    output.flush()
    return .allWell
  }

  static func complain(_ message: String, hint: String?) {
    let errors = DescriptorSink(descriptor: STDERR_FILENO)
    errors.write("kamsh: \(SafeText.of(message))\n")
    if let hint { errors.write("hint: \(SafeText.of(hint))\n") }
    errors.flush()
  }
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}
