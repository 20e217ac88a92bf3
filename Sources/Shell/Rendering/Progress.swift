import Glibc

/// Says at a terminal that a statement is still at work, after half a second and then once a second.
///
/// A timer's signal writes the line, so that nothing has to wait for it; the handler uses `write` only.
enum Progress {
  private nonisolated(unsafe) static var seconds: Int32 = 0
  private nonisolated(unsafe) static var isShown = false

  /// Does something that may take long.
  static func showing<Result, Failure: Error>(
    _ isWanted: Bool, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard isWanted else { return try body() }
    start()
    defer { stop() }
    return try body()
  }

  private static func start() {
    seconds = 0
    isShown = false
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Progress.write() }
    action.sa_flags = SA_RESTART
    sigaction(SIGALRM, &action, nil)
    var timer = itimerval(
      it_interval: timeval(tv_sec: 1, tv_usec: 0), it_value: timeval(tv_sec: 0, tv_usec: 500_000))
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  }

  private static func stop() {
    var timer = itimerval()
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
    guard isShown else { return }
    put("\r\u{1B}[K")
  }

  private static func write() {
    isShown = true
    put("\rrunning, ")
    putDigits(seconds)
    put(" s; Ctrl-C stops it\u{1B}[K")
    seconds += 1
  }

  private static func put(_ text: StaticString) {
    _ = Glibc.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }

  private static func putDigits(_ number: Int32) {
    if number >= 10 { putDigits(number / 10) }
    var digit = UInt8(0x30 + number % 10)
    _ = Glibc.write(STDERR_FILENO, &digit, 1)
  }
}
