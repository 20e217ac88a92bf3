import CypherSyntax

/// What a projection computed, for the expressions that refer to it by writing it again.
struct Grouping {
  /// An expression of the projection and where its value is held.
  struct Known {
    /// The expression as written.
    var syntax: Expression
    /// Where its value is held.
    var slot: Slot
    /// What is known of its type.
    var type: StaticType

    /// Whether it may be used next to an aggregate: a variable or a property of one.
    var isSimple: Bool {
      switch syntax.kind {
      case .variable: true
      case .property(let subject, _): if case .variable = subject.kind { true } else { false }
      default: false
      }
    }
  }

  /// The expressions without aggregates: with aggregation, the grouping keys.
  var keys: [Known] = []
  /// The items that contain aggregates.
  var items: [Known] = []
  /// The aggregates, in step with `bound`.
  var aggregates: [Known] = []
  /// The aggregates to be computed.
  var bound: [BoundAggregate] = []
  /// The position in the scope from which variables are local to the expression at hand.
  var localStart = 0
  /// The position in the scope from which variables are the projection's items, when sorting.
  var itemStart = 0
  /// Whether the expression at hand contains an aggregate: then complex keys cannot be used.
  var isAggregating = false
  /// Whether the projection aggregates or is distinct, so that what was before is gone.
  var hidesInput = false
}
