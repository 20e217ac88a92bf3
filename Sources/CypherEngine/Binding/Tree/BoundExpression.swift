import CypherSyntax
import PropertyGraph

/// An expression over the row frame.
struct BoundExpression: Sendable {
  /// What it is.
  var kind: BoundExpressionKind
  /// What is known of its value.
  var type: StaticType
  /// Where it stands, for errors while rows flow.
  var span: Span

  /// Makes an expression.
  init(_ kind: BoundExpressionKind, _ type: StaticType, _ span: Span) {
    self.kind = kind
    self.type = type
    self.span = span
  }
}

/// The expressions; property keys, labels and types stay names here and are interned when planned.
indirect enum BoundExpressionKind: Sendable {
  /// A literal, or a list or map of literals.
  case constant(Value)
  /// `$name`.
  case parameter(String)
  /// A variable, an aggregate's result or a local variable.
  case slot(Slot)
  case list([BoundExpression])
  case map([BoundProperty])
  case mapProjection(BoundExpression, [BoundMapProjectionItem])
  case property(BoundExpression, key: String)
  /// `subject[index]`: of a list, a map, a node or a relationship.
  case element(BoundExpression, BoundExpression)
  /// `subject[from..to]`.
  case slice(BoundExpression, from: BoundExpression?, to: BoundExpression?)
  /// Whether a node has all labels (or a relationship the one type).
  case hasLabels(BoundExpression, [String])
  case not(BoundExpression)
  case negate(BoundExpression)
  /// Unary plus: the operand must be a number.
  case plus(BoundExpression)
  /// Two operands and more, all of which must hold: nested ANDs are flattened.
  case and([BoundExpression])
  /// Two operands and more, one of which must hold: nested ORs are flattened.
  case or([BoundExpression])
  /// All binary operators but AND and OR; chains of comparisons have become ANDs.
  case binary(BinaryOperator, BoundExpression, BoundExpression)
  case isNull(BoundExpression, negated: Bool)
  case caseOf(
    subject: BoundExpression?, branches: [BoundCaseBranch], otherwise: BoundExpression?)
  /// A scalar function.
  case call(BoundFunction, [BoundExpression])
  /// `slot` holds one element at a time.
  case quantifier(Quantifier, slot: Slot, list: BoundExpression, predicate: BoundExpression)
  /// `slot` holds one element at a time.
  case listComprehension(
    slot: Slot, list: BoundExpression, predicate: BoundExpression?, projection: BoundExpression?)
  /// `slot` holds one element at a time, `accumulator` the result so far.
  case reduce(
    accumulator: Slot, initial: BoundExpression, slot: Slot, list: BoundExpression,
    step: BoundExpression)
  /// A list with the projection's value for each match.
  case patternComprehension(BoundMatch, projection: BoundExpression)
  /// Whether the pattern has a match: a pattern as predicate, or EXISTS.
  case existsPattern(BoundMatch)
  /// The number of matches.
  case countPattern(BoundMatch)
  case existsQuery(BoundQuery)
  case countQuery(BoundQuery)
  /// A list of the query's only column.
  case collectQuery(BoundQuery)
}

/// `WHEN … THEN …`.
struct BoundCaseBranch: Sendable {
  /// The condition, or with a subject what it must equal.
  var when: BoundExpression
  /// The value.
  var then: BoundExpression
}

/// One item of a map projection; a variable has become an entry.
enum BoundMapProjectionItem: Sendable {
  /// `.key`.
  case property(String)
  /// `.*`.
  case all
  /// `key: value`.
  case entry(String, BoundExpression)
}

/// A function that was found in the registry.
struct BoundFunction: Sendable {
  /// The registry's own spelling.
  var name: String
}
