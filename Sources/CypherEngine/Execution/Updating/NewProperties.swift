import CypherSyntax
import PropertyGraph

/// The properties of something that is made, compiled.
struct NewProperties: Sendable {
  private enum Source: Sendable {
    case entries([(key: KeyID, value: Evaluation)])
    case map(Evaluation, Span)
  }

  private let source: Source
  /// Whether a null is an error, as in MERGE: nothing could ever be found by it.
  private let refusesNull: Bool

  /// Compiles properties; their keys are interned.
  init(
    _ properties: BoundPropertyMap, refusesNull: Bool, _ context: PlanContext
  ) throws(CypherError) {
    self.refusesNull = refusesNull
    switch properties {
    case .entries(let entries):
      var compiled: [(key: KeyID, value: Evaluation)] = []
      for entry in entries {
        let value = try Evaluation.compile(entry.value, context)
        compiled.append((context.graph.intern(key: entry.key), value))
      }
      source = .entries(compiled)
    case .expression(let expression):
      source = .map(try Evaluation.compile(expression, context), expression.span)
    }
  }

  /// Its expressions.
  var evaluations: [Evaluation] {
    switch source {
    case .entries(let entries): entries.map(\.value)
    case .map(let evaluation, _): [evaluation]
    }
  }

  /// The slots that it reads.
  var slots: SlotSet {
    evaluations.reduce(into: SlotSet()) { $0.formUnion($1.slots) }
  }

  /// Evaluates the properties for every row of a batch.
  ///
  /// - Throws: TypeError where a value cannot be stored.
  func columns(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> PropertyColumns {
    switch source {
    case .entries(let entries):
      var columns: [(key: KeyID, vector: Vector)] = []
      columns.reserveCapacity(entries.count)
      for (key, value) in entries {
        let vector = try value.vector(batch, context)
        if refusesNull { try vector.checkFilled(at: value.root.span) }
        try vector.checkStorable(at: value.root.span)
        columns.append((key, vector))
      }
      return .columns(columns)
    case .map(let evaluation, let span):
      let vector = try evaluation.vector(batch, context)
      var rows: [[Property]] = []
      for row in 0..<batch.count {
        rows.append(try vector.value(at: row).properties(context.graph, at: span))
      }
      return .rows(rows)
    }
  }
}

extension NewProperties {
  /// Evaluates the properties for one row, without making columns of it; nulls among them stand for nothing.
  ///
  /// - Throws: TypeError where a value cannot be stored.
  func row(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> [Property] {
    switch source {
    case .entries(let entries):
      var properties: [Property] = []
      properties.reserveCapacity(entries.count)
      for (key, evaluation) in entries {
        let value = try evaluation.value(batch, row: row, context)
        if refusesNull, value.isNull { throw Self.nullRefused(at: evaluation.root.span) }
        properties.append((key, try value.storable(at: evaluation.root.span)))
      }
      return properties
    case .map(let evaluation, let span):
      return try evaluation.value(batch, row: row, context).properties(context.graph, at: span)
    }
  }

  fileprivate static func nullRefused(at span: Span) -> CypherError {
    CypherError(
      .semanticError, .runtime, "MergeReadOwnWrites", "MERGE cannot search for a property that is null",
      at: span)
  }
}

/// Properties evaluated for the rows of a batch, all of them storable.
enum PropertyColumns {
  /// A column a key.
  case columns([(key: KeyID, vector: Vector)])
  /// A list a row.
  case rows([[Property]])

  /// The properties of a row; nulls among them stand for nothing.
  subscript(row: Int) -> [Property] {
    switch self {
    case .columns(let columns): columns.map { ($0.key, $0.vector.value(at: row)) }
    case .rows(let rows): rows[row]
    }
  }
}

extension Vector {
  /// Checks that there is no null.
  fileprivate func checkFilled(at span: Span) throws(CypherError) {
    if (0..<count).contains(where: { isNull(at: $0) }) { throw NewProperties.nullRefused(at: span) }
  }

  /// Checks that properties can hold every value.
  fileprivate func checkStorable(at span: Span) throws(CypherError) {
    switch self {
    case .constant(let value, _): _ = try value.storable(at: span)
    case .values(let values): for value in values { _ = try value.storable(at: span) }
    case .nodes, .relationships:
      for row in 0..<count { _ = try value(at: row).storable(at: span) }
    case .integers, .floats, .booleans, .dates, .texts: break
    }
  }
}

extension Value {
  /// The properties that a map, a node or a relationship stands for, all of them storable; keys are interned.
  ///
  /// - Throws: TypeError where it is none of these, or holds what cannot be stored.
  func properties(_ graph: Graph, at span: Span) throws(CypherError) -> [Property] {
    switch self {
    case .map(let map):
      var properties: [Property] = []
      properties.reserveCapacity(map.count)
      for (key, value) in zip(map.keys, map.values) {
        properties.append((graph.intern(key: key), try value.storable(at: span)))
      }
      return properties
    case .node, .relationship:
      guard let entity = try EntityID(target: self, graph, at: span) else { return [] }
      return graph.properties(of: entity)
    default:
      throw CypherError(
        .typeError, .runtime, "InvalidArgumentType", "properties come from a map, not \(typeName)",
        at: span)
    }
  }
}
