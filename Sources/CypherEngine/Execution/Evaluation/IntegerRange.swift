import CypherSyntax
import PropertyGraph

/// The integers from one to another, both included: what `range` gives.
struct IntegerRange: Sendable {
  private let start: Int64
  private let step: Int64
  /// The number of integers.
  let count: Int

  /// Reads the arguments of `range`; nil where one of them is null.
  ///
  /// - Throws: where an argument is no integer, the step is 0, or there are too many to count.
  init?(_ arguments: [Value], at span: Span) throws(CypherError) {
    if arguments.contains(where: { $0.isNull }) { return nil }
    var bounds: [Int64] = []
    for argument in arguments {
      guard case .integer(let value) = argument else {
        throw CypherError(
          .argumentError, .runtime, "InvalidArgumentType", "range wants integers, not \(argument.typeName)",
          at: span)
      }
      bounds.append(value)
    }
    let (start, end, step) = (bounds[0], bounds[1], bounds.count > 2 ? bounds[2] : 1)
    if step == 0 { throw Self.outOfRange("the step must not be 0", span) }
    self.start = start
    self.step = step
    guard step > 0 ? start <= end : start >= end else {
      count = 0
      return
    }
    let distance = UInt64(bitPattern: step > 0 ? end &- start : start &- end)
    guard let steps = Int(exactly: distance / step.magnitude), steps < Int.max else {
      throw Self.outOfRange("too many elements", span)
    }
    count = steps + 1
  }

  /// The integer at a position below the count.
  subscript(index: Int) -> Int64 { start &+ Int64(truncatingIfNeeded: index) &* step }

  private static func outOfRange(_ message: String, _ span: Span) -> CypherError {
    CypherError(.argumentError, .runtime, "NumberOutOfRange", "range: \(message)", at: span)
  }
}
