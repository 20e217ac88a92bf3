import CypherSyntax

extension BoundExpression {
  /// Whether the value of a slot may come to lie inside a new list or map; in doubt it may.
  func mayNest(_ slot: Slot) -> Bool {
    guard slots.contains(slot) else { return false }
    switch kind {
    case .slot, .not, .and, .or, .isNull, .hasLabels, .quantifier: return false
    case .negate(let operand), .plus(let operand), .property(let operand, _): return operand.mayNest(slot)
    case .element(let subject, _), .slice(let subject, _, _): return subject.mayNest(slot)
    case .binary(_, let left, let right): return left.mayNest(slot) || right.mayNest(slot)
    case .caseOf(_, let branches, let otherwise):
      return branches.contains { $0.then.mayNest(slot) } || otherwise?.mayNest(slot) == true
    case .call(let function, let arguments):
      return function.name.hasPrefix("coll.") || arguments.contains { $0.mayNest(slot) }
    default: return true
    }
  }
}
