import CypherSyntax
import PropertyGraph

/// SET and REMOVE: changes properties and labels of what is there.
struct SetUpdate: Update {
  /// One item, compiled.
  fileprivate final class Item: Sendable {
    enum Change: Sendable {
      case property(KeyID, to: Evaluation)
      case dynamicProperty(Evaluation, to: Evaluation)
      case removedProperty(KeyID)
      case properties(Evaluation, replacing: Bool)
      case labels([LabelID], added: Bool)
    }

    let target: Evaluation
    let change: Change
    let span: Span

    init(target: Evaluation, change: Change, span: Span) {
      self.target = target
      self.change = change
      self.span = span
    }
  }

  private let items: [Item]
  let name: String
  let details: String

  /// Compiles SET; its labels and keys are interned.
  init(_ items: [BoundSetItem], _ context: PlanContext) throws(CypherError) {
    self.items = try items.map { (item) throws(CypherError) in try Item(item, context) }
    name = "Set"
    details = items.map { $0.description(context) }.joined(separator: ", ")
  }

  /// Compiles REMOVE.
  init(_ items: [BoundRemoveItem], _ context: PlanContext) throws(CypherError) {
    self.items = try items.map { (item) throws(CypherError) in try Item(item, context) }
    name = "Remove"
    details = items.map { $0.description(context) }.joined(separator: ", ")
  }

  /// Whether there is nothing to do.
  var isEmpty: Bool { items.isEmpty }

  /// The slots that it reads.
  var slots: SlotSet {
    evaluations.reduce(into: SlotSet()) { $0.formUnion($1.slots) }
  }

  var evaluations: [Evaluation] {
    items.flatMap { item -> [Evaluation] in
      switch item.change {
      case .property(_, let value), .properties(let value, _): [item.target, value]
      case .dynamicProperty(let key, let value): [item.target, key, value]
      case .removedProperty, .labels: [item.target]
      }
    }
  }

  func run(_ rows: inout [Batch], _ writer: GraphWriter) throws(CypherError) {
    if rows.count == 1, items.count == 1 { return try apply(items[0], rows[0], writer) }
    // All items of the first batch, all of the second, and so on.
    var prepared: [PreparedItem] = []
    prepared.reserveCapacity(rows.count * items.count)
    for batch in rows {
      try writer.context.check()
      for item in items { prepared.append(try PreparedItem(item, batch, writer)) }
    }
    var first = 0
    for batch in rows {
      try writer.context.check()
      for row in 0..<batch.count {
        for index in first..<first + items.count { try prepared[index].apply(row, writer) }
      }
      first += items.count
    }
  }

  private func apply(_ item: Item, _ batch: Batch, _ writer: GraphWriter) throws(CypherError) {
    try writer.context.check()
    let prepared = try PreparedItem(item, batch, writer)
    for row in 0..<batch.count { try prepared.apply(row, writer) }
  }
}

extension SetUpdate.Item {
  fileprivate convenience init(_ item: BoundSetItem, _ context: PlanContext) throws(CypherError) {
    switch item {
    case .property(let target, let key, let value, let span):
      self.init(
        target: try Evaluation.compile(target, context),
        change: .property(
          context.graph.intern(key: key), to: try Evaluation.compile(value, context)), span: span)
    case .dynamicProperty(let target, let key, let value, let span):
      self.init(
        target: try Evaluation.compile(target, context),
        change: .dynamicProperty(
          try Evaluation.compile(key, context), to: try Evaluation.compile(value, context)),
        span: span)
    case .replace(let slot, let value, let span):
      self.init(
        target: try Self.compile(slot, span, context),
        change: .properties(try Evaluation.compile(value, context), replacing: true), span: span)
    case .merge(let slot, let value, let span):
      self.init(
        target: try Self.compile(slot, span, context),
        change: .properties(try Evaluation.compile(value, context), replacing: false), span: span)
    case .labels(let slot, let labels, let span):
      self.init(
        target: try Self.compile(slot, span, context),
        change: .labels(labels.map { context.graph.intern(label: $0) }, added: true), span: span)
    }
  }

