/// Operators, by precedence climbing.
///
/// A pattern may only stand where a truth value is asked for: `predicate` and the operands of AND, OR, XOR and NOT
/// let it pass; every other place calls `value`.
extension Parser {
  /// An expression that is used for its value.
  mutating func expression() throws(CypherError) -> Expression {
    try value(try predicate())
  }

  /// An expression that is used for its truth.
  mutating func predicate() throws(CypherError) -> Expression {
    let expression = try operators(.or)
    peak = max(peak, height)
    return expression
  }

  /// Refuses a pattern that is used as a value.
  func value(_ expression: Expression) throws(CypherError) -> Expression {
    if case .pattern(let part) = expression.kind, part.search == .all {
      throw mistake(
        "UnexpectedSyntax", "a pattern can only be used as a condition here", at: expression.span,
        hint: "use EXISTS { … }, COUNT { … } or a pattern comprehension [pattern | expression]")
    }
    return expression
  }

  /// An operand and all operators after it that bind at least so tightly.
  mutating func operators(_ least: Precedence) throws(CypherError) -> Expression {
    depth += 1
    guard depth <= limits.depth else { throw tooDeep() }
    var left = try prefix()
    while let infix = infix(), infix.precedence >= least {
      switch infix.precedence {
      case .or, .xor, .and: left = try truthChain(left, infix)
      case .comparison: left = try comparisons(left)
      default: left = try step(left, infix)
      }
      guard height <= limits.depth else { throw tooDeep() }
    }
    depth -= 1
    return left
  }

  /// One operator of the kinds that associate to the left.
  private mutating func step(_ left: Expression, _ infix: Infix) throws(CypherError) -> Expression {
    let subject = try value(left)
    let leftHeight = height
    for _ in 0..<infix.length { advance() }
    guard let operation = infix.operation else {
      height = leftHeight + 1
      return Expression(.isNull(subject, negated: infix.isNegated), span(from: left.span.start))
    }
    let right = try value(try operators(infix.precedence.tighter))
    height = max(leftHeight, height) + 1
    return Expression(.binary(operation, subject, right), Span(left.span.start, right.span.end))
  }

  /// `a OR b OR c …`, as a balanced tree so that a long chain stays flat; the order of evaluation is the same.
  private mutating func truthChain(_ first: Expression, _ infix: Infix) throws(CypherError) -> Expression {
    guard let operation = infix.operation else { return first }
    var operands = [first]
    var tallest = height
    while self.infix()?.operation == operation {
      advance()
      operands.append(try operators(infix.precedence.tighter))
      tallest = max(tallest, height)
    }
    height = tallest + Int.bitWidth - (operands.count - 1).leadingZeroBitCount
    return Self.balanced(operation, operands[...])
  }

  static func balanced(_ operation: BinaryOperator, _ operands: ArraySlice<Expression>) -> Expression {
    let count = operands.count
    guard count > 1 else { return operands[operands.startIndex] }
    let middle = operands.startIndex + (count + 1) / 2
    let left = balanced(operation, operands[..<middle])
    let right = balanced(operation, operands[middle...])
    return Expression(.binary(operation, left, right), Span(left.span.start, right.span.end))
  }

  /// `a < b`, or a chain `a < b <= c`.
  private mutating func comparisons(_ first: Expression) throws(CypherError) -> Expression {
    var operands = [try value(first)]
    var operations: [BinaryOperator] = []
    var tallest = height
    while let next = infix(), next.precedence == .comparison, let operation = next.operation {
      advance()
      operations.append(operation)
      operands.append(try value(try operators(.predicate)))
      tallest = max(tallest, height)
    }
    height = tallest + 1
    let span = Span(first.span.start, operands[operands.count - 1].span.end)
    if operations.count == 1 { return Expression(.binary(operations[0], operands[0], operands[1]), span) }
    return Expression(.comparisonChain(operands, operations), span)
  }

  /// NOT, a sign, or an operand.
  private mutating func prefix() throws(CypherError) -> Expression {
    let begin = start
    switch kind {
    case .plus:
      advance()
      return unary(.plus, try value(try signed()), begin)
    case .minus:
      advance()
      if let literal = try negativeNumber(begin) { return literal }
      return unary(.minus, try value(try signed()), begin)
    default:
      guard keyword == .not else { return try postfix() }
      advance()
      return unary(.not, try operators(.comparison), begin)
    }
  }

  /// The operand of a sign: nothing that binds less tightly.
  private mutating func signed() throws(CypherError) -> Expression {
    try operators(.unary)
  }

  private mutating func unary(_ operation: UnaryOperator, _ operand: Expression, _ begin: Int) -> Expression {
    height += 1
    return Expression(.unary(operation, operand), span(from: begin))
  }
}
