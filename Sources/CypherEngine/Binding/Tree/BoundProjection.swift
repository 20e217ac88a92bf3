import CypherSyntax

/// The body of WITH or RETURN, in the order in which it is carried out: aggregation, items, DISTINCT,
/// sorting, SKIP, LIMIT, predicates.
struct BoundProjection: Sendable {
  /// Grouping and aggregates, or nil where there is no aggregate.
  var aggregation: BoundAggregation?
  /// The columns.
  ///
  /// Slots differ from each other; an item whose expression is its own slot is already there.
  var items: [BoundProjectionItem]
  /// Whether equal rows (over the items) are given once.
  var isDistinct: Bool
  /// The sort keys.
  ///
  /// They may use the items' slots and, without aggregation and DISTINCT, those before.
  var orderBy: [BoundSortKey]
  /// How many rows to leave out: constants and parameters only.
  var skip: BoundExpression?
  /// How many rows to give at most: constants and parameters only.
  var limit: BoundExpression?
  /// Conjuncts of WHERE after WITH, with the same visibility as the sort keys.
  var predicates: [BoundConjunct]
}

/// One column of a projection.
struct BoundProjectionItem: Sendable {
  /// The alias, or the source text of the expression.
  var name: String
  /// Where the value is held.
  var slot: Slot
  /// The value; with aggregation it uses only the slots of keys and aggregates.
  var expression: BoundExpression
}

/// Grouping.
struct BoundAggregation: Sendable {
  /// The grouping keys: evaluated for each row in, kept once a group.
  ///
  /// Empty: one group, even of no rows.
  var keys: [BoundGroupingKey]
  /// The aggregates.
  var aggregates: [BoundAggregate]
}

/// One grouping key.
struct BoundGroupingKey: Sendable {
  /// Where the key is held after grouping.
  var slot: Slot
  /// The key, over the slots before the projection.
  var expression: BoundExpression
}

/// One aggregate.
struct BoundAggregate: Sendable {
  /// Where the result is held after grouping.
  var slot: Slot
  /// The aggregating function.
  var function: BoundFunction
  /// The arguments, over the slots before the projection; empty for `count(*)`.
  var arguments: [BoundExpression]
  /// Whether equal first arguments count once.
  var isDistinct: Bool
  /// Where it was written.
  var span: Span
}

/// One sort key.
struct BoundSortKey: Sendable {
  /// What is compared.
  var expression: BoundExpression
  /// Whether the largest comes first.
  var isDescending: Bool
}
