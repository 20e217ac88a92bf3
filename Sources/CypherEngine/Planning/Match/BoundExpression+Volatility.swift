extension BoundExpression {
  /// Whether it may give another value each time, though nothing that it reads has changed.
  var isVolatile: Bool {
    switch kind {
    case .constant, .parameter, .slot: false
    case .call(let function, let arguments):
      ["rand", "randomUUID"].contains(function.name) || arguments.contains(where: \.isVolatile)
    case .list(let items), .and(let items), .or(let items): items.contains(where: \.isVolatile)
    case .map(let entries): entries.contains(where: \.value.isVolatile)
    case .property(let operand, _), .hasLabels(let operand, _), .not(let operand), .negate(let operand),
      .plus(let operand), .isNull(let operand, _):
      operand.isVolatile
    case .element(let a, let b), .binary(_, let a, let b): a.isVolatile || b.isVolatile
    // What is rarely written with random numbers inside is not looked into.
    case .slice, .mapProjection, .caseOf, .quantifier, .listComprehension, .reduce: true
    case .patternComprehension, .existsPattern, .countPattern, .existsQuery, .countQuery, .collectQuery: false
    }
  }
}
