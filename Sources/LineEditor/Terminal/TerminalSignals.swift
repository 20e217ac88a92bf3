internal import Glibc

/// Ctrl-C, Ctrl-Z, a new size, and the ends that come from outside, for a program with a terminal.
///
/// Handlers only set marks and wake the reader; they restore the terminal before an ending signal ends the program.
public enum TerminalSignals {
  /// What handlers and reader share; it is made once and never freed, so that a handler can always read it.
  struct State {
    /// Ctrl-C was pressed.
    var interrupted = false
    /// Ctrl-Z was pressed while a line was edited.
    var suspended = false
    /// The program goes on after it was stopped.
    var continued = false
    /// The terminal has another size.
    var resized = false
    /// Whether a line is being edited, so that the terminal must be restored before the program ends.
    var isEditing = false
    /// The terminal and how it was found.
    var terminal: Int32 = -1
    var found = termios()
    /// The two ends of the pipe that wakes the reader.
    var wakeReader: Int32 = -1
    var wakeWriter: Int32 = -1
    /// What else Ctrl-C does.
    var onInterrupt: (@Sendable () -> Void)?
  }

  /// nil until the first use.
  nonisolated(unsafe) private(set) static var state: UnsafeMutablePointer<State>?

  /// The signals that end the program.
  static let endings = [
    SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGALRM, SIGXCPU,
  ]

  /// Takes Ctrl-C: it sets a mark and does what is given, inside a signal handler, instead of ending the program.
  ///
  /// - Parameter action: what else happens; it may only set flags.
  public static func onInterrupt(_ action: @escaping @Sendable () -> Void) {
    let state = shared()
    state.pointee.onInterrupt = action
    handle(SIGINT) { _ in
      guard let state = TerminalSignals.state else { return }
      state.pointee.interrupted = true
      state.pointee.onInterrupt?()
      TerminalSignals.wake()
    }
  }

  /// Whether Ctrl-C was pressed since the last time this was asked.
  public static func takeInterrupt() -> Bool { take(\.interrupted) }

  /// Reads and clears a mark.
  static func take(_ mark: WritableKeyPath<State, Bool>) -> Bool {
    guard let state, state.pointee[keyPath: mark] else { return false }
    state.pointee[keyPath: mark] = false
    return true
  }

  /// The state, made where it isn't yet.
  static func shared() -> UnsafeMutablePointer<State> {
    if let state { return state }
    let made = UnsafeMutablePointer<State>.allocate(capacity: 1)
    made.initialize(to: State())
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
      made.pointee.wakeReader = ends[0]
      made.pointee.wakeWriter = ends[1]
    }
    state = made
    return made
  }

  /// Takes the signals of a terminal that is about to be edited on, whose settings are to be restored.
  static func watch(terminal: Int32) {
    let state = shared()
    guard state.pointee.terminal < 0 else { return }
    tcgetattr(terminal, &state.pointee.found)
    state.pointee.terminal = terminal
    if state.pointee.onInterrupt == nil { onInterrupt {} }
    handle(SIGWINCH) { _ in
      TerminalSignals.state?.pointee.resized = true
      TerminalSignals.wake()
    }
    handle(SIGCONT) { _ in
      TerminalSignals.state?.pointee.continued = true
      TerminalSignals.wake()
    }
    for signal in endings { handle(signal, once: true) { TerminalSignals.end($0) } }
  }

  /// Marks the beginning and the end of editing; Ctrl-Z is ours in between only.
  static func setEditing(_ isEditing: Bool) {
    shared().pointee.isEditing = isEditing
    if isEditing { takeSuspension() } else { signal(SIGTSTP, SIG_DFL) }
  }

  /// Stops the program as Ctrl-Z does, until it is continued.
  static func suspend() {
    signal(SIGTSTP, SIG_DFL)
    raise(SIGTSTP)
    takeSuspension()
  }

  private static func takeSuspension() {
    handle(SIGTSTP) { _ in
      TerminalSignals.state?.pointee.suspended = true
      TerminalSignals.wake()
    }
  }

  /// Restores the terminal, then lets the signal end the program.
  private static func end(_ signal: Int32) {
    if let state, state.pointee.isEditing {
      tcsetattr(state.pointee.terminal, TCSANOW, &state.pointee.found)
      _ = farewell.withUTF8Buffer { Glibc.write(state.pointee.terminal, $0.baseAddress, $0.count) }
    }
    // The handler was for one time only: the signal now does what it does by itself.
    raise(signal)
  }

  /// Ends bracketed paste and the line.
  private static let farewell: StaticString = "\u{1B}[?2004l\r\n"

  /// Wakes the reader.
  private static func wake() {
    guard let state else { return }
    let before = errno
    var byte: UInt8 = 0
    _ = write(state.pointee.wakeWriter, &byte, 1)
    errno = before
  }

  /// Installs a handler that interrupts system calls.
  private static func handle(
    _ signal: Int32, once: Bool = false, _ body: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = body
    action.sa_flags = once ? Int32(bitPattern: UInt32(SA_RESETHAND)) : 0
    sigemptyset(&action.sa_mask)
    sigaction(signal, &action, nil)
  }
}
