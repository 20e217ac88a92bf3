import CypherSyntax

extension Expression {
  /// Whether two expressions were written alike, spans and the spelling of function names aside.
  ///
  /// Subqueries and patterns are never the same: comparing them would not pay.
  func isSame(as other: Expression) -> Bool {
    switch (kind, other.kind) {
    case (.null, .null), (.countStar, .countStar): return true
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.integer(let a), .integer(let b)): return a == b
    case (.float(let a), .float(let b)): return a == b
    case (.string(let a), .string(let b)): return a == b
    case (.parameter(let a), .parameter(let b)), (.variable(let a), .variable(let b)):
      return a.text == b.text
    case (.list(let a), .list(let b)): return Self.same(a, b)
    case (.map(let a), .map(let b)):
      guard a.count == b.count else { return false }
      return zip(a, b).allSatisfy { $0.key.text == $1.key.text && $0.value.isSame(as: $1.value) }
    case (.property(let a, let key), .property(let b, let other)):
      return key.text == other.text && a.isSame(as: b)
    case (.subscript_(let a, let i), .subscript_(let b, let j)):
      return a.isSame(as: b) && i.isSame(as: j)
    case (.slice(let a, let from, let to), .slice(let b, let otherFrom, let otherTo)):
      return a.isSame(as: b) && Self.same(from, otherFrom) && Self.same(to, otherTo)
    case (.hasLabels(let a, let names), .hasLabels(let b, let others)):
      return names.map(\.text) == others.map(\.text) && a.isSame(as: b)
    case (.unary(let operation, let a), .unary(let other, let b)):
      return operation == other && a.isSame(as: b)
    case (.binary(let operation, let a, let b), .binary(let other, let c, let d)):
      return operation == other && a.isSame(as: c) && b.isSame(as: d)
    case (.comparisonChain(let a, let operations), .comparisonChain(let b, let others)):
      return operations == others && Self.same(a, b)
    case (.isNull(let a, let negated), .isNull(let b, let other)):
      return negated == other && a.isSame(as: b)
    case (.call(let name, let distinct, let a), .call(let other, let otherDistinct, let b)):
      return distinct == otherDistinct && name.text.lowercased() == other.text.lowercased()
        && Self.same(a, b)
    default: return isSameForm(as: other)
    }
  }

  /// The forms with parts of their own.
  private func isSameForm(as other: Expression) -> Bool {
    switch (kind, other.kind) {
    case (.caseOf(let a, let branches, let otherwise), .caseOf(let b, let others, let last)):
      guard branches.count == others.count, Self.same(a, b), Self.same(otherwise, last) else {
        return false
      }
      return zip(branches, others).allSatisfy {
        $0.when.isSame(as: $1.when) && $0.then.isSame(as: $1.then)
      }
    case (.quantifier(let a, let x, let list, let p), .quantifier(let b, let y, let other, let q)):
      return a == b && x.text == y.text && list.isSame(as: other) && Self.same(p, q)
    case (
      .listComprehension(let x, let list, let p, let step),
      .listComprehension(let y, let other, let q, let otherStep)
    ):
      return x.text == y.text && list.isSame(as: other) && Self.same(p, q)
        && Self.same(step, otherStep)
    case (
      .reduce(let a, let initial, let x, let list, let step),
      .reduce(let b, let otherInitial, let y, let other, let otherStep)
    ):
      return a.text == b.text && x.text == y.text && initial.isSame(as: otherInitial)
        && list.isSame(as: other) && step.isSame(as: otherStep)
    default: return false
    }
  }

  private static func same(_ a: [Expression], _ b: [Expression]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
  }

  private static func same(_ a: Expression?, _ b: Expression?) -> Bool {
    switch (a, b) {
    case (nil, nil): true
    case (let a?, let b?): a.isSame(as: b)
    default: false
    }
  }
}
