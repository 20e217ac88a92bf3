import CypherSyntax

/// CREATE: the steps are carried out for each row, nodes first.
struct BoundCreate: Sendable {
  /// The nodes to be made, in written order; bound ones are not among them.
  var nodes: [BoundNewNode]
  /// The relationships to be made, in written order.
  var relationships: [BoundNewRelationship]
  /// The named paths, made of the slots above and of bound ones.
  var paths: [BoundNewPath]
}

/// A node to be made.
struct BoundNewNode: Sendable {
  /// Where it is held.
  var slot: Slot
  /// Its labels, without repetition.
  var labels: [String]
  /// Its properties.
  var properties: BoundPropertyMap
  /// Where it was written.
  var span: Span
}

/// A relationship to be made.
struct BoundNewRelationship: Sendable {
  /// Where it is held.
  var slot: Slot
  /// Its type.
  var type: String
  /// The slot of its start.
  var start: Slot
  /// The slot of its end.
  var end: Slot
  /// Its properties.
  var properties: BoundPropertyMap
  /// Where it was written.
  var span: Span
}

/// A path to be made of entities that exist by then.
struct BoundNewPath: Sendable {
  /// Where it is held.
  var slot: Slot
  /// The slots of its nodes, in order.
  var nodes: [Slot]
  /// The slots of its relationships, in order.
  var relationships: [Slot]
}

/// The properties of what is made.
enum BoundPropertyMap: Sendable {
  /// Keys, in written order, perhaps none; a key written twice keeps its last value.
  case entries([BoundProperty])
  /// A parameter that must hold a map.
  case expression(BoundExpression)
}

/// MERGE: what the pattern finds, or else what `create` makes.
struct BoundMerge: Sendable {
  /// What is searched for.
  var pattern: BoundPattern
  /// What is made where nothing is found; it fills the same slots.
  var create: BoundCreate
  /// What is done after making.
  var onCreate: [BoundSetItem]
  /// What is done after finding.
  var onMatch: [BoundSetItem]
}

/// One item of SET.
enum BoundSetItem: Sendable {
  /// `target.key = value`.
  case property(target: BoundExpression, key: String, value: BoundExpression, span: Span)
  /// `target[key] = value`.
  case dynamicProperty(
    target: BoundExpression, key: BoundExpression, value: BoundExpression, span: Span)
  /// `variable = map`: all other properties go.
  case replace(slot: Slot, BoundExpression, span: Span)
  /// `variable += map`.
  case merge(slot: Slot, BoundExpression, span: Span)
  /// `variable:A:B`.
  case labels(slot: Slot, [String], span: Span)
}

/// One item of REMOVE.
enum BoundRemoveItem: Sendable {
  /// `target.key`.
  case property(target: BoundExpression, key: String, span: Span)
  /// `variable:A:B`.
  case labels(slot: Slot, [String], span: Span)
}
