extension BoundClause {
  /// The variables whose properties the clause reads in every row that it is given, where it is a projection.
  var propertyReads: SlotSet {
    switch kind {
    case .with(let projection), .returning(let projection): projection.propertyReads
    default: SlotSet()
    }
  }
}

extension BoundProjection {
  fileprivate var propertyReads: SlotSet {
    var slots = SlotSet()
    if let aggregation {
      for key in aggregation.keys { slots.formUnion(key.expression.propertyReads) }
      for argument in aggregation.aggregates.flatMap(\.arguments) { slots.formUnion(argument.propertyReads) }
    } else {
      for item in items { slots.formUnion(item.expression.propertyReads) }
      for key in orderBy { slots.formUnion(key.expression.propertyReads) }
    }
    return slots
  }
}

extension BoundExpression {
  /// The variables of which properties are read.
  var propertyReads: SlotSet {
    var slots = SlotSet()
    _ = rewritten { part in
      if case .property(let subject, _) = part.kind, case .slot(let slot) = subject.kind {
        slots.insert(slot)
      }
      return nil
    }
    return slots
  }
}
