import CypherSyntax
import PropertyGraph

/// A pattern graph.
///
/// Each variable is one node or relationship here, however often it was written. Within one pattern two
/// relationships are never matched by the same one of the graph.
struct BoundPattern: Sendable {
  /// The nodes, in order of first mention.
  var nodes: [BoundPatternNode]
  /// The relationships, in written order.
  var relationships: [BoundPatternRelationship]
  /// The chains as written, over `nodes` and `relationships`.
  var parts: [BoundPatternPart]
}

/// A node of a pattern.
struct BoundPatternNode: Sendable {
  /// Where the node is held.
  var slot: Slot
  /// Whether the slot was filled before the clause.
  var isBound: Bool
  /// The labels it must have; all mentions together, without repetition.
  var labels: [String]
  /// What its properties must equal; all mentions together.
  var properties: [BoundProperty]
  /// Where it was first mentioned.
  var span: Span
}

/// A relationship of a pattern.
struct BoundPatternRelationship: Sendable {
  /// Where the relationship is held, or with `length` the list of relationships.
  var slot: Slot
  /// Whether the slot was filled before the clause.
  var isBound: Bool
  /// The node on the left as written, as an index into the pattern's nodes.
  var from: Int
  /// The node on the right as written, as an index into the pattern's nodes.
  var to: Int
  /// The direction, seen from `from`.
  var direction: Direction
  /// The types, any of which will do; empty for all.
  var types: [String]
  /// The bounds of a pattern of variable length.
  var length: BoundLength?
  /// What its properties must equal; with `length`, those of every relationship.
  var properties: [BoundProperty]
  /// With `length`, the slot that holds one relationship while `predicates` are evaluated.
  var elementSlot: Slot?
  /// With `length`, inline predicates that every relationship must meet; else empty.
  var predicates: [BoundExpression]
  /// Where it was written.
  var span: Span
}

/// The bounds of a pattern of variable length.
struct BoundLength: Hashable, Sendable {
  /// The least number of relationships, 0 or more.
  var minimum: Int
  /// The greatest number of relationships, or nil for no bound.
  var maximum: Int?
}

/// `key: value` in a pattern.
struct BoundProperty: Sendable {
  /// The key's name.
  var key: String
  /// The value.
  var value: BoundExpression
}

/// One chain of a pattern.
struct BoundPatternPart: Sendable {
  /// The nodes in order, as indices into the pattern's nodes.
  var nodes: [Int]
  /// The relationships in order, as indices into the pattern's relationships; one less than the nodes.
  var relationships: [Int]
  /// Where the path is held, where it was named.
  var pathSlot: Slot?
  /// All matches or the shortest only.
  var search: PatternPart.Search
  /// Where it was written.
  var span: Span
}
