import CypherEngine
import Glibc
import Synchronization

/// Ctrl-C: asks the statement at hand to stop.
enum Interruption {
  private static let requested = Atomic<Bool>(false)
  /// The address of the flag of the engine at work, which is never freed: a signal handler may touch it at any moment.
  private static let flag = Atomic<UInt>(0)

  /// Takes SIGINT: the first one asks to stop, and where nothing is running it ends the program as usual.
  static func install() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      Interruption.requested.store(true, ordering: .relaxed)
      if let flag = UnsafeRawPointer(bitPattern: Interruption.flag.load(ordering: .acquiring)) {
        Unmanaged<CancellationFlag>.fromOpaque(flag).takeUnretainedValue().raise()
      }
    }
    sigaction(SIGINT, &action, nil)
    // Whoever started the program may have left it deaf to the signal.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Does something that Ctrl-C can stop.
  static func guarding(_ engine: Engine, _ body: () throws(ShellError) -> Void) throws(ShellError) {
    let own = Unmanaged.passUnretained(engine.cancellation)
    let address = UInt(bitPattern: own.toOpaque())
    if flag.load(ordering: .relaxed) != address {
      _ = own.retain()
      flag.store(address, ordering: .releasing)
    }
    try body()
  }

  /// Forgets that Ctrl-C was pressed: it was meant for what is over.
  static func forget() { requested.store(false, ordering: .relaxed) }

  /// Whether Ctrl-C was pressed since the last time.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Throws where Ctrl-C was pressed since the last time.
  static func check() throws(ShellError) {
    if requested.exchange(false, ordering: .relaxed) { throw ShellError(.interrupted) }
  }
}
