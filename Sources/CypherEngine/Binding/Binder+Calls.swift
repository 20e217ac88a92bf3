import CypherSyntax

extension Binder {
  /// Binds a call of a function or an aggregate.
  mutating func bindCall(
    _ name: Name, distinct: Bool, _ arguments: [Expression], _ whole: Expression
  ) throws(CypherError) -> BoundExpression {
    guard let facts = FunctionFacts.find(name.text) else { throw unknownFunction(name) }
    guard (facts.minimum...facts.maximum).contains(arguments.count) else {
      throw wrongCount(facts, arguments.count, name)
    }
    if facts.isAggregate {
      return try bindAggregate(facts, arguments, distinct: distinct, whole)
    }
    if distinct {
      throw Self.error(
        "UnexpectedSyntax", "DISTINCT can be used in aggregating functions only", at: name.span)
    }
    if facts.name == "exists" { return try bindExistsCall(arguments[0], whole.span) }
    var bound: [BoundExpression] = []
    bound.reserveCapacity(arguments.count)
    for argument in arguments { bound.append(try bind(argument)) }
    try facts.check(bound)
    return BoundExpression(
      .call(BoundFunction(name: facts.name), bound), facts.resultType(bound), whole.span)
  }

  /// `exists(pattern)` asks for a match, `exists(value)` whether there is a value.
  private mutating func bindExistsCall(
    _ argument: Expression, _ span: Span
  ) throws(CypherError) -> BoundExpression {
    if case .pattern(let part) = argument.kind, part.search == .all {
      return try bindExistsPattern(part, span)
    }
    return BoundExpression(.isNull(try bind(argument), negated: true), .boolean, span)
  }

  private func unknownFunction(_ name: Name) -> CypherError {
    let near = didYouMean(name.text, among: FunctionFacts.names)
    return Self.error(
      "UnknownFunction", "there is no function \(name.text)", at: name.span,
      hint: near.map { "did you mean \($0)?" } ?? "SHOW FUNCTIONS lists them")
  }

  private func wrongCount(_ facts: FunctionFacts, _ count: Int, _ name: Name) -> CypherError {
    let wanted: String
    if facts.minimum == facts.maximum {
      wanted = "\(facts.minimum)"
    } else if facts.maximum == .max {
      wanted = "\(facts.minimum) or more"
    } else {
      wanted = "\(facts.minimum) to \(facts.maximum)"
    }
    return Self.error(
      "InvalidNumberOfArguments", "\(facts.name) takes \(wanted) arguments, not \(count)",
      at: name.span)
  }
}
