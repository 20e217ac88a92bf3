import CypherSyntax
import PropertyGraph

extension Vector {
  /// A function applied to every value; once where they are all the same.
  func mapped(_ function: (Value) throws(CypherError) -> Value) throws(CypherError) -> Vector {
    if case .constant(let value, let count) = self, count > 0 {
      return .constant(try function(value), count: count)
    }
    var result = VectorBuilder(capacity: count)
    for row in 0..<count { result.append(try function(value(at: row))) }
    return result.vector
  }

  /// One byte a row: `byte` where it is null, else the other one of 0 and 1.
  func nullBytes(whereNull byte: UInt8) -> [UInt8] {
    var bytes = Array(repeating: 1 - byte, count: count)
    switch self {
    case .integers(_, let nulls), .floats(_, let nulls), .dates(_, let nulls):
      if let nulls { for row in bytes.indices where nulls[row] { bytes[row] = byte } }
    case .nodes(let ids), .relationships(let ids), .texts(let ids, _):
      for row in bytes.indices where ids[row] == .max { bytes[row] = byte }
    case .booleans(let truths):
      for row in bytes.indices where truths[row] == 2 { bytes[row] = byte }
    case .values, .constant:
      for row in bytes.indices where isNull(at: row) { bytes[row] = byte }
    }
    return bytes
  }
}

extension NullMask? {
  /// The rows that are null in either.
  func union(_ other: NullMask?) -> NullMask? {
    guard let self, let other else { return self ?? other }
    var result = self
    for row in 0..<other.count where other[row] { result[row] = true }
    return result
  }
}
