import CypherSyntax

/// Properties that several expressions over the same rows read: they are read once, into hidden slots.
struct SharedReads {
  /// A property of a variable.
  private struct Read: Hashable {
    let slot: Slot
    let key: String
  }

  private let slots: [Read: Slot]
  /// The columns that hold them.
  let items: [ProjectedItem]

  /// Finds what is read more than once.
  ///
  /// Only properties of nodes and relationships count, and only while nothing can have been deleted: reading
  /// those cannot fail, so nobody notices that a branch is read for which was not asked.
  init(_ expressions: [BoundExpression], _ context: PlanContext) throws(CypherError) {
    var counts: [Read: Int] = [:]
    var order: [Read] = []
    if !context.hasWritten {
      for expression in expressions {
        _ = expression.rewritten { part in
          guard let read = Self.read(part, context) else { return nil }
          counts[read, default: 0] += 1
          if counts[read] == 2 { order.append(read) }
          return part
        }
      }
    }
    var slots: [Read: Slot] = [:]
    var items: [ProjectedItem] = []
    for read in order {
      let slot = context.layout.newSlot()
      let subject = BoundExpression(.slot(read.slot), context.frame[read.slot].type, Span(0, 0))
      let property = BoundExpression(.property(subject, key: read.key), .any, Span(0, 0))
      let evaluation = try Evaluation.compile(property, context)
      slots[read] = slot
      items.append(ProjectedItem(slot: slot, evaluation, name: context.text(of: property)))
    }
    self.slots = slots
    self.items = items
  }

  /// An expression that finds the shared reads in their slots.
  func applied(to expression: BoundExpression, _ context: PlanContext) -> BoundExpression {
    if slots.isEmpty { return expression }
    return expression.rewritten { part in
      guard let read = Self.read(part, context), let slot = slots[read] else { return nil }
      return BoundExpression(.slot(slot), part.type, part.span)
    }
  }

  private static func read(_ expression: BoundExpression, _ context: PlanContext) -> Read? {
    guard case .property(let subject, let key) = expression.kind, case .slot(let slot) = subject.kind,
      slot < context.frame.count
    else { return nil }
    switch context.frame[slot].type {
    case .node, .relationship: return Read(slot: slot, key: key)
    default: return nil
    }
  }
}
