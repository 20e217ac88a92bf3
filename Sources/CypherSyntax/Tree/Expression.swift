/// An expression with its place in the source.
public struct Expression: Sendable {
  /// What it is.
  public var kind: ExpressionKind
  /// Where it stands.
  public var span: Span

  /// Makes an expression.
  public init(_ kind: ExpressionKind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// The expressions of openCypher.
public indirect enum ExpressionKind: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case parameter(Name)
  case variable(Name)
  case list([Expression])
  case map([(key: Name, value: Expression)])
  /// `subject {.key, .*, key: value, variable}`.
  case mapProjection(Expression, [MapProjectionItem])
  case property(Expression, Name)
  /// `subject[index]`.
  case subscript_(Expression, Expression)
  /// `subject[from..to]`.
  case slice(Expression, from: Expression?, to: Expression?)
  /// `subject:A:B` as a predicate.
  case hasLabels(Expression, [Name])
  case unary(UnaryOperator, Expression)
  case binary(BinaryOperator, Expression, Expression)
  /// `a < b <= c`: operands one more than operators, all of which must hold.
  case comparisonChain([Expression], [BinaryOperator])
  case isNull(Expression, negated: Bool)
  case caseOf(subject: Expression?, branches: [(when: Expression, then: Expression)], otherwise: Expression?)
  /// A function or an aggregation; the name's parts are joined by points, as written.
  case call(Name, distinct: Bool, [Expression])
  /// `count(*)`.
  case countStar
  case quantifier(Quantifier, Name, in: Expression, predicate: Expression?)
  case listComprehension(Name, in: Expression, predicate: Expression?, projection: Expression?)
  case patternComprehension(PatternPart, predicate: Expression?, projection: Expression)
  case reduce(accumulator: Name, initial: Expression, Name, in: Expression, Expression)
  /// A pattern used as a predicate: it holds where a match exists.
  case pattern(PatternPart)
  /// `EXISTS { pattern WHERE predicate }` or `EXISTS { query }`.
  case existsSubquery(SubqueryBody)
  /// `COUNT { … }`.
  case countSubquery(SubqueryBody)
  /// `COLLECT { query }`.
  case collectSubquery(Query)
}

/// What stands in the braces of EXISTS and COUNT.
public enum SubqueryBody: Sendable {
  case pattern(Pattern, predicate: Expression?)
  case query(Query)
}

/// One item of a map projection.
public enum MapProjectionItem: Sendable {
  /// `.key`.
  case property(Name)
  /// `.*`.
  case all
  /// `key: value`.
  case entry(Name, Expression)
  /// `variable`.
  case variable(Name)
}

/// Operators with one operand.
public enum UnaryOperator: Sendable { case not, plus, minus }

/// Operators with two operands.
public enum BinaryOperator: Sendable {
  case or, xor, and
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case add, subtract, multiply, divide, modulo, power
  case isIn, startsWith, endsWith, contains, matchesRegex
}

/// The list predicates.
public enum Quantifier: Sendable { case all, any, none, single }
