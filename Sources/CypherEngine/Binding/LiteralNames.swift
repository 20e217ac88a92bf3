import CypherSyntax
import PropertyGraph

/// Literals that become parameters where the plan does not depend on them, so that statements share plans.
struct LiteralNames: Sendable {
  /// The name under which each literal would be given.
  let names: [Span: String]
  /// Whether literals are exchanged in the clause at hand: where names of columns or the equality of
  /// expressions hang on them, they stay.
  var isActive = false
  /// The literals that were exchanged.
  private(set) var exchanged: Set<Span> = []

  /// Names the literals that may be exchanged.
  init(_ names: [Span: String]) { self.names = names }

  /// The parameter that stands for a literal, of the literal's type; nil where it stays.
  mutating func parameter(for span: Span, _ type: StaticType) -> BoundExpression? {
    guard isActive, let name = names[span] else { return nil }
    exchanged.insert(span)
    return BoundExpression(.parameter(name), type, span)
  }
}

extension ClauseKind {
  /// Whether literals in the clause may become parameters.
  var exchangesLiterals: Bool {
    switch self {
    case .create, .merge, .set, .match, .unwind, .foreach: true
    default: false
    }
  }
}
