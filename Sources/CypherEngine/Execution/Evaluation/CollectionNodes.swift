import CypherSyntax
import PropertyGraph

/// `[a, b, …]`.
final class ListNode: EvaluationNode {
  private let items: [any EvaluationNode]
  let span: Span

  init(_ items: [any EvaluationNode], _ span: Span) {
    self.items = items
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    .list(try items.values(batch, row, context))
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    try items.vectors(batch, context).joined(count: batch.count) { .list($0) }
  }
}

/// `{key: a, …}`; a key written twice has its last value.
final class MapNode: EvaluationNode {
  private let keys: [String]
  private let items: [any EvaluationNode]
  let span: Span

  init(keys: [String], _ items: [any EvaluationNode], _ span: Span) {
    // The place of the first mention, the value of the last.
    let distinct = keys.enumerated().filter { keys.firstIndex(of: $1) == $0 }.map(\.element)
    self.keys = distinct
    self.items = distinct.compactMap { key in keys.lastIndex(of: key).map { items[$0] } }
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    .map(ValueMap(distinctKeys: keys, values: try items.values(batch, row, context)))
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    try items.vectors(batch, context).joined(count: batch.count) {
      .map(ValueMap(distinctKeys: keys, values: $0))
    }
  }
}

/// `subject {.key, .*, key: value}`.
final class MapProjectionNode: EvaluationNode {
  enum Item: Sendable {
    case property(GraphKey)
    case all
    case entry(String, any EvaluationNode)
  }

  private let subject: any EvaluationNode
  private let items: [Item]
  let span: Span

  init(_ subject: any EvaluationNode, _ items: [Item], _ span: Span) {
    self.subject = subject
    self.items = items
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    let subject = try subject.value(batch, row, context)
    if subject.isNull { return .null }
    let reader = EntityReader(context, span)
    var map = ValueMap()
    for item in items {
      switch item {
      case .property(let key): map[key.name] = try reader.value(key, of: subject)
      case .entry(let key, let value): map[key] = try value.value(batch, row, context)
      case .all:
        guard let properties = try reader.properties(of: subject) else {
          throw CypherError(
            .typeError, .runtime, "InvalidArgumentType",
            "a map projection wants a map, a node or a relationship, not \(subject.typeName)", at: span)
        }
        for (key, value) in zip(properties.keys, properties.values) { map[key] = value }
      }
    }
    return .map(map)
  }
}

extension [any EvaluationNode] {
  /// The values in one row.
  func values(
    _ batch: Batch, _ row: Int, _ context: ExecutionContext
  ) throws(CypherError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for node in self { values.append(try node.value(batch, row, context)) }
    return values
  }

  /// The columns.
  func vectors(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> [Vector] {
    var columns: [Vector] = []
    columns.reserveCapacity(count)
    for node in self { columns.append(try node.vector(batch, context)) }
    return columns
  }
}

extension [Vector] {
  /// One value of the values of each row; made once where they are the same in all rows.
  fileprivate func joined(count: Int, _ join: ([Value]) -> Value) -> Vector {
    func value(_ row: Int) -> Value { join(map { $0.value(at: row) }) }
    if count > 0, allSatisfy(\.isConstant) { return .constant(value(0), count: count) }
    return .values((0..<count).map(value))
  }
}
