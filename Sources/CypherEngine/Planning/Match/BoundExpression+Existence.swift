extension BoundExpression {
  /// The pattern that the expression asks the existence of, and whether it asks for there being none.
  var existence: (match: BoundMatch, isAnti: Bool)? {
    switch kind {
    case .existsPattern(let match): return (match, false)
    case .not(let operand):
      guard case .existsPattern(let match) = operand.kind else { return nil }
      return (match, true)
    default: return nil
    }
  }
}