  fileprivate convenience init(_ item: BoundRemoveItem, _ context: PlanContext) throws(CypherError) {
    switch item {
    case .property(let target, let key, let span):
      self.init(
        target: try Evaluation.compile(target, context),
        change: .removedProperty(context.graph.intern(key: key)), span: span)
    case .labels(let slot, let labels, let span):
      self.init(
        target: try Self.compile(slot, span, context),
        change: .labels(labels.map { context.graph.intern(label: $0) }, added: false), span: span)
    }
  }

  private static func compile(
    _ slot: Slot, _ span: Span, _ context: PlanContext
  ) throws(CypherError) -> Evaluation {
    try Evaluation.compile(BoundExpression(.slot(slot), .any, span), context)
  }
}

/// An item with everything that it reads evaluated for the rows of a batch.
///
/// A class, since a list of structs of that size would be copied item by item.
private final class PreparedItem {
  private enum Change {
    case property(KeyID, to: Vector, Span)
    case dynamicProperty(Vector, Span, to: Vector, Span)
    case removedProperty(KeyID)
    /// The properties of each row.
    case properties([[Property]], replacing: Bool)
    case labels([LabelID], added: Bool)
  }

  private let targets: Vector
  private let change: Change
  private let span: Span

  init(_ item: SetUpdate.Item, _ batch: Batch, _ writer: GraphWriter) throws(CypherError) {
    let context = writer.context
    targets = try item.target.vector(batch, context)
    span = item.span
    switch item.change {
    case .property(let key, let value):
      change = .property(key, to: try value.vector(batch, context), value.root.span)
    case .dynamicProperty(let key, let value):
      change = .dynamicProperty(
        try key.vector(batch, context), key.root.span, to: try value.vector(batch, context),
        value.root.span)
    case .removedProperty(let key): change = .removedProperty(key)
    case .properties(let value, let replacing):
      let vector = try value.vector(batch, context)
      var rows: [[Property]] = []
      for row in 0..<batch.count {
        let isSkipped = targets.isNull(at: row)
        rows.append(
          isSkipped
            ? [] : try vector.value(at: row).properties(writer.graph, at: value.root.span))
      }
      change = .properties(rows, replacing: replacing)
    case .labels(let labels, let added): change = .labels(labels, added: added)
    }
  }

  func apply(_ row: Int, _ writer: GraphWriter) throws(CypherError) {
    guard let target = try EntityID(target: targets.value(at: row), writer.graph, at: span) else {
      return
    }
    switch change {
    case .property(let key, let values, let place):
      writer.set(key, of: target, to: try values.value(at: row).storable(at: place), at: span)
    case .dynamicProperty(let keys, let keyPlace, let values, let place):
      guard case .string(let key) = keys.value(at: row) else {
        throw noKey(keys.value(at: row), at: keyPlace)
      }
      let value = try values.value(at: row).storable(at: place)
      writer.set(writer.graph.intern(key: key), of: target, to: value, at: span)
    case .removedProperty(let key): writer.set(key, of: target, to: .null, at: span)
    case .properties(let rows, let replacing):
      writer.set(rows[row], of: target, replacing: replacing, at: span)
    case .labels(let labels, let added):
      guard case .node(let node) = target else { throw noNode }
      if added {
        writer.add(labels, to: node, at: span)
      } else {
        writer.remove(labels, from: node)
      }
    }
  }

  private func noKey(_ value: Value, at span: Span) -> CypherError {
    CypherError(
      .typeError, .runtime, "InvalidArgumentType",
      "the name of a property is a string, not \(value.typeName)", at: span)
  }

  private var noNode: CypherError {
    CypherError(
      .typeError, .runtime, "InvalidArgumentType", "only nodes have labels, not a relationship",
      at: span)
  }
}
