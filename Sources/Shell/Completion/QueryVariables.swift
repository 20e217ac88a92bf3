import CypherSyntax

/// The variables that a query has bound by the place of the cursor, with the labels that its patterns give them.
struct QueryVariables {
  /// The labels or types of each variable, by name.
  private(set) var labels: [String: Set<String>] = [:]
  private let source: QuerySource

  /// Goes through the tokens before the cursor.
  init(_ source: QuerySource) {
    self.source = source
    let tokens = source.tokens
    var index = 0
    while index < tokens.count {
      let before = index > 0 ? tokens[index - 1] : nil
      switch (tokens[index].kind, tokens[index].keyword) {
      case (.leftParenthesis, _), (.leftBracket, _): pattern(at: index)
      case (_, .as): if let name = source.name(index + 1) { bind(name) }
      case (_, .in): if index > 0, let name = source.name(index - 1) { bind(name) }
      case (.equal, _): path(at: index)
      case (_, .union): labels = [:]
      case (_, .with) where before?.keyword != .starts && before?.keyword != .ends:
        index = projection(from: index + 1)
        continue
      default: break
      }
      index += 1
    }
  }

  private mutating func bind(_ name: String, _ new: Set<String> = []) {
    labels[name, default: []].formUnion(new)
  }

  /// `(name:Label:Label` and `-[name:TYPE|TYPE`.
  private mutating func pattern(at bracket: Int) {
    guard let name = source.name(bracket + 1), bracket + 2 < source.tokens.count else { return }
    let isRelationship = source.tokens[bracket].kind == .leftBracket
    let before = bracket > 0 ? source.tokens[bracket - 1].kind : .end
    if isRelationship, before != .minus, before != .unicodeDash { return }
    // A word before a parenthesis is a function's name.
    if !isRelationship, before == .word, source.tokens[bracket - 1].keyword == nil { return }
    switch source.tokens[bracket + 2].kind {
    case .colon, .rightParenthesis, .rightBracket, .leftBrace, .star, .word: break
    default: return
    }
    bind(name, source.labels(from: bracket + 2))
  }

  /// `name = (…)`.
  private mutating func path(at equal: Int) {
    guard equal > 0, equal + 1 < source.tokens.count, source.tokens[equal + 1].kind == .leftParenthesis,
      let name = source.name(equal - 1)
    else { return }
    bind(name)
  }

  /// The items of WITH, after which only what they name is in scope; gives the place behind them.
  private mutating func projection(from start: Int) -> Int {
    var kept: [String: Set<String>] = [:]
    var item: [Int] = []
    var depth = 0
    var index = start
    func close() {
      guard let last = item.last else { return }
      if source.tokens[last].kind == .star {
        kept.merge(labels) { $0.union($1) }
      } else if let name = source.name(last) {
        let origin = item.first.flatMap(source.name).flatMap { labels[$0] }
        let isRenamed = item.count == 1 || (item.count == 3 && source.tokens[item[1]].keyword == .as)
        if isRenamed || item.count > 1 && source.tokens[item[item.count - 2]].keyword == .as {
          kept[name] = isRenamed ? origin ?? [] : []
        }
      }
      item = []
    }
    while index < source.tokens.count {
      let token = source.tokens[index]
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace: depth -= 1
      default: break
      }
      if depth == 0, token.kind == .comma {
        close()
      } else if depth == 0, let keyword = token.keyword, Self.ends(keyword) {
        close()
        // What sorts and filters may still use the old names; what comes after may not.
        labels = kept
        return index
      } else if token.keyword != .distinct {
        item.append(index)
      }
      index += 1
    }
    // The cursor stands in the projection itself.
    return index
  }

  private static func ends(_ keyword: Keyword) -> Bool {
    keyword.startsClause || [.where, .order, .skip, .limit, .union, .on].contains(keyword)
  }
}
