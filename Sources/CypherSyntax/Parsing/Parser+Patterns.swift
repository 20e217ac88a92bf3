/// Patterns of nodes and relationships.
extension Parser {
  /// What a pattern is used for, which decides where parameters may stand for properties.
  enum PatternUse { case match, create, merge }

  /// Parts separated by commas.
  mutating func pattern(_ use: PatternUse) throws(CypherError) -> Pattern {
    let begin = start
    var parts: [PatternPart] = []
    repeat { parts.append(try patternPart(use)) } while take(.comma)
    return Pattern(parts: parts, span: span(from: begin))
  }

  /// A chain, perhaps named, perhaps in `shortestPath( )`.
  mutating func patternPart(_ use: PatternUse) throws(CypherError) -> PatternPart {
    let begin = start
    var name: Name?
    if isVariable, ahead(1).kind == .equal {
      name = takeName()
      advance()
    }
    var part: PatternPart
    if isShortest {
      part = try shortest(use)
    } else {
      part = try chain(use)
    }
    part.variable = name
    part.span = span(from: begin)
    return part
  }

  /// Whether a search for shortest paths begins here.
  var isShortest: Bool {
    (keyword == .shortestPath || keyword == .allShortestPaths) && ahead(1).kind == .leftParenthesis
  }

  /// `shortestPath(chain)` or `allShortestPaths(chain)`.
  mutating func shortest(_ use: PatternUse) throws(CypherError) -> PatternPart {
    let begin = start
    let search: PatternPart.Search = keyword == .shortestPath ? .shortestPath : .allShortestPaths
    let word = text(token)
    advance()
    let opened = position
    advance()
    var part = try chain(use)
    guard part.relationships.count == 1 else {
      throw mistake(
        "UnexpectedSyntax", "\(word) needs exactly one relationship between two nodes", at: part.span,
        hint: "for example \(word)((a)-[*]-(b))")
    }
    try close(.rightParenthesis, "')'", opened: opened)
    part.search = search
    part.span = span(from: begin)
    return part
  }

  /// Nodes with relationships between them; parentheses around the whole are allowed.
  mutating func chain(_ use: PatternUse) throws(CypherError) -> PatternPart {
    let begin = start
    let outer = try enter()
    if kind == .leftParenthesis, ahead(1).kind == .leftParenthesis {
      let opened = position
      advance()
      var part = try chain(use)
      try close(.rightParenthesis, "')'", opened: opened)
      part.span = span(from: begin)
      try leave(outer)
      return part
    }
    var nodes = [try nodePattern(use)]
    var relationships: [RelationshipPattern] = []
    while startsRelationship {
      relationships.append(try relationshipPattern(use))
      nodes.append(try nodePattern(use))
    }
    try leave(outer)
    return PatternPart(
      variable: nil, search: .all, nodes: nodes, relationships: relationships, span: span(from: begin))
  }

  /// Reads one node.
  mutating func nodePattern(_ use: PatternUse) throws(CypherError) -> NodePattern {
    let begin = start
    let opened = position
    try need(.leftParenthesis, "a node such as (n)")
    var node = NodePattern(
      variable: nil, labels: [], properties: nil, predicate: nil, span: Span(begin, begin))
    if isVariable { node.variable = takeName() }
    var conditions: [LabelExpression] = []
    if kind == .colon {
      (node.labels, conditions) = try labelExpression("a label", takesBar: true).parts
      if use != .match, !conditions.isEmpty { throw notCreatable(from: begin) }
    }
    node.properties = try patternProperties(use)
    if use == .match { node.predicate = try whereClause() }
    if !conditions.isEmpty {
      let name = node.variable ?? hiddenName(begin)
      node.variable = name
      node.predicate = condition(.all(conditions), on: name, and: node.predicate)
    }
    try close(.rightParenthesis, "')' to end the node", opened: opened)
    node.span = span(from: begin)
    return node
  }

  /// What is asked of the labels or the type of an element, joined with its predicate.
  func condition(_ labels: LabelExpression, on name: Name, and predicate: Expression?) -> Expression {
    let condition = labels.condition(on: Expression(.variable(name), name.span))
    guard let predicate else { return condition }
    return Expression(.binary(.and, condition, predicate), predicate.span)
  }

  /// The error for labels or types of which something new cannot tell which to have.
  func notCreatable(from begin: Int) -> CypherError {
    mistake(
      "UnexpectedSyntax", "'|', '!' and '%' stand only where something is searched for",
      at: span(from: begin),
      hint: "a new node takes several labels as :A:B, a new relationship has one type")
  }

  /// A map or a parameter, or nothing.
  mutating func patternProperties(_ use: PatternUse) throws(CypherError) -> Expression? {
    if kind == .leftBrace { return try mapLiteral() }
    guard kind == .dollar else { return nil }
    let parameter = try self.parameter()
    guard use == .create else {
      throw mistake(
        "InvalidParameterUse",
        "a parameter cannot stand for all properties in \(use == .match ? "MATCH" : "MERGE")",
        at: parameter.span,
        hint: "name the properties: {key: $parameter.key}")
    }
    return parameter
  }
}
