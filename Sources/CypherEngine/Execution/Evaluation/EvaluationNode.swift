import CypherSyntax
import PropertyGraph

/// A step of an expression.
///
/// `value` is the semantics, one row at a time. `vector` is the same for a whole batch: kernels over typed
/// vectors where a step has them, and row by row where not. Steps are immutable and shared by all runs.
protocol EvaluationNode: AnyObject, Sendable {
  /// The value in one row.
  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value
  /// The value in every row.
  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector
  /// The rows where the value is true; nil stands for all rows.
  func holding(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> [Int32]?
  /// Whether it has a value in every row, whatever is in it, and is quickly found: then it may be asked in vain.
  var isHarmless: Bool { get }
  /// Where the expression stands.
  var span: Span { get }
}

extension EvaluationNode {
  var isHarmless: Bool { false }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    try rowByRow(batch, context)
  }

  func holding(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> [Int32]? {
    try heldRows(batch, context)
  }

  /// The value in every row, asked for one by one.
  func rowByRow(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    for row in 0..<batch.count { values.append(try value(batch, row, context)) }
    return .values(values)
  }

  /// The rows where the vector is true.
  func heldRows(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> [Int32]? {
    if batch.count == 1 {
      return try truth(batch, 0, context) == true ? nil : []
    }
    let truths = try Truths(try vector(batch, context), span)
    return truths.heldRows
  }

  /// The value in one row as a truth value; nil is unknown.
  func truth(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Bool? {
    switch try value(batch, row, context) {
    case .boolean(let value): return value
    case .null: return nil
    case let other: throw Truths.notBoolean(other, span)
    }
  }
}
