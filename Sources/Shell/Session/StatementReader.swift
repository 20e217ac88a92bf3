import CypherSyntax
import Glibc

/// Cuts lines into statements: the first word decides, `;` or the end of the line ends them.
struct StatementReader {
  /// What comes next.
  enum Next: Sendable, Equatable {
    case statement(Statement)
    case end
    /// Ctrl-C while a statement was being typed.
    case interrupted
  }

  private let source: any LineSource
  private let registry: CommandRegistry
  /// What stands for the source in messages; nil at the prompt.
  let file: String?
  /// Whether a blank line ends a query, as at the prompt.
  private let blankLineEnds: Bool
  /// Lines that the source gave together and that aren't read yet, last first.
  private var waiting: [[UInt8]] = []
  private var line: [UInt8] = []
  private var position = 0
  private var lineNumber = 0

  /// Makes a reader of a source.
  init(_ source: any LineSource, registry: CommandRegistry, file: String?, blankLineEnds: Bool = false) {
    self.source = source
    self.registry = registry
    self.file = file
    self.blankLineEnds = blankLineEnds
  }

  /// The number of the line that was read last.
  var currentLine: Int { lineNumber }

  /// Reads the next statement.
  ///
  /// - Parameter prompt: what the source is asked for when the statement begins on a new line.
  mutating func next(_ prompt: LinePrompt = .statement) -> Next {
    while true {
      skipBlanks()
      guard position < line.count, !isCommentStart(position) else {
        switch loadLine(prompt) {
        case .line: continue
        case .end: return .end
        case .interrupted: return .interrupted
        }
      }
      if line[position] == UInt8(ascii: ";") {
        position += 1
        continue
      }
      return FirstWord.beginsQuery(line[position...]) ? query() : command()
    }
  }

  /// Drops what is left of the current line.
  mutating func dropLine() {
    position = line.count
    waiting = []
  }

  private mutating func query() -> Next {
    var builder = StatementBuilder(origin: origin())
    return finishQuery(&builder, kind: .query)
  }

  /// Reads up to the `;` from the current place, over lines.
  private mutating func finishQuery(_ builder: inout StatementBuilder, kind: Statement.Kind) -> Next {
    var scanner = QueryScanner()
    while true {
      if let end = scanner.end(in: line, from: position) {
        let statement = builder.statement(kind, endingWith: line[position..<end])
        position = end + 1
        return .statement(statement)
      }
      builder.append(line[position...])
      position = line.count
      switch loadLine(.continuation(scanner.missing)) {
      case .interrupted: return .interrupted
      case .end: return .statement(builder.statement(kind, isTerminated: false))
      case .line:
        if blankLineEnds, scanner.mode == .code, line.allSatisfy(FirstWord.isBlank) {
          return .statement(builder.statement(kind))
        }
        builder.newLine()
      }
    }
  }

  private mutating func command() -> Next {
    let verb = FirstWord.word(in: line[position...]).lowercased()
    let place = registry.command(verb)?.query ?? .nowhere
    var builder = StatementBuilder(origin: origin())
    while true {
      if let start = queryStart(place, builder) {
        builder.append(line[position..<start])
        position = start
        if line[start...].allSatisfy(FirstWord.isBlank) {
          position = line.count
          guard continueCommand(&builder, "a value") else { return .interrupted }
          if position >= line.count { break }
          continue
        }
        if FirstWord.beginsQuery(line[start...]) { return finishQuery(&builder, kind: .command(verb: verb)) }
      }
      let rest = line[position...]
      position = line.count
      guard rest.last == UInt8(ascii: "\\") else {
        builder.append(rest)
        break
      }
      // A blank in its place keeps every later byte where it was.
      builder.append(rest.dropLast() + [0x20])
      guard continueCommand(&builder, "more of the line") else { return .interrupted }
      if position >= line.count { break }
    }
    return .statement(builder.command(verb))
  }

  /// Loads the next line of a command; false when Ctrl-C was pressed.
  private mutating func continueCommand(_ builder: inout StatementBuilder, _ missing: String) -> Bool {
    switch loadLine(.continuation(missing)) {
    case .interrupted: return false
    case .end: return true
    case .line:
      builder.newLine()
      return true
    }
  }

