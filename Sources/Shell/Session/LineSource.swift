/// Where a session reads its lines from: a terminal, a file, a pipe, an array in tests.
public protocol LineSource: AnyObject {
  /// The next line without its end.
  ///
  /// A source that edits several lines at once may give them together, with newlines inside.
  func nextLine(_ prompt: LinePrompt) -> LineInput

  /// The same into a buffer, which is emptied first; sources of bytes give no text then.
  func readLine(_ prompt: LinePrompt, into line: inout [UInt8]) -> LineRead
}

extension LineSource {
  /// Fills the buffer with the text of the next line.
  public func readLine(_ prompt: LinePrompt, into line: inout [UInt8]) -> LineRead {
    line.removeAll(keepingCapacity: true)
    switch nextLine(prompt) {
    case .end: return .end
    case .interrupted: return .interrupted
    case .line(let text):
      line.append(contentsOf: text.utf8)
      return .line
    }
  }
}

/// What a line is asked for.
public enum LinePrompt: Sendable, Equatable {
  /// A new statement.
  case statement
  /// More of a statement; the text says what is still missing.
  case continuation(String)
  /// An answer to a question; where it completes a command line, that line up to it.
  case answer(String, after: String? = nil)
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

/// What became of reading a line into a buffer.
public enum LineRead: Sendable, Equatable {
  /// A line is in the buffer.
  case line
  /// Nothing more will come.
  case end
  /// Ctrl-C: the statement so far is dropped.
  case interrupted
}
