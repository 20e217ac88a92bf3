internal import Glibc

/// Ctrl-C, Ctrl-Z, a new size, and the ends that come from outside, while somebody is asked for a line.
///
/// Handlers only set marks and wake the reader; those of an end restore the terminal first. Before and after, signals
/// are whose they were.
enum TerminalSignals {
  /// What handlers and reader share.
  struct State {
    /// Ctrl-C was pressed.
    var interrupted = false
    /// Ctrl-Z was pressed.
    var suspended = false
    /// The program goes on after it was stopped.
    var continued = false
    /// The terminal has another size.
    var resized = false
    /// The terminal, and how it was found.
    fileprivate var terminal: Int32 = -1
    fileprivate var found = termios()
    /// The two ends of the pipe that wakes the reader.
    fileprivate var wakeReader: Int32 = -1
    fileprivate var wakeWriter: Int32 = -1
    /// Whose the signals are before and after.
    fileprivate var others: [(signal: Int32, action: sigaction)] = []
  }

  /// Made once and never freed, so that a handler can always read it; nil before that.
  private nonisolated(unsafe) static var state: UnsafeMutablePointer<State>?

  /// The signals that end the program.
  private static let endings = [
    SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGALRM, SIGXCPU,
  ]

  /// Takes the signals of a terminal on which a line is about to be read.
  static func begin(terminal: Int32) {
    let state = shared()
    state.pointee.interrupted = false
    state.pointee.terminal = terminal
    state.pointee.others.removeAll(keepingCapacity: true)
    tcgetattr(terminal, &state.pointee.found)
    for signal in [SIGINT, SIGTSTP, SIGCONT, SIGWINCH] { take(signal) { TerminalSignals.note($0) } }
    for signal in endings where !isIgnored(signal) { take(signal) { TerminalSignals.end($0) } }
  }

  /// Gives the signals back, with a Ctrl-C that came too late for the line.
  static func end() {
    giveBack()
    if take(\.interrupted) { raise(SIGINT) }
  }

  private static func giveBack() {
    guard let state else { return }
    for index in state.pointee.others.indices {
      sigaction(state.pointee.others[index].signal, &state.pointee.others[index].action, nil)
    }
  }

  /// Reads and clears a mark.
  static func take(_ mark: WritableKeyPath<State, Bool>) -> Bool {
    guard let state, state.pointee[keyPath: mark] else { return false }
    state.pointee[keyPath: mark] = false
    return true
  }

  /// What becomes readable when a mark is set; its bytes are to be dropped.
  static var wakeReader: Int32 { shared().pointee.wakeReader }

  /// Stops the program as Ctrl-Z does, until it is continued.
  static func suspend() {
    var ours = sigaction()
    var standard = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &standard, &ours)
    raise(SIGTSTP)
    sigaction(SIGTSTP, &ours, nil)
  }

  private static func shared() -> UnsafeMutablePointer<State> {
    if let state { return state }
    let made = UnsafeMutablePointer<State>.allocate(capacity: 1)
    made.initialize(to: State())
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    made.pointee.wakeReader = ends[0]
    made.pointee.wakeWriter = ends[1]
    state = made
    return made
  }

  /// Installs a handler that interrupts system calls.
  private static func take(_ signal: Int32, _ body: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = body
    sigemptyset(&action.sa_mask)
    var other = sigaction()
    sigaction(signal, &action, &other)
    state?.pointee.others.append((signal, other))
  }

  /// Whether a signal is ignored, as under `nohup`.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Sets a mark and wakes the reader.
  private static func note(_ signal: Int32) {
    guard let state else { return }
    switch signal {
    case SIGINT: state.pointee.interrupted = true
    case SIGTSTP: state.pointee.suspended = true
    case SIGCONT: state.pointee.continued = true
    default: state.pointee.resized = true
    }
    let before = errno
    var byte: UInt8 = 0
    _ = write(state.pointee.wakeWriter, &byte, 1)
    errno = before
  }

  /// Restores the terminal, then lets the signal do what it does without us.
  private static func end(_ signal: Int32) {
    guard let state else { return }
    tcsetattr(state.pointee.terminal, TCSANOW, &state.pointee.found)
    _ = farewell.withUTF8Buffer { write(state.pointee.terminal, $0.baseAddress, $0.count) }
    giveBack()
    raise(signal)
  }

  /// Ends bracketed paste and the line.
  private static let farewell: StaticString = "\u{1B}[?2004l\r\n"
}
