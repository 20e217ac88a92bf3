import CypherSyntax

/// The tokens of a query up to the cursor, and what they spell.
struct QuerySource {
  private let bytes: [UInt8]
  /// The tokens before the one that is being typed.
  private(set) var tokens: [Token]
  /// The token that is being typed; nil behind a blank or a sign.
  private(set) var typed: Token?
  /// Whether the cursor stands in a comment.
  private(set) var isInComment = false

  /// Cuts a text up to the cursor.
  ///
  /// - Parameter start: where the query begins in it; what stands before is left out.
  init(_ bytes: [UInt8], from start: Int) {
    // Blanks in the place of what is left out keep every place where it is.
    self.bytes = Array(repeating: 0x20, count: start) + bytes[start...]
    tokens = Lexer.tokens(of: self.bytes).filter { $0.kind != .end }
    guard let last = tokens.last else {
      isInComment = self.bytes.contains(UInt8(ascii: "/"))
      return
    }
    isInComment =
      last.kind == .unclosedComment || self.bytes[Int(last.end)...].contains(UInt8(ascii: "/"))
    guard Int(last.end) == bytes.count else { return }
    switch last.kind {
    case .word, .unclosedName, .unclosedString:
      typed = last
      tokens.removeLast()
    default: break
    }
  }

  /// Where the cursor stands.
  var end: Int { bytes.count }

  /// The text of a token.
  func text(_ token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// The name that the token at an index spells, without back quotes; nil where it is none.
  func name(_ index: Int) -> String? {
    guard tokens.indices.contains(index) else { return nil }
    switch tokens[index].kind {
    case .word: return tokens[index].keyword?.isReserved == true ? nil : text(tokens[index])
    case .quotedName: return String(text(tokens[index]).dropFirst().dropLast()).replacing("``", with: "`")
    default: return nil
    }
  }

  /// The labels or types that stand from an index on: `:A:B`, `:A|B`.
  func labels(from start: Int) -> Set<String> {
    var found: Set<String> = []
    var index = start
    while index < tokens.count, [.colon, .bar].contains(tokens[index].kind), let name = name(index + 1) {
      found.insert(name)
      index += 2
    }
    return found
  }

  /// The index of the innermost bracket that is open before an index.
  func openBracket(before end: Int) -> Int? {
    var depth = 0
    for index in tokens.indices.prefix(end).reversed() {
      switch tokens[index].kind {
      case .rightParenthesis, .rightBracket, .rightBrace: depth += 1
      case .leftParenthesis, .leftBracket, .leftBrace:
        if depth == 0 { return index }
        depth -= 1
      default: break
      }
    }
    return nil
  }
}
