/// The keywords for those who complete, colour or dispatch on them.
public enum CypherKeywords {
  /// The words that begin a statement or a clause, in capitals; a line that starts with one is a query.
  public static let clauseStarters: Set<String> = Set(Keyword.allCases.filter(\.startsClause).map(\.text))

  /// The words that name no variable without back quotes, in capitals, sorted.
  public static let reserved: [String] = Keyword.allCases.filter(\.isReserved).map(\.text).sorted()

  /// Every word with a meaning in the grammar, in capitals, sorted.
  public static let all: [String] = Keyword.allCases.map(\.text).sorted()

  /// Whether a name can stand without back quotes everywhere.
  public static func isPlainName(_ name: String) -> Bool {
    let tokens = Lexer.tokens(of: Array(name.utf8))
    return tokens.count == 2 && tokens[0].kind == .word && tokens[0].keyword?.isReserved != true
      && Int(tokens[0].end) == name.utf8.count && tokens[0].start == 0
  }

  /// The name as it is written in a query: in back quotes where it needs them.
  public static func quoted(_ name: String) -> String {
    if isPlainName(name) { return name }
    var text = "`"
    for character in name.unicodeScalars {
      text.unicodeScalars.append(character)
      if character == "`" { text.unicodeScalars.append(character) }
    }
    return text + "`"
  }
}
