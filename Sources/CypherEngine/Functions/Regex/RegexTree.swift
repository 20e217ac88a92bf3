/// A regular expression as it is written.
indirect enum RegexTree: Sendable {
  case empty
  case set(ScalarSet)
  case assertion(RegexAssertion)
  case sequence([RegexTree])
  case choice([RegexTree])
  /// So many times; nil is without end. Whether the most or the least is tried first does not matter to a whole match.
  case repetition(RegexTree, from: Int, to: Int?)
}

/// What holds at a place between characters.
enum RegexAssertion: Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
}

/// What is wrong in a regular expression.
struct RegexError: Error, Equatable {
  /// What, in words.
  var message: String
  /// Where, in code points from the pattern's beginning.
  var position: Int
}
