/// Names, strings and numbers.
extension Lexer {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether the byte is an ASCII part of a name.
  @inline(__always)
  static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
  }

  /// Goes to the end of a name.
  mutating func restOfName() {
    while at < bytes.count {
      let byte = bytes[at]
      if Self.isNamePart(byte) {
        at &+= 1
      } else if byte >= 0x80 {
        let (scalar, length) = CharacterClass.scalar(bytes, at)
        guard CharacterClass.continuesName(scalar) else { return }
        at &+= length
      } else {
        return
      }
    }
  }

  mutating func word(_ keywords: KeywordTable) {
    let start = at
    var low: UInt64 = 0
    var high: UInt64 = 0
    while at < bytes.count, Self.isLetter(bytes[at]) {
      let index = at &- start
      if index < KeywordTable.longest { KeywordTable.add(bytes[at], at: index, to: &low, &high) }
      at &+= 1
    }
    let letters = at &- start
    if at < bytes.count, bytes[at] >= 0x80 || Self.isNamePart(bytes[at]) { restOfName() }
    let isPlain = at &- start == letters && letters <= KeywordTable.longest
    add(.word, from: start, isPlain ? keywords.find(low, high) : nil)
  }

  mutating func string(_ quote: UInt8) {
    let start = at
    var isEscaped = false
    at &+= 1
    while at < bytes.count {
      let byte = bytes[at]
      at &+= 1
      if byte == quote {
        add(isEscaped ? .escapedString : .string, from: start)
        return
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        at = min(at &+ 1, bytes.count)
      }
    }
    add(.unclosedString, from: start)
  }

  mutating func quotedName() {
    let start = at
    at &+= 1
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "`") {
        if peek(1) != UInt8(ascii: "`") {
          at &+= 1
          add(.quotedName, from: start)
          return
        }
        at &+= 1
      }
      at &+= 1
    }
    add(.unclosedName, from: start)
  }

  mutating func number() {
    let start = at
    let prefix = peek(1) | 0x20
    if bytes[at] == UInt8(ascii: "0"), prefix == UInt8(ascii: "x") || prefix == UInt8(ascii: "o") {
      at &+= 2
      let digits = at
      let isHex = prefix == UInt8(ascii: "x")
      while at < bytes.count, NumberLiteral.digit(bytes[at]) < (isHex ? 16 : 8) { at &+= 1 }
      finishNumber(at > digits ? .integer : .malformedNumber, from: start)
      return
    }
    digits()
    var kind = TokenKind.integer
    if peek(0) == UInt8(ascii: "."), Self.isDigit(peek(1)) {
      kind = .float
      at &+= 1
      digits()
    }
    if peek(0) | 0x20 == UInt8(ascii: "e") {
      let isSigned = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+")
      if Self.isDigit(peek(isSigned ? 2 : 1)) {
        kind = .float
        at &+= isSigned ? 2 : 1
        digits()
      }
    }
    finishNumber(kind, from: start)
  }

  private mutating func digits() {
    while at < bytes.count, Self.isDigit(bytes[at]) { at &+= 1 }
  }

  /// Letters right behind a number spoil it.
  private mutating func finishNumber(_ kind: TokenKind, from start: Int) {
    let end = at
    restOfName()
    add(at == end ? kind : .malformedNumber, from: start)
  }
}
