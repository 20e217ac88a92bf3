/// What follows an operand: `.key`, `[index]`, `[from..to]`, `:Label`, `{projection}`.
extension Parser {
  /// An atom with all that follows it.
  mutating func postfix() throws(CypherError) -> Expression {
    var subject = try atom()
    while true {
      switch kind {
      case .dot: subject = try property(of: subject)
      case .leftBracket: subject = try subscripted(subject)
      case .colon where startsLabels:
        subject = try value(subject)
        let labels = try labelExpression("a label", takesBar: openBars == 0)
        let span = span(from: subject.span.start)
        if let names = labels.conjunction {
          subject = Expression(.hasLabels(subject, names), span)
        } else {
          subject = labels.condition(on: subject)
          subject.span = span
          height += 2
        }
      case .leftBrace:
        guard case .variable = subject.kind, isProjection else { return subject }
        subject = try mapProjection(subject)
        continue
      default: return subject
      }
      height += 1
      guard height <= limits.depth else { throw tooDeep() }
    }
  }

  private mutating func property(of subject: Expression) throws(CypherError) -> Expression {
    let subject = try value(subject)
    advance()
    let key = try schemaName("a property key")
    return Expression(.property(subject, key), span(from: subject.span.start))
  }

  private mutating func subscripted(_ subject: Expression) throws(CypherError) -> Expression {
    let subject = try value(subject)
    let subjectHeight = height
    let opened = position
    let outer = try enter()
    advance()
    var result: ExpressionKind
    if take(.dots) {
      result = .slice(subject, from: nil, to: kind == .rightBracket ? nil : try expression())
    } else {
      let index = try expression()
      result = .subscript_(subject, index)
      if take(.dots) {
        result = .slice(subject, from: index, to: kind == .rightBracket ? nil : try expression())
      }
    }
    try close(.rightBracket, "']'", opened: opened, or: "'..'")
    try leave(outer)
    height = max(subjectHeight, height)
    return Expression(result, span(from: subject.span.start))
  }

  /// Whether the brace here begins a map projection.
  private var isProjection: Bool {
    switch ahead(1).kind {
    case .dot, .rightBrace: true
    case .word, .quotedName: [.comma, .colon, .rightBrace].contains(ahead(2).kind)
    default: false
    }
  }

  /// `{.key, .*, key: value, variable}` behind a variable.
  private mutating func mapProjection(_ subject: Expression) throws(CypherError) -> Expression {
    let opened = position
    let outer = try enter()
    advance()
    var items: [MapProjectionItem] = []
    if kind != .rightBrace {
      repeat { items.append(try mapProjectionItem()) } while take(.comma)
    }
    try close(.rightBrace, "'}'", opened: opened, or: "','")
    peak = max(peak, 1)
    try leave(outer)
    return Expression(.mapProjection(subject, items), span(from: subject.span.start))
  }

  private mutating func mapProjectionItem() throws(CypherError) -> MapProjectionItem {
    if take(.dot) {
      if take(.star) { return .all }
      return .property(try schemaName("a property key or '*'"))
    }
    if isSchemaName(token), ahead(1).kind == .colon {
      let key = takeName()
      advance()
      return .entry(key, try expression())
    }
    return .variable(try variable("'.key', '.*', 'key: value' or a variable"))
  }
}
