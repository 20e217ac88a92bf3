internal import Glibc

/// Reads characters from a terminal, and tells of what happens meanwhile.
struct Keyboard {
  /// What comes from a terminal.
  enum Event: Equatable {
    /// A key or a part of one.
    case scalar(Unicode.Scalar)
    /// A text that was pasted as a whole.
    case paste(String)
    /// Ctrl-C.
    case interrupted
    /// Ctrl-Z.
    case suspended
    /// The program goes on after it was stopped.
    case continued
    /// The terminal has another size.
    case resized
    /// The terminal is gone.
    case end
  }

  private let terminal: Int32
  /// Bytes that were read ahead, last first.
  private var ahead: [UInt8] = []

  /// Makes a keyboard of a terminal.
  init(terminal: Int32) { self.terminal = terminal }

  /// How long the rest of an escape sequence may take, in milliseconds.
  private static let patience: Int32 = 25
  private static let escape: UInt8 = 0x1B
  private static let pasteStart = Array("[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Whether nothing waits to be read.
  var isIdle: Bool { ahead.isEmpty && !isReadable(within: 0) }

  /// Waits for the next event.
  mutating func next() -> Event {
    while true {
      if let event = signal() { return event }
      switch byte() {
      case .none: return .end
      case .some(nil): continue
      case .some(.some(let first)):
        if first == Self.escape, startsPaste() { return paste() }
        if let scalar = scalar(first) { return .scalar(scalar) }
      }
    }
  }

  /// What a signal handler marked.
  private func signal() -> Event? {
    if TerminalSignals.take(\.interrupted) { return .interrupted }
    if TerminalSignals.take(\.suspended) { return .suspended }
    if TerminalSignals.take(\.continued) { return .continued }
    if TerminalSignals.take(\.resized) { return .resized }
    return nil
  }

  /// The next byte; nil inside when a signal came first, nil outside at the end.
  private mutating func byte() -> UInt8?? {
    if let byte = ahead.popLast() { return byte }
    guard wait() else { return .some(nil) }
    var byte: UInt8 = 0
    let count = read(terminal, &byte, 1)
    if count == 1 { return byte }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? .some(nil) : .none
  }

  /// Waits for a byte; false when a signal came first.
  private func wait() -> Bool {
    let wakeReader = TerminalSignals.wakeReader
    var sources = [
      pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&sources, 2, -1) > 0 else { return false }
    guard sources[1].revents != 0 else { return true }
    var drained = [UInt8](repeating: 0, count: 64)
    while read(wakeReader, &drained, drained.count) > 0 {}
    return false
  }

  private func isReadable(within milliseconds: Int32) -> Bool {
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, milliseconds) > 0
  }

  /// Whether the bytes after an escape announce a paste; others are kept for later.
  private mutating func startsPaste() -> Bool {
    var read: [UInt8] = []
    for expected in Self.pasteStart {
      guard !ahead.isEmpty || isReadable(within: Self.patience), case .some(.some(let byte)) = byte() else {
        break
      }
      read.append(byte)
      if byte != expected { break }
    }
    if read == Self.pasteStart { return true }
    ahead += read.reversed()
    return false
  }

  /// Reads a paste up to its end; its line ends become newlines, and the last ones are dropped.
  private mutating func paste() -> Event {
    var bytes: [UInt8] = []
    while !bytes.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) {
      switch byte() {
      case .none: return .end
      case .some(nil):
        if TerminalSignals.take(\.interrupted) { return .interrupted }
      case .some(.some(let byte)): bytes.append(byte)
      }
    }
    bytes.removeLast(Self.pasteEnd.count)
    return .paste(Self.lines(bytes))
  }

  static func lines(_ bytes: [UInt8]) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" { result.append("\n") }
      if scalar == "\n", last != "\r" { result.append("\n") }
      let isControl = scalar.properties.generalCategory == .control
      if !isControl || scalar == "\t" { result.append(scalar) }
      last = scalar
    }
    while result.last == "\n" { result.removeLast() }
    return String(result)
  }

  /// Reads the rest of a scalar; nil when the bytes are no UTF-8.
  private mutating func scalar(_ first: UInt8) -> Unicode.Scalar? {
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
    var bytes = [first]
    while bytes.count < length {
      guard !ahead.isEmpty || isReadable(within: Self.patience), case .some(.some(let next)) = byte() else {
        return nil
      }
      guard next & 0xC0 == 0x80 else {
        ahead.append(next)
        return nil
      }
      bytes.append(next)
    }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }
}
