/// What is asked of labels or of a type: `A`, `A|B`, `A&!B`, `%` for any.
indirect enum LabelExpression {
  case name(Name)
  case any(Span)
  case not(LabelExpression, Span)
  case all([LabelExpression])
  case some([LabelExpression])

  /// The names, where all of them are asked for and nothing else is.
  var conjunction: [Name]? {
    switch self {
    case .name(let name): return [name]
    case .all(let parts):
      let names = parts.compactMap { if case .name(let name) = $0 { name } else { nil } }
      return names.count == parts.count ? names : nil
    default: return nil
    }
  }

  /// The names, where any of them will do.
  var disjunction: [Name]? {
    switch self {
    case .name(let name): return [name]
    case .some(let parts):
      let names = parts.compactMap { if case .name(let name) = $0 { name } else { nil } }
      return names.count == parts.count ? names : nil
    default: return nil
    }
  }

  /// The names that are asked for in any case, and what is asked for besides.
  var parts: (names: [Name], rest: [LabelExpression]) {
    if let names = conjunction { return (names, []) }
    guard case .all(let parts) = self else { return ([], [self]) }
    var result: (names: [Name], rest: [LabelExpression]) = ([], [])
    for part in parts {
      if case .name(let name) = part { result.names.append(name) } else { result.rest.append(part) }
    }
    return result
  }

  /// The same as a condition on an expression.
  func condition(on subject: Expression) -> Expression {
    switch self {
    case .name(let name): return Expression(.hasLabels(subject, [name]), name.span)
    case .not(let inner, let span): return Expression(.unary(.not, inner.condition(on: subject)), span)
    case .all(let parts): return Parser.balanced(.and, parts.map { $0.condition(on: subject) }[...])
    case .some(let parts): return Parser.balanced(.or, parts.map { $0.condition(on: subject) }[...])
    case .any(let span):
      let labels = Expression(.call(Name("labels", span), distinct: false, [subject]), span)
      let count = Expression(.call(Name("size", span), distinct: false, [labels]), span)
      return Expression(.binary(.greater, count, Expression(.integer(0), span)), span)
    }
  }
}

extension Parser {
  /// Reads what stands behind the colon of a label or type, the colon included.
  ///
  /// - Parameter takesBar: whether `|` joins alternatives; elsewhere it ends the list of a comprehension.
  mutating func labelExpression(_ what: String, takesBar: Bool) throws(CypherError) -> LabelExpression {
    try need(.colon, "':'")
    return try alternatives(what, takesBar)
  }

  private mutating func alternatives(_ what: String, _ takesBar: Bool) throws(CypherError) -> LabelExpression
  {
    var parts = [try conjunction(what)]
    while takesBar, kind == .bar, ahead(1).kind != .bar {
      advance()
      _ = take(.colon)
      parts.append(try conjunction(what))
    }
    return parts.count == 1 ? parts[0] : .some(parts)
  }

  private mutating func conjunction(_ what: String) throws(CypherError) -> LabelExpression {
    var parts = [try labelOperand(what)]
    while isSign("&") || kind == .colon {
      advance()
      parts.append(try labelOperand(what))
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func labelOperand(_ what: String) throws(CypherError) -> LabelExpression {
    let begin = start
    if isSign("!") {
      let outer = try enter()
      advance()
      let inner = try labelOperand(what)
      peak = max(peak, 1)
      try leave(outer)
      return .not(inner, span(from: begin))
    }
    if take(.percent) { return .any(span(from: begin)) }
    guard kind == .leftParenthesis else { return .name(try schemaName(what)) }
    let opened = position
    let outer = try enter()
    advance()
    let inner = try alternatives(what, true)
    try close(.rightParenthesis, "')'", opened: opened, or: "'|', '&'")
    peak = max(peak, 1)
    try leave(outer)
    return inner
  }

  /// Whether the next token is a sign that has no meaning outside of label expressions.
  private func isSign(_ sign: Unicode.Scalar) -> Bool {
    kind == .unknown && token.end - token.start == 1 && source[start] == UInt8(ascii: sign)
  }

  /// Whether labels may begin at the colon here.
  var startsLabels: Bool {
    let next = ahead(1)
    if isSchemaName(next) || next.kind == .percent || next.kind == .leftParenthesis { return true }
    return next.kind == .unknown && source[Int(next.start)] == UInt8(ascii: "!")
  }

  /// The name of an element that has none and of which something is asked; no text can spell it.
  func hiddenName(_ begin: Int) -> Name { Name("\u{0}\(begin)", Span(begin, begin)) }
}

extension Name {
  /// Whether the name was made up for an element without one.
  package var isHidden: Bool { text.utf8.first == 0 }
}