  /// Where a query may begin on the current line, given what was read of the command.
  private func queryStart(_ place: Command.QueryPlace, _ builder: StatementBuilder) -> Int? {
    var start = position
    if builder.isEmpty {
      while start < line.count, !FirstWord.isBlank(line[start]) { start += 1 }
      switch place {
      case .nowhere: return nil
      case .afterVerb: start = endOfNumber(from: start)
      case .afterEquals:
        guard let equals = line[start...].firstIndex(of: UInt8(ascii: "=")) else { return nil }
        start = equals + 1
      case .after(let word):
        guard let after = CommandWords.end(of: word, in: line, from: start) else { return nil }
        start = after
      }
    } else if place != .afterEquals {
      return nil
    }
    while start < line.count, FirstWord.isBlank(line[start]) { start += 1 }
    return start
  }

  /// Where a number ends that may stand between the verb and its query.
  private func endOfNumber(from start: Int) -> Int {
    var index = start
    while index < line.count, FirstWord.isBlank(line[index]) { index += 1 }
    while index < line.count, (0x30...0x39).contains(line[index]) { index += 1 }
    return index
  }

  private func origin() -> Origin {
    Origin(file: file, line: lineNumber, leading: String(decoding: line[..<position], as: UTF8.self))
  }

  private mutating func skipBlanks() {
    while position < line.count, FirstWord.isBlank(line[position]) { position += 1 }
  }

  private func isCommentStart(_ index: Int) -> Bool {
    line[index] == UInt8(ascii: "#")
      || (line[index] == UInt8(ascii: "/") && index + 1 < line.count && line[index + 1] == UInt8(ascii: "/"))
  }

  private mutating func loadLine(_ prompt: LinePrompt) -> LineRead {
    position = 0
    if let next = waiting.popLast() {
      line = next
    } else {
      let read = source.readLine(prompt, into: &line)
      guard read == .line else {
        line.removeAll(keepingCapacity: true)
        return read
      }
      if line.contains(0x0A) {
        waiting = line.split(separator: 0x0A, omittingEmptySubsequences: false).reversed().map {
          Array($0.last == 0x0D ? $0.dropLast() : $0)
        }
        line = waiting.removeLast()
      }
    }
    lineNumber += 1
    return .line
  }
}

/// Gathers the lines of one statement.
private struct StatementBuilder {
  let origin: Origin
  private var bytes: [UInt8] = []

  init(origin: Origin) { self.origin = origin }

  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ part: ArraySlice<UInt8>) { bytes += part }

  mutating func newLine() { bytes.append(0x0A) }

  /// A query whose last line is at hand; one of a single line is not copied twice.
  func statement(_ kind: Statement.Kind, endingWith part: ArraySlice<UInt8>) -> Statement {
    statement(kind, bytes.isEmpty ? part : (bytes + part)[...], isTerminated: true)
  }

  func statement(_ kind: Statement.Kind, isTerminated: Bool = true) -> Statement {
    statement(kind, bytes[...], isTerminated: isTerminated)
  }

  /// A command; a `;` at its end is forgiven.
  func command(_ verb: String) -> Statement {
    var text = bytes[...]
    while let last = text.last, FirstWord.isBlank(last) || last == UInt8(ascii: ";") { text.removeLast() }
    return statement(.command(verb: verb), text, isTerminated: true)
  }

  private func statement(
    _ kind: Statement.Kind, _ text: ArraySlice<UInt8>, isTerminated: Bool
  ) -> Statement {
    var text = text
    while let last = text.last, FirstWord.isBlank(last) { text.removeLast() }
    var string = String(decoding: text, as: UTF8.self)
    // What isn't UTF-8 was replaced, and then the bytes are others.
    let isText = string.withUTF8 { bytes in
      text.withUnsafeBufferPointer { isEqual($0, bytes) }
    }
    return Statement(
      kind: kind, text: string, origin: origin, isTerminated: isTerminated, isText: isText)
  }
}

/// Whether two runs of bytes are equal.
private func isEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
  guard a.count == b.count else { return false }
  guard let x = a.baseAddress, let y = b.baseAddress else { return true }
  return memcmp(x, y, a.count) == 0
}
