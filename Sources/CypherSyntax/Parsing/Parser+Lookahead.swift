/// Telling apart what begins alike, by looking over tokens without parsing them.
extension Parser {
  /// Whether the parenthesis here begins a pattern with at least one relationship.
  var isPatternAhead: Bool {
    guard kind == .leftParenthesis else { return false }
    var index = position + 1
    if isSchemaName(tokens[index]), tokens[index].keyword?.isReserved != true { index += 1 }
    switch tokens[index].kind {
    case .rightParenthesis: index += 1
    case .colon, .leftBrace, .dollar: index = closing(position) + 1
    default:
      guard tokens[index].keyword == .where else { return false }
      index = closing(position) + 1
    }
    return isRelationship(at: index)
  }

  /// Whether a relationship with a node behind it begins at a token's index.
  private func isRelationship(at first: Int) -> Bool {
    func kind(_ index: Int) -> TokenKind { tokens[min(index, tokens.count - 1)].kind }
    var index = first
    let isLeft = Self.isLeftHead(kind(index))
    if isLeft { index += 1 }
    guard Self.isDash(kind(index)) else { return false }
    index += 1
    if kind(index) == .leftBracket { index = closing(index) + 1 }
    guard Self.isDash(kind(index)) else { return false }
    index += 1
    if Self.isRightHead(kind(index)) { index += 1 }
    return kind(index) == .leftParenthesis
  }

  /// Whether a pattern comprehension begins behind the bracket just read.
  var isPatternComprehensionAhead: Bool {
    var probe = self.position
    if isVariable, ahead(1).kind == .equal { probe += 2 }
    let token = tokens[min(probe, tokens.count - 1)]
    if token.keyword == .shortestPath || token.keyword == .allShortestPaths {
      return probe > position || tokens[min(closing(probe + 1) + 1, tokens.count - 1)].kind == .bar
    }
    var copy = self
    copy.position = min(probe, tokens.count - 1)
    return copy.isPatternAhead
  }

  /// Whether `x IN …` up to the closing bracket is a comprehension and not the first item of a list.
  var isComprehensionAhead: Bool {
    var index = position
    while index < tokens.count - 1 {
      switch tokens[index].kind {
      case .leftParenthesis, .leftBracket, .leftBrace: index = closing(index)
      case .comma: return false
      case .bar, .rightBracket, .rightParenthesis, .rightBrace: return true
      default: if tokens[index].keyword == .where { return true }
      }
      index += 1
    }
    return true
  }

  /// The index of the token that closes the bracket at an index; of the end where none does.
  func closing(_ opened: Int) -> Int {
    var open = 0
    var index = min(opened, tokens.count - 1)
    while index < tokens.count - 1 {
      switch tokens[index].kind {
      case .leftParenthesis, .leftBracket, .leftBrace: open += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        open -= 1
        if open <= 0 { return index }
      default: break
      }
      index += 1
    }
    return index
  }
}
