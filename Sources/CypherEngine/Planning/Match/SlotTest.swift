import CypherSyntax

/// A predicate of the kind that an index answers: it compares a property or the id of a slot with a value.
struct SlotTest {
  /// The comparisons.
  enum Kind {
    /// `slot.key = value`, or IN a list.
    case equals(String, SoughtValue)
    /// `slot.key < value` and its like, or STARTS WITH.
    case within(String, SoughtRange)
    /// `id(slot) = value`, or IN a list.
    case id(SoughtValue)
  }

  let kind: Kind
  /// The slots that the value depends on; the tested one is not among them.
  let reads: SlotSet

  /// Recognises a test of a slot; nil for any other predicate.
  init?(_ predicate: BoundExpression, of slot: Slot) {
    guard case .binary(let operation, let left, let right) = predicate.kind else { return nil }
    if let kind = Self.kind(left, operation, right, slot) {
      self.init(kind, right, slot)
    } else if let mirrored = operation.mirrored, let kind = Self.kind(right, mirrored, left, slot) {
      self.init(kind, left, slot)
    } else {
      return nil
    }
  }

  private init?(_ kind: Kind, _ value: BoundExpression, _ slot: Slot) {
    self.kind = kind
    reads = value.slots
    if reads.contains(slot) || value.isVolatile { return nil }
  }

  private static func kind(
    _ subject: BoundExpression, _ operation: BinaryOperator, _ value: BoundExpression, _ slot: Slot
  ) -> Kind? {
    switch (subject.kind, operation) {
    case (.property(let owner, let key), .equal) where owner.isSlot(slot): .equals(key, .one(value))
    case (.property(let owner, let key), .isIn) where owner.isSlot(slot): .equals(key, .any(value))
    case (.property(let owner, let key), .startsWith) where owner.isSlot(slot):
      .within(key, SoughtRange(prefix: value))
    case (.property(let owner, let key), _) where owner.isSlot(slot):
      SoughtRange(operation, value).map { .within(key, $0) }
    case (.call(let function, let arguments), .equal)
    where function.name == "id" && arguments[0].isSlot(slot):
      .id(.one(value))
    case (.call(let function, let arguments), .isIn) where function.name == "id" && arguments[0].isSlot(slot):
      .id(.any(value))
    default: nil
    }
  }
}

extension SoughtRange {
  /// The range on one side of a value.
  fileprivate init?(_ operation: BinaryOperator, _ value: BoundExpression) {
    switch operation {
    case .less: self.init(upper: Bound(value: value, isInclusive: false))
    case .lessOrEqual: self.init(upper: Bound(value: value, isInclusive: true))
    case .greater: self.init(lower: Bound(value: value, isInclusive: false))
    case .greaterOrEqual: self.init(lower: Bound(value: value, isInclusive: true))
    default: return nil
    }
  }
}

extension BinaryOperator {
  /// The comparison that says the same with its operands exchanged.
  fileprivate var mirrored: BinaryOperator? {
    switch self {
    case .equal: .equal
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: nil
    }
  }
}

extension BoundExpression {
  /// Whether it is a variable held in a slot.
  func isSlot(_ slot: Slot) -> Bool {
    if case .slot(let own) = kind { return own == slot }
    return false
  }
}
