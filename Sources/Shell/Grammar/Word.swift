import CypherSyntax

/// A word of a command line, with its place.
struct Word: Sendable, Equatable {
  /// What the word is.
  enum Content: Sendable, Equatable {
    /// A word without quotes.
    case plain(String)
    /// A text in quotes, with its escapes undone.
    case quoted(String)
    /// `key=value`; the value's place follows.
    case assignment(key: String, value: String, quoted: Bool, valueSpan: Span)
  }

  /// What the word is.
  let content: Content
  /// Its place in the statement's text, quotes included.
  let span: Span

  /// The text of a word without quotes.
  var plain: String? {
    if case .plain(let text) = content { text } else { nil }
  }
}

/// Splits a command line into words: quotes, `key=value`, `#` comments, `\` at the end of a line.
struct WordReader {
  private let bytes: [UInt8]
  private var position = 0

  /// Splits a text, or throws at a quote that isn't closed.
  static func words(of text: String) throws(ShellError) -> [Word] {
    var reader = WordReader(bytes: Array(text.utf8))
    return try reader.all()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func all() throws(ShellError) -> [Word] {
    var words: [Word] = []
    while skipBlanks() { words.append(try next()) }
    return words
  }

  /// Moves to the next word; false at the end.
  private mutating func skipBlanks() -> Bool {
    while position < bytes.count {
      if isContinuation(position) || Self.isBlank(bytes[position]) {
        position += 1
      } else if bytes[position] == UInt8(ascii: "#") {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      } else {
        return true
      }
    }
    return false
  }

  private mutating func next() throws(ShellError) -> Word {
    let start = position
    if Self.isQuote(bytes[start]) {
      let text = try quoted()
      return Word(content: .quoted(text), span: Span(start, position))
    }
    while position < bytes.count, !Self.isBlank(bytes[position]), !isContinuation(position) {
      if bytes[position] == UInt8(ascii: "="), let key = key(start, position) {
        position += 1
        return try assignment(key, from: start)
      }
      position += 1
    }
    return Word(content: .plain(text(start, position)), span: Span(start, position))
  }

  private mutating func assignment(_ key: String, from start: Int) throws(ShellError) -> Word {
    let valueStart = position
    let isQuoted = position < bytes.count && Self.isQuote(bytes[position])
    let value: String
    if isQuoted {
      value = try quoted()
    } else {
      while position < bytes.count, !Self.isBlank(bytes[position]), !isContinuation(position) {
        position += 1
      }
      value = text(valueStart, position)
    }
    let content = Word.Content.assignment(
      key: key, value: value, quoted: isQuoted, valueSpan: Span(valueStart, position))
    return Word(content: content, span: Span(start, position))
  }

  /// Reads a text in quotes; `\` keeps the next quote or backslash from its meaning.
  private mutating func quoted() throws(ShellError) -> String {
    let start = position
    let quote = bytes[position]
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == quote { return String(decoding: content, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), position < bytes.count else {
        content.append(byte)
        continue
      }
      let escaped = bytes[position]
      position += 1
      switch escaped {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): content.append(escaped)
      case UInt8(ascii: "n"): content.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): content.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "\n"): break
      default: content += [byte, escaped]
      }
    }
    throw ShellError(.unclosedQuote, at: Span(start, start + 1))
  }

  /// The bytes as a key: a letter, then letters, digits, `_` and `-`.
  private func key(_ start: Int, _ end: Int) -> String? {
    guard end > start, Self.isLetter(bytes[start]) else { return nil }
    let rest = bytes[start..<end]
    let isKey = rest.allSatisfy { Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    return isKey ? text(start, end) : nil
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Whether a backslash stands right before the end of its line.
  private func isContinuation(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "\\") else { return false }
    let next = index + 1
    return next == bytes.count || bytes[next] == UInt8(ascii: "\n") || bytes[next] == UInt8(ascii: "\r")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
  }
}
