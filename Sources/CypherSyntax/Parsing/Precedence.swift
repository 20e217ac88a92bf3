/// How tightly the operators bind, loosest first.
///
/// Source: openCypher 9, the chain of productions from OrExpression to UnaryAddOrSubtractExpression.
enum Precedence: UInt8, Comparable {
  case or, xor, and, not, comparison, predicate, additive, multiplicative, power, unary

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The next tighter one.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }
}

/// An operator between two operands, as it was found.
struct Infix {
  /// The operator; nil for `IS NULL` and `IS NOT NULL`, which have no second operand.
  var operation: BinaryOperator?
  /// How tightly it binds.
  var precedence: Precedence
  /// How many tokens spell it.
  var length = 1
  /// Whether it is `IS NOT NULL`.
  var isNegated = false
}

extension Parser {
  /// The operator that comes next, if one does.
  func infix() -> Infix? {
    switch kind {
    case .plus: Infix(operation: .add, precedence: .additive)
    case .bar where ahead(1).kind == .bar && ahead(1).start == token.end:
      Infix(operation: .add, precedence: .additive, length: 2)
    case .minus: Infix(operation: .subtract, precedence: .additive)
    case .star: Infix(operation: .multiply, precedence: .multiplicative)
    case .slash: Infix(operation: .divide, precedence: .multiplicative)
    case .percent: Infix(operation: .modulo, precedence: .multiplicative)
    case .caret: Infix(operation: .power, precedence: .power)
    case .equal: Infix(operation: .equal, precedence: .comparison)
    case .notEqual: Infix(operation: .notEqual, precedence: .comparison)
    case .less: Infix(operation: .less, precedence: .comparison)
    case .lessOrEqual: Infix(operation: .lessOrEqual, precedence: .comparison)
    case .greater: Infix(operation: .greater, precedence: .comparison)
    case .greaterOrEqual: Infix(operation: .greaterOrEqual, precedence: .comparison)
    case .matches: Infix(operation: .matchesRegex, precedence: .predicate)
    case .word: wordOperator()
    default: nil
    }
  }

  private func wordOperator() -> Infix? {
    switch keyword {
    case .or: Infix(operation: .or, precedence: .or)
    case .xor: Infix(operation: .xor, precedence: .xor)
    case .and: Infix(operation: .and, precedence: .and)
    case .in: Infix(operation: .isIn, precedence: .predicate)
    case .contains: Infix(operation: .contains, precedence: .predicate)
    case .starts where ahead(1).keyword == .with:
      Infix(operation: .startsWith, precedence: .predicate, length: 2)
    case .ends where ahead(1).keyword == .with:
      Infix(operation: .endsWith, precedence: .predicate, length: 2)
    case .is where ahead(1).keyword == .null: Infix(operation: nil, precedence: .predicate, length: 2)
    case .is where ahead(1).keyword == .not && ahead(2).keyword == .null:
      Infix(operation: nil, precedence: .predicate, length: 3, isNegated: true)
    default: nil
    }
  }
}
