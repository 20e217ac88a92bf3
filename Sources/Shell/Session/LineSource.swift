/// Where a session reads its lines from: a terminal, a file, a pipe, an array in tests.
public protocol LineSource: AnyObject {
  /// The next line without its end.
  ///
  /// A source that edits several lines at once may give them together, with newlines inside.
  func nextLine(_ prompt: LinePrompt) -> LineInput
}

/// What a line is asked for.
public enum LinePrompt: Sendable, Equatable {
  /// A new statement.
  case statement
  /// More of a statement; the text says what is still missing.
  case continuation(String)
  /// An answer to a question.
  case answer(String)
}

/// What a source gives when it is asked for a line.
public enum LineInput: Sendable, Equatable {
  /// A line without its end.
  case line(String)
  /// Nothing more will come.
  case end
  /// Ctrl-C: the statement so far is dropped.
  case interrupted
}

/// Lines of a text in memory.
public final class TextLines: LineSource {
  private let bytes: [UInt8]
  private var position = 0

  /// Makes a source of a text; both `\n` and `\r\n` end a line, a mark of the byte order is skipped.
  public convenience init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  /// Makes a source of a text in UTF-8; what isn't UTF-8 is replaced.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next line.
  public func nextLine(_ prompt: LinePrompt) -> LineInput {
    guard position < bytes.count else { return .end }
    let start = position
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    var end = position
    position += 1
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return .line(String(decoding: bytes[start..<end], as: UTF8.self))
  }
}
