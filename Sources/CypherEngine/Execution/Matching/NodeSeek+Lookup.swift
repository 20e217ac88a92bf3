import CypherSyntax
import PropertyGraph

extension NodeSeek {
  /// What is found by the values of one row: as a rule one node, for which no list is made.
  enum Found {
    case one(UInt32)
    case list([UInt32])

    /// All nodes.
    var list: ArraySlice<UInt32> {
      switch self {
      case .one(let node): [node]
      case .list(let nodes): nodes[...]
      }
    }
  }

  /// The nodes that are found by the values of one row.
  func found(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Found {
    guard case .equal(let label, let key, let evaluation, false) = self else {
      return .list(try nodes(batch, row, context))
    }
    let value = try evaluation.value(batch, row: row, context)
    if value.isNull { return .list([]) }
    guard let index = context.graph.index(label, key) else {
      return .list(context.graph.scan(label, key) { $0.equals(value) == true })
    }
    if let node = index.onlyNode(equalTo: value) { return .one(node) }
    return .list(index.nodes(equalTo: value))
  }

  private func nodes(
    _ batch: Batch, _ row: Int, _ context: ExecutionContext
  ) throws(CypherError) -> [UInt32] {
    let graph = context.graph
    switch self {
    case .equal(let label, let key, let evaluation, let isList):
      let values = try evaluation.sought(batch, row, context, isList: isList)
      guard let index = graph.index(label, key) else {
        return graph.scan(label, key) { $0.isEqual(toAny: values) }
      }
      return union(values.map { index.nodes(equalTo: $0) })
    case .range(let label, let key, let lower, let upper):
      let low = try lower?.value.value(batch, row: row, context)
      let high = try upper?.value.value(batch, row: row, context)
      if low?.isNull == true || high?.isNull == true { return [] }
      let range = ValueRange(
        low: low, includesLow: lower?.isInclusive ?? false, high: high,
        includesHigh: upper?.isInclusive ?? false)
      return graph.nodes(label, key, in: range)
    case .prefix(let label, let key, let evaluation):
      guard case .string(let prefix) = try evaluation.value(batch, row: row, context) else { return [] }
      let range = ValueRange(
        low: .string(prefix), includesLow: true, high: prefix.endOfPrefix.map { .string($0) },
        includesHigh: false)
      return graph.nodes(label, key, in: range)
    case .id(let evaluation, let isList):
      let values = try evaluation.sought(batch, row, context, isList: isList)
      return union(values.compactMap { value in graph.node(byID: value).map { [$0] } })
    }
  }

  /// The nodes of several lists, each once, ascending where there is more than one list.
  private func union(_ lists: [[UInt32]]) -> [UInt32] {
    if lists.count < 2 { return lists.first ?? [] }
    return Set(lists.joined()).sorted()
  }
}

/// A range of values of one type.
private struct ValueRange {
  let low: Value?
  let includesLow: Bool
  let high: Value?
  let includesHigh: Bool

  func contains(_ value: Value) -> Bool {
    if let low {
      guard let order = Value.compare(low, value), order < 0 || includesLow && order == 0 else {
        return false
      }
    }
    if let high {
      guard let order = Value.compare(value, high), order < 0 || includesHigh && order == 0 else {
        return false
      }
    }
    return true
  }
}

extension Evaluation {
  /// The value that is looked up, or the elements of the list that is.
  fileprivate func sought(
    _ batch: Batch, _ row: Int, _ context: ExecutionContext, isList: Bool
  ) throws(CypherError) -> [Value] {
    let value = try value(batch, row: row, context)
    guard isList else { return value.isNull ? [] : [value] }
    switch value {
    case .list(let elements): return elements.filter { !$0.isNull }
    case .null: return []
    default:
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentType",
        "IN wants a list, not \(StaticType(of: value).name)", at: root.span)
    }
  }
}

extension Value {
  fileprivate func isEqual(toAny others: [Value]) -> Bool { others.contains { equals($0) == true } }
}

extension Graph {
  /// The nodes whose property lies in a range: by the index, or where it was dropped after planning without.
  fileprivate func nodes(_ label: GraphLabel, _ key: GraphKey, in range: ValueRange) -> [UInt32] {
    guard let index = index(label, key) else { return scan(label, key, range.contains) }
    return index.nodes(
      from: range.low, inclusive: range.includesLow, to: range.high, inclusive: range.includesHigh)
  }

  /// The nodes of a label whose property passes a test.
  fileprivate func scan(_ label: GraphLabel, _ key: GraphKey, _ passes: (Value) -> Bool) -> [UInt32] {
    guard let label = label.id(in: self), let key = key.id(in: self) else { return [] }
    var ids: [UInt32] = []
    var cursor = NodeCursor(self, label: label)
    while cursor.next(into: &ids, atMost: Batch.usualCount) {}
    return ids.filter { passes(value(key, of: NodeID($0))) }
  }

  /// The node whose id equals a number.
  fileprivate func node(byID value: Value) -> UInt32? {
    let id: UInt32?
    switch value {
    case .integer(let number): id = UInt32(exactly: number)
    case .float(let number): id = UInt32(exactly: number)
    default: id = nil
    }
    guard let id, contains(NodeID(id)) else { return nil }
    return id
  }
}

extension String {
  /// The first text after all those that begin with this one; nil where there is none.
  fileprivate var endOfPrefix: String? {
    var scalars = Array(unicodeScalars)
    while let last = scalars.popLast() {
      // The surrogates between 0xD7FF and 0xE000 are no scalars.
      let next = last.value == 0xD7FF ? 0xE000 : last.value + 1
      if let scalar = Unicode.Scalar(next) {
        scalars.append(scalar)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
      }
    }
    return nil
  }
}
