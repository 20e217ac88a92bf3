internal import Glibc

/// A program in a real pseudo-terminal: keys go in, and what a person would see comes out.
///
/// The program runs under a shell that leads the session, as at a person's terminal: the settings of the terminal
/// outlive the program, and the shell reports them before and after.
public final class PseudoTerminal {
  /// What a test waited for in vain.
  public struct Failure: Error, CustomStringConvertible {
    /// What was waited for, and what the screen showed.
    public let description: String
  }

  /// The screen as it is now.
  public private(set) var screen: PseudoTerminalScreen
  /// All that the program wrote.
  public private(set) var transcript: [UInt8] = []

  private let master: Int32
  private let leader: pid_t

  /// TIOCSPTLCK and TIOCGPTN, which unlock the other end and tell its number.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// What the shell does: it notes the settings, runs the program, notes them again and tells the exit status.
  private static let wrapper = """
    cd "$HOME"; trap : INT; stty -g >"$MODES.before"; "$@"; code=$?; stty -g >"$MODES.after"; echo "[exit $code]"; exec cat
    """

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: the path of a program, or the name of one that the package builds.
  ///   - folder: an empty folder of the test's own; it is the home and the current folder.
  ///   - environment: what is set beside `HOME`, `PATH`, `TERM` and `LANG`.
  /// - Throws: what the system refused.
  public init(
    _ program: String, _ arguments: [String] = [], folder: String, environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws {
    screen = PseudoTerminalScreen(columns: columns, rows: rows)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var isLocked: Int32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &isLocked) == 0,
      ioctl(master, Self.getNumber, &number) == 0
    else { throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))") }
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    let path = program.contains("/") ? program : Self.product(program)
    let words = ["/bin/bash", "-c", Self.wrapper, "bash", path] + arguments
    let settings = [
      "HOME": folder, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "",
      "MODES": folder + "/modes",
    ].merging(environment) { $1 }
    leader = try Self.spawn(words, settings, terminal: "/dev/pts/\(number)")
  }

  deinit {
    for child in children + [leader] { kill(child, SIGKILL) }
    close(master)
    var status: Int32 = 0
    waitpid(leader, &status, 0)
  }

  /// Where the package's build lies: beside the running tests.
  public static func product(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let running = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = running.split(separator: "/").dropLast().joined(separator: "/")
    let beside = "/\(folder)/\(name)"
    if access(beside, X_OK) == 0 { return beside }
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(package)/.build/debug/\(name)"
  }

  /// Sends text as if it were typed.
  public func type(_ text: String) { send(Array(text.utf8)) }

  /// Presses keys.
  public func press(_ keys: Key...) {
    for key in keys { type(key.rawValue) }
  }

  /// Pastes a text as terminals do: announced if the program asked for it, with returns for newlines.
  public func paste(_ text: String) {
    let body = String(text.map { $0 == "\n" ? "\r" : $0 })
    type(screen.announcesPaste ? "\u{1B}[200~\(body)\u{1B}[201~" : body)
  }

  /// Gives the terminal another size.
  public func resize(columns: Int, rows: Int) {
    readAvailable(within: 0)
    screen.resize(columns: columns, rows: rows)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Waits until the screen fulfils a condition.
  ///
  /// - Throws: what the screen showed instead when the time was over.
  public func wait(
    for what: String, seconds: Double = 20, until isFulfilled: (PseudoTerminalScreen) -> Bool
  ) throws {
    let start = ContinuousClock.now
    while !isFulfilled(screen) {
      guard ContinuousClock.now - start < .seconds(seconds) else {
        throw Failure(description: "waited in vain for \(what); the screen shows:\n\(screen.text)")
      }
      readAvailable(within: 50)
    }
  }

  /// Waits until a text stands somewhere on the screen or went off its top.
  public func wait(for text: String, seconds: Double = 20) throws {
    try wait(for: "'\(text)'", seconds: seconds) { $0.everything.contains(text) }
  }

  /// Waits until the row of the cursor begins with a text, and what stands behind it is as given.
  public func wait(forLine line: String, seconds: Double = 20) throws {
    try wait(for: "the line '\(line)'", seconds: seconds) { $0.cursorLine == line }
  }

  /// Waits for the end of the program; gives its exit status, 128 and the signal where one ended it.
  public func exitStatus(seconds: Double = 20) throws -> Int {
    let mark = "[exit "
    try wait(for: mark, seconds: seconds)
    guard let start = screen.everything.range(of: mark) else { return -1 }
    return Int(screen.everything[start...].prefix { $0.isNumber }) ?? -1
  }

  /// Sends a signal to the program under the shell.
  public func signal(_ signal: Int32) {
    for child in children { kill(child, signal) }
  }

  /// The programs that the shell started.
  private var children: [pid_t] {
    guard let file = fopen("/proc/\(leader)/task/\(leader)/children", "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ").compactMap { pid_t($0) }
  }

  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.prefix(1024).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) }
      readAvailable(within: 0)
    }
  }

  /// Takes what the program wrote, waiting for the first of it so many milliseconds.
  private func readAvailable(within milliseconds: Int32) {
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var patience = milliseconds
    while poll(&source, 1, patience) > 0 {
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(master, &chunk, chunk.count)
      guard count > 0 else { return }
      transcript += chunk[..<count]
      screen.feed(chunk[..<count])
      patience = 0
    }
  }

  private static func spawn(
    _ words: [String], _ environment: [String: String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a leader of a session opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    let flags = 0x80 | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK  // 0x80: POSIX_SPAWN_SETSID
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, words[0], &actions, &attributes, arguments, variables)
    guard failure == 0 else {
      throw Failure(description: "\(words[0]) does not start: \(String(cString: strerror(failure)))")
    }
    return process
  }
}

/// A key that sends more than a letter.
public enum PseudoTerminalKey: String, Sendable {
  case enter = "\r"
  case tab = "\t"
  case escape = "\u{1B}"
  case backspace = "\u{7F}"
  case up = "\u{1B}[A"
  case down = "\u{1B}[B"
  case right = "\u{1B}[C"
  case left = "\u{1B}[D"
  case home = "\u{1B}[H"
  case end = "\u{1B}[F"
  case delete = "\u{1B}[3~"
  case controlA = "\u{01}"
  case controlC = "\u{03}"
  case controlD = "\u{04}"
  case controlG = "\u{07}"
  case controlL = "\u{0C}"
  case controlR = "\u{12}"
  case controlZ = "\u{1A}"
  case controlUnderscore = "\u{1F}"
}

extension PseudoTerminal {
  /// A key that sends more than a letter.
  public typealias Key = PseudoTerminalKey
}

extension String {
  /// Where a text ends for the first time.
  fileprivate func range(of text: String) -> String.Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return self.index(index, offsetBy: text.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
