/// What a token is.
package enum TokenKind: UInt8, Sendable {
  /// A name or a keyword without quotes.
  case word
  /// A name in back quotes.
  case quotedName
  /// A string without escapes, and one with at least one.
  case string, escapedString
  case integer, float
  /// Digits that run into letters, or a prefix without digits.
  case malformedNumber
  case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
  case comma, dot, dots, colon, semicolon, bar, dollar
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, matches
  case plus, plusEqual, minus, star, slash, percent, caret
  /// A dash or an arrow head of the grammar other than the ASCII one; good in patterns only.
  case unicodeDash, unicodeLeft, unicodeRight
  case unclosedString, unclosedName, unclosedComment
  /// A character that begins nothing.
  case unknown
  case end
}

/// A piece of the source as a range of bytes.
package struct Token: Sendable {
  /// What it is.
  package var kind: TokenKind
  /// The keyword that a word spells, in any case.
  package var keyword: Keyword?
  /// The first byte.
  package var start: Int32
  /// The byte after the last.
  package var end: Int32

  /// The range as a span.
  var span: Span { Span(Int(start), Int(end)) }
}
