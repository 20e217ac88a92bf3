/// Relationships in patterns.
extension Parser {
  /// Whether a relationship begins here: a dash, or an arrow head and a dash.
  var startsRelationship: Bool {
    Self.isDash(kind) || Self.isLeftHead(kind) && Self.isDash(ahead(1).kind)
  }

  static func isDash(_ kind: TokenKind) -> Bool { kind == .minus || kind == .unicodeDash }
  static func isLeftHead(_ kind: TokenKind) -> Bool { kind == .less || kind == .unicodeLeft }
  static func isRightHead(_ kind: TokenKind) -> Bool { kind == .greater || kind == .unicodeRight }

  /// Reads one relationship with its dashes and heads.
  mutating func relationshipPattern(_ use: PatternUse) throws(CypherError) -> RelationshipPattern {
    let begin = start
    var relationship = RelationshipPattern(
      variable: nil, types: [], length: nil, properties: nil, arrow: .none, predicate: nil,
      span: Span(begin, begin))
    let isLeft = Self.isLeftHead(kind)
    if isLeft { advance() }
    advance()
    if kind == .leftBracket { try relationshipDetail(&relationship, use) }
    guard Self.isDash(kind) else {
      throw unexpected("'-' to end the relationship", hint: "write -[…]-, -[…]-> or <-[…]-")
    }
    advance()
    let isRight = Self.isRightHead(kind)
    if isRight { advance() }
    relationship.arrow = isLeft ? (isRight ? .both : .left) : (isRight ? .right : .none)
    relationship.span = span(from: begin)
    return relationship
  }

  /// `[variable:A|B*1..3 {properties}]`.
  private mutating func relationshipDetail(
    _ relationship: inout RelationshipPattern, _ use: PatternUse
  ) throws(CypherError) {
    let opened = position
    advance()
    if isVariable { relationship.variable = takeName() }
    let begin = start
    var condition: LabelExpression?
    if kind == .colon {
      let types = try labelExpression("a relationship type", takesBar: true)
      relationship.types = types.disjunction ?? []
      if relationship.types.isEmpty {
        guard use == .match else { throw notCreatable(from: begin) }
        condition = types
      }
    }
    if kind == .star { relationship.length = try length() }
    if kind == .dots || kind == .integer {
      throw mistake(
        "InvalidRelationshipPattern", "a length needs a '*' before it", at: token.span,
        hint: "for example [:KNOWS*1..3]")
    }
    relationship.properties = try patternProperties(use)
    if use == .match { relationship.predicate = try whereClause() }
    if let condition {
      let name = relationship.variable ?? hiddenName(begin)
      relationship.variable = name
      relationship.predicate = self.condition(condition, on: name, and: relationship.predicate)
    }
    try close(.rightBracket, "']' to end the relationship", opened: opened)
  }

  /// `*`, `*2`, `*1..3`, `*..3` or `*1..`.
  private mutating func length() throws(CypherError) -> RelationshipPattern.Length {
    advance()
    let minimum = try bound()
    guard take(.dots) else {
      if kind == .minus || kind == .float {
        throw mistake(
          "InvalidRelationshipPattern", "the length of a path is a whole number, not negative",
          at: token.span,
          hint: "for example *2, *1..3 or *..3")
      }
      return .init(minimum: minimum, maximum: minimum)
    }
    let maximum = try bound()
    if maximum == nil, kind == .minus || kind == .float {
      throw mistake(
        "InvalidRelationshipPattern", "the length of a path is a whole number, not negative", at: token.span,
        hint: "for example *2, *1..3 or *..3")
    }
    return .init(minimum: minimum, maximum: maximum)
  }

  private mutating func bound() throws(CypherError) -> Int? {
    guard kind == .integer else { return nil }
    guard let magnitude = NumberLiteral.magnitude(source[start..<Int(token.end)]), magnitude <= Int64.max
    else {
      throw mistake("IntegerOverflow", "the number is too large", at: token.span)
    }
    advance()
    return Int(magnitude)
  }
}
