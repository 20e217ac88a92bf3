import CypherSyntax

/// Puts statements together into blocks, one at a time, so that endless input is no trouble.
struct BlockReader {
  /// What comes next.
  enum Next: Sendable, Equatable {
    case node(ScriptNode)
    case end
    case interrupted
  }

  /// How deep blocks may stand in each other.
  static let depthLimit = 64

  private var reader: StatementReader

  /// Makes a reader over statements.
  init(_ reader: StatementReader) { self.reader = reader }

  /// The line that was read last.
  var currentLine: Int { reader.currentLine }

  /// Reads the next statement or block.
  ///
  /// - Throws: a block that isn't ended, an `else` or `end` without a beginning.
  mutating func next() throws(ShellError) -> Next {
    switch reader.next() {
    case .end: return .end
    case .interrupted: return .interrupted
    case .statement(let statement):
      do throws(Stop) {
        return .node(try node(statement, depth: 0))
      } catch {
        switch error {
        case .interrupted: return .interrupted
        case .failed(let failure): throw failure
        }
      }
    }
  }

  /// Drops what is left of the current line, after an error.
  mutating func dropLine() { reader.dropLine() }

  private enum Stop: Error {
    case interrupted
    case failed(ShellError)
  }

  private mutating func node(_ statement: Statement, depth: Int) throws(Stop) -> ScriptNode {
    guard depth <= Self.depthLimit else {
      let error = ShellError.other("blocks stand more than \(Self.depthLimit) deep in each other")
      throw .failed(error.inside(statement))
    }
    switch verb(statement) {
    case "if": return try choice(statement, depth: depth)
    case "for":
      let (body, end) = try body(of: statement, depth: depth)
      guard verb(end) == "end" else { throw stray(end) }
      return .loop(statement, body)
    case "what-if" where isAlone(statement):
      let (body, end) = try body(of: statement, depth: depth)
      guard verb(end) == "end" else { throw stray(end) }
      return .trial(statement, body)
    case "else", "end": throw stray(statement)
    default: return .statement(statement)
    }
  }

  private mutating func choice(_ first: Statement, depth: Int) throws(Stop) -> ScriptNode {
    var branches: [ScriptNode.Branch] = []
    var condition = first
    while true {
      let (body, end) = try body(of: condition, depth: depth)
      branches.append(.init(condition: condition, body: body))
      if verb(end) == "end" { return .choice(branches, otherwise: []) }
      if elseCondition(end) != nil {
        condition = end
        continue
      }
      let (otherwise, last) = try self.body(of: end, depth: depth)
      guard verb(last) == "end" else { throw stray(last) }
      return .choice(branches, otherwise: otherwise)
    }
  }

  /// Reads statements up to `else` or `end`, which is given back too.
  private mutating func body(
    of opening: Statement, depth: Int
  ) throws(Stop) -> (body: [ScriptNode], end: Statement) {
    var nodes: [ScriptNode] = []
    while true {
      switch reader.next(.continuation("end")) {
      case .interrupted: throw .interrupted
      case .end:
        let word = verb(opening) ?? ""
        let span = Span(0, word.utf8.count)
        throw .failed(ShellError(.unfinished(what: "'\(word)'", closing: "'end'"), at: span).inside(opening))
      case .statement(let statement):
        let word = verb(statement)
        if word == "else" || word == "end" { return (nodes, statement) }
        nodes.append(try node(statement, depth: depth + 1))
      }
    }
  }

  /// Whether nothing but a comment follows the verb.
  private func isAlone(_ statement: Statement) -> Bool {
    let bytes = Array(statement.text.utf8)
    let start = bytes.firstIndex(where: FirstWord.isBlank) ?? bytes.count
    return bytes[start..<RawLine.endBeforeComment(bytes, from: start)].allSatisfy(FirstWord.isBlank)
  }

  private func verb(_ statement: Statement) -> String? {
    if case .command(let verb) = statement.kind { verb } else { nil }
  }

  /// What follows `else if`; nil for a bare `else`.
  private func elseCondition(_ statement: Statement) -> String? {
    let words = statement.text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard words.count >= 2, words[1].lowercased() == "if" else { return nil }
    return words.count == 3 ? String(words[2]) : ""
  }

  private func stray(_ statement: Statement) -> Stop {
    let word = verb(statement) ?? ""
    return .failed(ShellError(.strayBlockWord(word), at: Span(0, word.utf8.count)).inside(statement))
  }
}
