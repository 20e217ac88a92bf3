/// Cuts the bytes of a text into tokens.
///
/// It never fails: what is wrong becomes a token that the parser reports when it comes to it.
package struct Lexer {
  let bytes: [UInt8]
  var at = 0
  var tokens: [Token] = []

  /// Cuts the whole text; the last token is `end`.
  ///
  /// - Complexity: O(n) in the length of the text.
  package static func tokens(of bytes: [UInt8]) -> [Token] {
    var lexer = Lexer(bytes: bytes)
    lexer.tokens.reserveCapacity(bytes.count / 3 &+ 8)
    let keywords = KeywordTable.shared
    while lexer.at < bytes.count { lexer.next(keywords) }
    lexer.tokens.append(Token(kind: .end, start: Int32(bytes.count), end: Int32(bytes.count)))
    return lexer.tokens
  }

  /// The byte at an offset from here, or 0 past the end.
  @inline(__always)
  func peek(_ offset: Int) -> UInt8 {
    let index = at &+ offset
    return index < bytes.count ? bytes[index] : 0
  }

  /// Adds a token from `start` to here.
  @inline(__always)
  mutating func add(_ kind: TokenKind, from start: Int, _ keyword: Keyword? = nil) {
    tokens.append(
      Token(
        kind: kind, keyword: keyword, start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: at)))
  }

  private mutating func next(_ keywords: KeywordTable) {
    let byte = bytes[at]
    switch byte {
    case 0x20, 0x09...0x0D, 0x1C...0x1F: at &+= 1
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      word(keywords)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): string(byte)
    case UInt8(ascii: "`"): quotedName()
    case UInt8(ascii: "."):
      if Self.isDigit(peek(1)) { number() } else { symbol(.dot, UInt8(ascii: "."), .dots) }
    case UInt8(ascii: "/"): slash()
    case 0x80...: beyondASCII()
    default: punctuation(byte)
    }
  }

  private mutating func punctuation(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("): one(.leftParenthesis)
    case UInt8(ascii: ")"): one(.rightParenthesis)
    case UInt8(ascii: "["): one(.leftBracket)
    case UInt8(ascii: "]"): one(.rightBracket)
    case UInt8(ascii: "{"): one(.leftBrace)
    case UInt8(ascii: "}"): one(.rightBrace)
    case UInt8(ascii: ","): one(.comma)
    case UInt8(ascii: ":"): one(.colon)
    case UInt8(ascii: ";"): one(.semicolon)
    case UInt8(ascii: "|"): one(.bar)
    case UInt8(ascii: "$"): one(.dollar)
    case UInt8(ascii: "-"): one(.minus)
    case UInt8(ascii: "*"): one(.star)
    case UInt8(ascii: "%"): one(.percent)
    case UInt8(ascii: "^"): one(.caret)
    case UInt8(ascii: "="): symbol(.equal, UInt8(ascii: "~"), .matches)
    case UInt8(ascii: "+"): symbol(.plus, UInt8(ascii: "="), .plusEqual)
    case UInt8(ascii: ">"): symbol(.greater, UInt8(ascii: "="), .greaterOrEqual)
    case UInt8(ascii: "<"):
      if peek(1) == UInt8(ascii: ">") {
        two(.notEqual)
      } else {
        symbol(.less, UInt8(ascii: "="), .lessOrEqual)
      }
    case UInt8(ascii: "!"): symbol(.unknown, UInt8(ascii: "="), .unknown)
    default: one(.unknown)
    }
  }

  @inline(__always)
  private mutating func one(_ kind: TokenKind) {
    at &+= 1
    add(kind, from: at &- 1)
  }

  private mutating func two(_ kind: TokenKind) {
    at &+= 2
    add(kind, from: at &- 2)
  }

  /// One byte, or two where the second is `second`.
  private mutating func symbol(_ kind: TokenKind, _ second: UInt8, _ both: TokenKind) {
    if peek(1) == second { two(both) } else { one(kind) }
  }

  /// A division, or a comment, which gives no token unless it is never closed.
  private mutating func slash() {
    let start = at
    switch peek(1) {
    case UInt8(ascii: "/"):
      while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at &+= 1 }
    case UInt8(ascii: "*"):
      at &+= 2
      while at < bytes.count {
        if bytes[at] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
          at &+= 2
          return
        }
        at &+= 1
      }
      add(.unclosedComment, from: start)
    default: one(.slash)
    }
  }

  private mutating func beyondASCII() {
    let start = at
    let (scalar, length) = CharacterClass.scalar(bytes, at)
    if CharacterClass.startsName(scalar) {
      at &+= length
      restOfName()
      add(.word, from: start)
    } else if let part = CharacterClass.arrowPart(scalar) {
      at &+= length
      add(part, from: start)
    } else {
      at &+= length
      if !CharacterClass.isSpace(scalar) { add(.unknown, from: start) }
    }
  }
}
