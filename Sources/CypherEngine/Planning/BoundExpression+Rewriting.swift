extension BoundExpression {
  /// The expression with parts exchanged: where `change` gives nil, the part's own parts are looked at.
  ///
  /// Patterns and queries inside are left as they are.
  func rewritten(_ change: (BoundExpression) -> BoundExpression?) -> BoundExpression {
    if let changed = change(self) { return changed }
    var result = self
    result.kind = kind.rewritten { $0.rewritten(change) }
    return result
  }
}

extension BoundExpressionKind {
  /// The same with each direct part exchanged.
  fileprivate func rewritten(_ part: (BoundExpression) -> BoundExpression) -> BoundExpressionKind {
    switch self {
    case .constant, .parameter, .slot, .existsPattern, .countPattern, .patternComprehension,
      .existsQuery, .countQuery, .collectQuery:
      return self
    case .list(let items): return .list(items.map(part))
    case .and(let items): return .and(items.map(part))
    case .or(let items): return .or(items.map(part))
    case .call(let function, let items): return .call(function, items.map(part))
    case .map(let entries):
      return .map(entries.map { BoundProperty(key: $0.key, value: part($0.value)) })
    case .mapProjection(let subject, let items):
      return .mapProjection(
        part(subject),
        items.map { item in
          if case .entry(let key, let value) = item { .entry(key, part(value)) } else { item }
        })
    case .property(let subject, let key): return .property(part(subject), key: key)
    case .hasLabels(let subject, let names): return .hasLabels(part(subject), names)
    case .not(let operand): return .not(part(operand))
    case .negate(let operand): return .negate(part(operand))
    case .plus(let operand): return .plus(part(operand))
    case .isNull(let operand, let negated): return .isNull(part(operand), negated: negated)
    case .element(let a, let b): return .element(part(a), part(b))
    case .binary(let operation, let a, let b): return .binary(operation, part(a), part(b))
    case .slice(let subject, let from, let to):
      return .slice(part(subject), from: from.map(part), to: to.map(part))
    case .caseOf(let subject, let branches, let otherwise):
      return .caseOf(
        subject: subject.map(part),
        branches: branches.map { BoundCaseBranch(when: part($0.when), then: part($0.then)) },
        otherwise: otherwise.map(part))
    case .quantifier(let quantifier, let slot, let list, let predicate):
      return .quantifier(quantifier, slot: slot, list: part(list), predicate: part(predicate))
    case .listComprehension(let slot, let list, let predicate, let projection):
      return .listComprehension(
        slot: slot, list: part(list), predicate: predicate.map(part),
        projection: projection.map(part))
    case .reduce(let accumulator, let initial, let slot, let list, let step):
      return .reduce(
        accumulator: accumulator, initial: part(initial), slot: slot, list: part(list),
        step: part(step))
    }
  }
}
